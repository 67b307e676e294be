import { expect, test } from 'vitest';
import { findings, withOperation } from '../test-kit.ts';

const body = (mediaType: string, keys: string) =>
  withOperation(`requestBody:\n  content:\n    ${mediaType}:\n      schema: { type: string }\n${keys}`, 'post');

test('a body with an example passes', async () => {
  expect(await findings('body-example', body('application/json', '      examples: { one: { value: text } }'))).toEqual(
    [],
  );
});

test('a file needs none, as its bytes tell nothing', async () => {
  expect(await findings('body-example', body('application/pdf', ''))).toEqual([]);
});

test.each(['application/json', 'application/scim+json', 'text/plain', 'multipart/form-data'])(
  'a %s body without an example is refused',
  async (type) => {
    expect(await findings('body-example', body(type, ''))).toEqual([
      `openapi.yaml:11 The ${type} body has no example. Add one under \`examples\`, as a file of spec/examples.`,
    ]);
  },
);

test('an empty list of examples is none', async () => {
  expect(await findings('body-example', body('application/json', '      examples: {}'))).toHaveLength(1);
});
