import { expect, test } from 'vitest';
import { findings, withSchema } from '../test-kit.ts';

test.each([
  'type: boolean\ndefault: false',
  'oneOf:\n  - type: boolean\n    default: false\n  - type: string',
  'type: object\nproperties:\n  default: { type: string }\n  oneOf: { type: string }',
])('"%s" passes', async (keys) => {
  expect(await findings('no-default-beside-union', withSchema(keys))).toEqual([]);
});

test.each(['oneOf', 'anyOf'])('a default beside `%s` is refused', async (union) => {
  const keys = `default: false\n${union}:\n  - type: boolean\n  - type: string`;
  expect(await findings('no-default-beside-union', withSchema(keys))).toEqual([
    `openapi.yaml:10 A default beside \`${union}\` does not compile in some languages. Move it into the member that it belongs to.`,
  ]);
});
