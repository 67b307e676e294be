import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { staleFiles, writeFiles } from './files.ts';

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'files-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const files = new Map([
  ['openapi.json', '{}\n'],
  ['sections/cases.json', '[]\n'],
]);

test('a folder that was just written is not stale, and is not written again', () => {
  const folder = emptyFolder();
  expect(writeFiles(folder, files, true)).toEqual(['openapi.json', 'sections/cases.json']);
  expect(staleFiles(folder, files, true)).toEqual([]);
  expect(writeFiles(folder, files, true)).toEqual([]);
});

test('a file that differs, one that is missing and one that should not be there are stale', () => {
  const folder = emptyFolder();
  writeFiles(folder, files, true);
  writeFileSync(join(folder, 'openapi.json'), '{ }\n');
  writeFileSync(join(folder, 'leftover.json'), '{}\n');
  rmSync(join(folder, 'sections/cases.json'));
  expect(staleFiles(folder, files, true)).toEqual(['leftover.json', 'openapi.json', 'sections/cases.json']);
  writeFiles(folder, files, true);
  expect(readdirSync(folder).sort()).toEqual(['openapi.json', 'sections']);
});

test('where other files may stand they are left alone', () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'README.md'), 'Mine.\n');
  writeFiles(folder, files, false);
  expect(staleFiles(folder, files, false)).toEqual([]);
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe('Mine.\n');
});
