/**
 * Adds up the JSON reports of all test runs and prints one line. A failed or a skipped test ends with exit code 1: where the
 * toolchains are installed, a skip hides something.
 */
import { globSync, readFileSync } from 'node:fs';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

const files = globSync('{.ci,spec,packages/*,apps/*}/reports/*.json');
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const file of files) {
  const report: Report = JSON.parse(readFileSync(file, 'utf8'));
  sum.passed += report.numPassedTests;
  sum.failed += report.numFailedTests;
  sum.skipped += report.numPendingTests + report.numTodoTests;
}
console.log(`${files.length} reports`);
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.passed === 0 || sum.failed > 0 || sum.skipped > 0 ? 1 : 0;
