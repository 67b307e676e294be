import { expect, test } from 'vitest';
import { findings, withOperation } from '../test-kit.ts';

test('an operation in the order of the house passes', async () => {
  expect(
    await findings('key-order', withOperation('operationId: listStories\nsummary: List stories\nresponses: {}')),
  ).toEqual([]);
});

test('the first key that stands too early is named with the right order', async () => {
  expect(
    await findings('key-order', withOperation('summary: List stories\noperationId: listStories\nresponses: {}')),
  ).toEqual(['openapi.yaml:9 `summary` stands too early. Order the keys `operationId`, `summary`, `responses`.']);
});

test('a mark that nobody knows is refused', async () => {
  expect((await findings('key-order', withOperation('operationId: listStories\nx-acess: {}')))[0]).toMatch(
    /^openapi.yaml:10 An operation has no key `x-acess`. Take it out, or one of `operationId`/,
  );
});

test('a path item keeps its order too', async () => {
  const root = 'openapi: 3.1.0\npaths:\n  /api/v1/stories:\n    $ref: stories.yaml\n';
  expect(await findings('key-order', { 'openapi.yaml': root, 'stories.yaml': 'post: {}\nget: {}\n' })).toEqual([
    'stories.yaml:1 `post` stands too early. Order the keys `get`, `post`.',
  ]);
});
