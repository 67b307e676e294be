import { expect, test } from 'vitest';
import { findings, withOperation } from '../test-kit.ts';

const responses = (...statuses: number[]) =>
  `responses:\n${statuses.map((status) => `  '${status}': { description: Said. }`).join('\n')}`;

test('an operation with every error that it can answer passes', async () => {
  expect(await findings('error-set', withOperation(responses(200, 401, 403, 404, 429, 500)))).toEqual([]);
});

test('missing errors are named together', async () => {
  expect(await findings('error-set', withOperation(responses(200, 401, 404)))).toEqual([
    'openapi.yaml:9 The operation does not describe `403`, `429`, `500`. Add the shared answers of spec/responses.',
  ]);
});

test('an operation that reads a query describes what is wrong with it', async () => {
  const query = 'parameters: [{ name: page, in: query, schema: {} }]\n';
  expect(await findings('error-set', withOperation(query + responses(200, 401, 403, 404, 429, 500)))).toEqual([
    'openapi.yaml:10 The operation does not describe `400`, `422`. Add the shared answers of spec/responses.',
  ]);
});

test('an operation that reads a body does so too', async () => {
  const body = 'requestBody: { content: {} }\n';
  expect(
    await findings('error-set', withOperation(body + responses(200, 400, 401, 403, 404, 422, 429, 500), 'post')),
  ).toEqual([]);
  expect(
    await findings('error-set', withOperation(body + responses(200, 401, 403, 404, 422, 429, 500), 'post')),
  ).toHaveLength(1);
});

test('an operation without a key cannot refuse one', async () => {
  expect(await findings('error-set', withOperation(`security: []\n${responses(200, 404, 429, 500)}`))).toEqual([]);
});
