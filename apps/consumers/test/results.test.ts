import { describe, expect, test } from 'vitest';
import { countWarnings } from '../matrix/measure.ts';
import { renderPage } from '../matrix/page.ts';
import { mergeResults, type Result } from '../matrix/results.ts';

const resultOf = (name: string, changes: Partial<Result> = {}): Result => ({
  name,
  language: 'Go',
  generator: name,
  version: '1.0.0',
  ran: '2026-11-24',
  document: 'openapi.json',
  generates: true,
  compiles: true,
  calls: { bearer: true, userToken: true },
  warnings: 0,
  lines: 12_345,
  seconds: { generate: 1, compile: 2.5 },
  workarounds: [],
  reason: null,
  command: 'make',
  ...changes,
});

describe('results', () => {
  test('take the place of older ones, stay where nothing ran, and go with their folder', () => {
    const older = [resultOf('b'), resultOf('gone'), resultOf('c', { language: 'C++' })];
    const merged = mergeResults(older, [resultOf('b', { lines: 7 }), resultOf('a')], ['a', 'b', 'c']);
    expect(merged.map(({ name, lines }) => [name, lines])).toEqual([
      ['c', 12_345],
      ['a', 12_345],
      ['b', 7],
    ]);
  });

  test('are shown as a table with what failed, why, and what had to be worked around', () => {
    const failed = resultOf('go-b', {
      compiles: false,
      calls: { bearer: false, userToken: false },
      reason: 'It cannot. Take another.',
      workarounds: ['A name is changed.'],
    });
    const page = renderPage([resultOf('go-a'), failed]);
    expect(page).toContain(
      '| Go | [go-a](generators/go-a) | 1.0.0 | `openapi.json` | yes | yes | yes | yes | 0 | 12,345 | 1.0 + 2.5 | 2026-11-24 |',
    );
    expect(page).toContain('| yes | **no** | **no** | **no** |');
    expect(page).toContain('Does not work: It cannot. Take another.');
    expect(page).toContain('- A name is changed.');
    expect(page).toContain('Nothing had to be worked around.');
  });
});

test('warnings are the lines that speak of one', () => {
  expect(countWarnings('WARN a\nfine\n2 warnings\n')).toBe(2);
});
