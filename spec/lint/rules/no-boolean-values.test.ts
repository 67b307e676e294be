import { expect, test } from 'vitest';
import { findings, withSchema } from '../test-kit.ts';

test.each([
  'type: boolean',
  'type: boolean\nnot: { const: false }',
  'type: string\nconst: "true"',
  'type: string\nenum: ["true", "false"]',
])('"%s" passes', async (keys) => {
  expect(await findings('no-boolean-values', withSchema(keys))).toEqual([]);
});

test.each([
  ['const', 'type: boolean\nconst: true'],
  ['enum', 'type: [boolean, "null"]\nenum: [true, null]'],
])('`%s` beside the type of true and false is refused', async (key, keys) => {
  expect(await findings('no-boolean-values', withSchema(keys))).toEqual([
    `openapi.yaml:11 \`${key}\` beside the type \`boolean\` does not compile in some languages. Write \`not: { const: false }\` for what is always true.`,
  ]);
});
