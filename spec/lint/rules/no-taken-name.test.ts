import { expect, test } from 'vitest';
import { findings, withSchema } from '../test-kit.ts';

const mode = 'StoryMode: { type: string }';

test.each([
  ['a property after which no schema is named', 'type: object\nproperties:\n  mood: { type: string }'],
  ['a reference', 'type: object\nproperties:\n  mode: { $ref: "#/components/schemas/StoryMode", description: It. }'],
  [
    'a reference or null',
    'type: object\nproperties:\n  mode:\n    oneOf: [{ $ref: "#/components/schemas/StoryMode" }, { type: "null" }]',
  ],
  ['a list', 'type: object\nproperties:\n  mode: { type: array, items: { $ref: "#/components/schemas/StoryMode" } }'],
])('%s passes', async (_, keys) => {
  expect(await findings('no-taken-name', withMode(keys))).toEqual([]);
});

test.each([
  ['a property', 'type: object\nproperties:\n  mode: { type: string, pattern: ^T }', 12],
  ['a property in a part', 'allOf:\n  - type: object\n    properties:\n      mode: { type: string }', 13],
  ['a union of what is written in place', 'properties:\n  mode:\n    oneOf: [{ type: string }, { type: integer }]', 11],
])('%s whose name is that of a schema is refused', async (_, keys, line) => {
  expect(await findings('no-taken-name', withMode(keys))).toEqual([
    `openapi.yaml:${line} Generators would name this \`StoryMode\`, and there is a schema \`StoryMode\`. Refer to that one, or rename it.`,
  ]);
});

test('names are told apart without regard to case, as files are', async () => {
  const keys = 'type: object\nproperties:\n  m_o_d_e:\n    type: object\n    properties: { x: { type: string } }';
  expect(await findings('no-taken-name', withMode(keys))).toHaveLength(1);
});

function withMode(keys: string): Record<string, string> {
  return Object.fromEntries(Object.entries(withSchema(keys)).map(([file, text]) => [file, `${text}    ${mode}\n`]));
}
