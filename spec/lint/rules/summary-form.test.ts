import { expect, test } from 'vitest';
import { findings, withOperation } from '../test-kit.ts';

test('a verb in the imperative passes', async () => {
  expect(await findings('summary-form', withOperation('summary: List stories'))).toEqual([]);
});

test('a noun is refused', async () => {
  expect(await findings('summary-form', withOperation('summary: Stories of a team'))).toEqual([
    'openapi.yaml:9 "Stories" is no verb that a summary may start with. Use one of spec/lint/vocabulary.ts, or add the verb there.',
  ]);
});

test('a verb in another form is refused', async () => {
  expect(await findings('summary-form', withOperation('summary: Lists stories'))).toHaveLength(1);
});

test('a small letter is refused', async () => {
  expect(await findings('summary-form', withOperation('summary: list stories'))).toEqual([
    'openapi.yaml:9 The summary starts with "list". Start it with a capital letter.',
  ]);
});

test('a full stop is refused', async () => {
  expect(await findings('summary-form', withOperation('summary: List stories.'))).toEqual([
    'openapi.yaml:9 The summary ends with a full stop. Take the full stop out.',
  ]);
});
