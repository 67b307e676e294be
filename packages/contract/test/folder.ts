import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder for the files of one test file; it goes when they are done. */
export interface Folder {
  path: string;
  /** @returns Path of the file. */
  write(name: string, text: string): string;
  /** Names of the files in it. */
  files(): string[];
}

export function createFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'tines-openapi-contract-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    write(name, text) {
      const file = join(path, name);
      writeFileSync(file, text);
      return file;
    },
    files: () => readdirSync(path),
  };
}
