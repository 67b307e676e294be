import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** @returns How many lines of a generator's output speak of a warning. */
export function countWarnings(output: string): number {
  return output.split('\n').filter((line) => /warn/i.test(line)).length;
}

/**
 * Counts the lines that a generator has written.
 *
 * @param generated Folder, file or pattern below the repository.
 */
export function countLines(repository: string, generated: string): number {
  const found = globSync(generated, { cwd: repository }).flatMap((entry) => filesOf(join(repository, entry)));
  return [...new Set(found)].reduce((sum, file) => sum + linesOf(readFileSync(file)), 0);
}

/** A folder's files, those that begin with a dot too. */
function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What holds a zero byte is no text and has no lines. */
function linesOf(content: Buffer): number {
  if (content.length === 0 || content.includes(0)) return 0;
  const breaks = content.reduce((count, byte) => (byte === 10 ? count + 1 : count), 0);
  return content.at(-1) === 10 ? breaks : breaks + 1;
}
