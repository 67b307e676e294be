import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Names of the files in a folder that differ from what should be there or are missing and, where it is `whole`, that should not be there. */
export function staleFiles(folder: string, files: ReadonlyMap<string, string>, whole: boolean): string[] {
  const changed = [...files].filter(([name, text]) => read(join(folder, name)) !== text).map(([name]) => name);
  return [...changed, ...(whole ? leftovers(folder, files) : [])].sort();
}

/** Makes a folder hold these files, where it is `whole` no others, and touches only what differs. Returns the names that it touched. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>, whole: boolean): string[] {
  const stale = staleFiles(folder, files, whole);
  for (const name of stale) {
    const file = join(folder, name);
    const text = files.get(name);
    if (text === undefined) {
      rmSync(file);
    } else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  return stale;
}

function leftovers(folder: string, files: ReadonlyMap<string, string>): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => relative(folder, join(folder, name)).replaceAll(sep, '/'))
    .filter((name) => statSync(join(folder, name)).isFile() && !files.has(name));
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
