import { expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const path = '/webhook/1f0e2d3c4b5a69788796a5b4c3d2e1f0';
const secret = 'aa00bb11cc22dd33ee44ff5566778899';

/** A tenant whose first webhook is open in one way. */
async function openBy(access_control: string | undefined) {
  const { ask } = openTenant();
  const key = 'tenant-owner-demo-key';
  const { body: action } = await ask('GET /api/v1/actions/4101', { key });
  await ask('PUT /api/v1/actions/4101', { key, body: { options: { ...action.options, access_control } } });
  return ask;
}

test.each([undefined, 'secret'])(
  'a webhook with the access control %s asks for the secret of its address',
  async (way) => {
    const ask = await openBy(way);
    expect((await ask(`POST ${path}/${secret}`, { body: {} })).status).toBe(201);
    expect((await ask(`POST ${path}/another`, { body: {} })).status).toBe(404);
  },
);

test('a public webhook asks for nothing', async () => {
  const ask = await openBy('public');
  expect((await ask(`POST ${path}/another`, { body: {} })).status).toBe(201);
});

test.each([
  [undefined, 401],
  ['a-key-that-nobody-made', 401],
  ['service-audit-demo-key', 403],
  ['team-viewer-demo-key', 201],
  ['tenant-owner-demo-key', 201],
])('a webhook for API keys answers the key %s with %i', async (key, status) => {
  const ask = await openBy('tines_api_keys');
  const answered = await ask(`POST ${path}/another`, { body: {}, ...(key !== undefined && { key }) });
  expect(answered.status).toBe(status);
});

test('a webhook for OAuth asks for a token, and takes any', async () => {
  const ask = await openBy('oauth');
  expect((await ask(`POST ${path}/another`, { body: {} })).status).toBe(401);
  expect((await ask(`POST ${path}/another`, { body: {}, key: 'a-token', scheme: 'user_token' })).status).toBe(401);
  expect((await ask(`POST ${path}/another`, { body: {}, key: 'a-token' })).status).toBe(201);
});
