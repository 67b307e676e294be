import { expect, test } from 'vitest';
import { Progress } from './progress.ts';
import { kilobytes, renderTable } from './table.ts';

test('the columns of a table line up', () => {
  const table = renderTable(
    ['package', 'files'],
    [
      ['one', '7'],
      ['@tines-openapi/two', '1,234'],
    ],
  );
  expect(table.split('\n')).toEqual([
    '  package             files',
    '  one                     7',
    '  @tines-openapi/two  1,234',
  ]);
});

test('a part of a kilobyte counts as one', () => {
  expect([kilobytes(0), kilobytes(1), kilobytes(1_234_000)]).toEqual(['0 kB', '1 kB', '1,234 kB']);
});

test('each step shows how it went, and what was wrong is kept, thrown or told', async () => {
  const lines: string[] = [];
  const progress = new Progress((text) => lines.push(text.replace(/ +\d+\.\d s/, ' 0.0 s')), false);
  expect(await progress.step('pack', async () => ({ detail: '5 packages' }))).toBe(true);
  expect(await progress.step('files', async () => ({ problems: ['README.md is missing.'] }))).toBe(false);
  expect(await progress.step('install', () => Promise.reject(new Error('npm ended with 1')))).toBe(false);
  expect(lines).toEqual([
    '  ok pack 0.0 s  5 packages\n',
    '  !! files 0.0 s\n',
    '     README.md is missing.\n',
    '  !! install 0.0 s\n',
    '     npm ended with 1\n',
  ]);
  expect(progress.problems).toEqual(['README.md is missing.', 'npm ended with 1']);
});
