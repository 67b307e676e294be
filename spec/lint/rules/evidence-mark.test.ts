import { expect, test } from 'vitest';
import { findings, withOperation, withSchema } from '../test-kit.ts';

test('an operation that says how sure it is and where that was read passes', async () => {
  const keys = 'x-evidence: { level: documented, source: api/stories/list }\nresponses: {}';
  expect(await findings('evidence-mark', withOperation(keys))).toEqual([]);
});

test('an operation that does not say so is refused', async () => {
  expect(await findings('evidence-mark', withOperation('responses: {}'))).toEqual([
    expect.stringMatching(
      /^openapi.yaml:8 The operation does not say how sure it is. Add `x-evidence: \{ level, source \}`/,
    ),
  ]);
});

test('a level from outside the list is refused', async () => {
  const keys = 'x-evidence: { level: certain, source: api/stories/list }\nresponses: {}';
  expect(await findings('evidence-mark', withOperation(keys))).toEqual([
    'openapi.yaml:9 `certain` is no level of evidence. Use one of `documented`, `observed`, `inferred`, `assumed`.',
  ]);
});

test('a mark without a source, or with a key of its own, is refused on a property too', async () => {
  const keys =
    'type: object\nproperties:\n  guid:\n    type: string\n    x-evidence: { level: observed, seen: yesterday }';
  expect(await findings('evidence-mark', withSchema(keys))).toEqual([
    'openapi.yaml:14 The evidence names no source. Add the page, or who saw it, as `source`.',
    'openapi.yaml:14 `x-evidence` has no key `seen`. Keep `level` and `source` only, and tell the rest in the description.',
  ]);
});

test('a mark that is only a word is refused', async () => {
  expect(await findings('evidence-mark', withOperation('x-evidence: documented\nresponses: {}'))).toEqual([
    'openapi.yaml:9 `x-evidence` is no object. Write `{ level: documented, source: <page> }`.',
  ]);
});
