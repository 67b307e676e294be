import { expect, test } from 'vitest';
import { findings, withSchema } from '../test-kit.ts';

test.each([
  'not:\n  properties:\n    team_id: { not: {} }',
  'type: object\nadditionalProperties: false',
  'type: object\nunevaluatedProperties: false',
  'type: boolean\ndefault: false\nenum: [false]',
  'properties:\n  properties:\n    default: false',
])('"%s" passes', async (keys) => {
  expect(await findings('no-false-schema', withSchema(keys))).toEqual([]);
});

test.each([
  ['a property', 'type: object\nproperties:\n  team_id: false', 12],
  ['a property that must not be there', 'not:\n  properties:\n    team_id: false', 12],
  ['a member of a union', 'oneOf:\n  - type: string\n  - false', 12],
  ['an item', 'type: array\nitems: false', 11],
  ['a negation', 'not: false', 10],
])('%s that is only `false` is refused', async (_, keys, line) => {
  expect(await findings('no-false-schema', withSchema(keys))).toEqual([
    `openapi.yaml:${line} Some generators stop at a schema that is only \`false\`. Write \`{ not: {} }\`, which says the same.`,
  ]);
});
