import type { CaseResult, Report } from '../run/report.ts';
import { renderTable } from './table.ts';

/** How a result came about, in words: operation, key, scheme and caller. */
export function wayOf({ operation, key, scheme, caller }: CaseResult): string {
  return `${operation}, key ${key}${scheme === null ? '' : ` as ${scheme}`}, by ${caller}`;
}

/** The report for people: what failed and why, a table by section, and one line that sums up. */
export function renderForPeople(report: Report): string {
  const { results, sections, total, duration, target, seed } = report;
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  const skipped = new Set(results.filter(({ outcome }) => outcome === 'skipped').flatMap(({ findings }) => findings));
  const rows = Object.entries(sections).map(([name, { operations, passed, failed, skipped }]) => [
    name,
    operations,
    passed,
    failed,
    skipped,
  ]);
  const heading = ['section', 'operations', 'passed', 'failed', 'skipped'];
  return [
    ...failed.map((result) => `✗ ${result.section}: ${result.name}\n    ${wayOf(result)}\n${lines(result.findings)}`),
    renderTable([heading, ...rows]),
    ...[...skipped].map((reason) => `Skipped: ${reason}`),
    `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped against ${target} in ${(duration / 1000).toFixed(1)} s (seed ${seed})`,
    '',
  ].join('\n');
}

function lines(findings: readonly string[]): string {
  return findings.map((finding) => `    ${finding}`).join('\n');
}
