import { expect, test } from 'vitest';
import { findings, withOperation, withSchema } from '../test-kit.ts';

test('a known word with a sentence passes', async () => {
  const keys = 'x-availability: { requires: cases, note: Cases are a paid feature. }';
  expect(await findings('availability-mark', withOperation(keys))).toEqual([]);
});

test('a word that is not on the list is refused', async () => {
  expect(await findings('availability-mark', withOperation('x-availability: { requires: premium }'))).toEqual([
    expect.stringMatching(/^openapi.yaml:9 `premium` is no word of availability. Use one of `cases`/),
  ]);
});

test('a note that is no sentence is refused, on a property too', async () => {
  expect(await findings('availability-mark', withSchema('x-availability: { requires: ai, note: paid }'))).toEqual([
    'openapi.yaml:10 The note is no sentence. End it with a full stop.',
  ]);
});

test('a key of its own is refused', async () => {
  expect(await findings('availability-mark', withOperation('x-availability: { requires: ai, plan: big }'))).toEqual([
    'openapi.yaml:9 `x-availability` has no key `plan`. Keep `requires` and `note` only.',
  ]);
});
