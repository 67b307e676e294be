import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProblems } from '../scripts/find-problems.ts';
import { describeProblem } from '../scripts/problems.ts';

const small = fileURLToPath(new URL('fixtures/small', import.meta.url));

/** Copies the small document, changes one of its files, and tells what lint says, as `file:line:column message (rule)`. */
export async function lintPlanted(file: string, change: (text: string) => string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    cpSync(small, folder, { recursive: true });
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
    const problems = await findProblems(join(folder, 'openapi.yaml'));
    return problems.map((problem) => describeProblem(problem).replace(/^.*?planted-\w+\//, ''));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
