import { expect, test } from 'vitest';
import { findings, withOperation } from '../test-kit.ts';

test('a class with its number passes', async () => {
  expect(await findings('rate-limit-mark', withOperation('x-rate-limit: { class: actions, perMinute: 100 }'))).toEqual(
    [],
  );
});

test('an operation without a limit is refused', async () => {
  expect(await findings('rate-limit-mark', withOperation('summary: List stories'))).toEqual([
    expect.stringMatching(/^openapi.yaml:8 The operation has no rate limit. Add .* `default`, `actions`/),
  ]);
});

test('a class that is not in the table is refused', async () => {
  expect(await findings('rate-limit-mark', withOperation('x-rate-limit: { class: stories, perMinute: 100 }'))).toEqual([
    expect.stringMatching(/^openapi.yaml:9 `stories` is no rate limit class. Use one of `default`/),
  ]);
});

test('a number that belongs to another class is refused', async () => {
  expect(await findings('rate-limit-mark', withOperation('x-rate-limit: { class: actions, perMinute: 5000 }'))).toEqual(
    ['openapi.yaml:9 The class `actions` allows 100 a minute, not 5000. Correct the number or the class.'],
  );
});

test('a limit without its number is refused', async () => {
  expect(await findings('rate-limit-mark', withOperation('x-rate-limit: { class: actions }'))).toEqual([
    'openapi.yaml:9 `x-rate-limit` holds `class` and `perMinute` and nothing else. Write `{ class: default, perMinute: 5000 }`.',
  ]);
});
