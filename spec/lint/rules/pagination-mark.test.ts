import { expect, test } from 'vitest';
import { findings, withOperation } from '../test-kit.ts';

const query = `
parameters:
  - { name: page, in: query, schema: { type: integer } }
  - { name: per_page, in: query, schema: { type: integer } }
`;

const answer = `
responses:
  '200':
    description: One page.
    content:
      application/json:
        schema:
          allOf:
            - { type: object, properties: { stories: { type: array, items: {} }, meta: { type: object } } }
`;

test('a list with its style and its items passes', async () => {
  const keys = `x-pagination: { style: page, items: stories }${query.trimEnd()}${answer}`;
  expect(await findings('pagination-mark', withOperation(keys))).toEqual([]);
});

test('a list that takes pages and has no mark is refused', async () => {
  expect(await findings('pagination-mark', withOperation(query))).toEqual([
    expect.stringMatching(
      /^openapi.yaml:8 The operation takes `page` and `per_page` and has no mark. Add `x-pagination/,
    ),
  ]);
});

test('items under a key that the answer does not have are refused', async () => {
  expect(
    await findings('pagination-mark', withOperation(`x-pagination: { style: page, items: story }${answer}`)),
  ).toEqual(['openapi.yaml:9 The answer has no list under `story`. Name the key of the items: `stories`.']);
});

test('a style from outside the list is refused', async () => {
  expect(
    await findings('pagination-mark', withOperation(`x-pagination: { style: offset, items: stories }${answer}`)),
  ).toEqual(['openapi.yaml:9 `offset` is no style of paging. Use one of `page`, `cursor`.']);
});

test('a mark without items is refused', async () => {
  expect(await findings('pagination-mark', withOperation('x-pagination: { style: page }'))).toEqual([
    'openapi.yaml:9 `x-pagination` holds `style` and `items` and nothing else. Write `{ style: page, items: stories }`.',
  ]);
});
