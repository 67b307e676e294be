import { expect, test } from 'vitest';
import { findings, withOperation } from '../test-kit.ts';

const answer = (schema: string, value: string) =>
  withOperation(`
responses:
  '200':
    description: A story.
    content:
      application/json:
        schema: ${schema}
        examples:
          story:
            value: ${value}
`);

const story =
  '{ type: object, required: [id], properties: { id: { type: integer }, at: { type: string, format: date-time } } }';

test('an example that fits passes', async () => {
  expect(await findings('example-fits', answer(story, "{ id: 3101, at: '2026-11-24T09:00:00Z' }"))).toEqual([]);
});

test('a value of another type is refused where it stands', async () => {
  expect(await findings('example-fits', answer(story, '{ id: text }'))).toEqual([
    'openapi.yaml:17 The example `story` does not fit its schema: `/id` must be integer. Correct the example or the schema.',
  ]);
});

test('a format counts', async () => {
  expect(await findings('example-fits', answer(story, '{ id: 1, at: yesterday }'))).toHaveLength(1);
});

test('a key that no schema describes is refused', async () => {
  expect(await findings('example-fits', answer(story, '{ id: 1, nmae: text }'))).toEqual([
    'openapi.yaml:17 The example `story` has a key `nmae` that no schema describes. Describe it, or take it out.',
  ]);
});

test('a key that one part of a composition describes is known to the whole', async () => {
  const parts = `{ allOf: [${story}, { type: object, properties: { name: { type: string } } }] }`;
  expect(await findings('example-fits', answer(parts, '{ id: 1, name: text }'))).toEqual([]);
  expect(await findings('example-fits', answer(parts, '{ id: 1, nmae: text }'))).toHaveLength(1);
});

test('an object that is open by design takes any key', async () => {
  expect(await findings('example-fits', answer('{ type: object, additionalProperties: true }', '{ any: 1 }'))).toEqual(
    [],
  );
  expect(await findings('example-fits', answer('{ description: Anything. }', '{ any: 1 }'))).toEqual([]);
});
