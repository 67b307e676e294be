import { expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';

test('says that it is up', async () => {
  const { ask } = openTenant();
  expect(await ask('GET /_mock/health')).toMatchObject({ status: 200, body: { status: 'ok' } });
});

test('a reset puts everything back', async () => {
  const { ask, tenant } = openTenant();
  const before = JSON.stringify(tenant.snapshot());
  await ask('DELETE /api/v1/stories/3101', { key });
  expect((await ask('POST /_mock/reset')).status).toBe(204);
  expect(JSON.stringify(tenant.snapshot())).toBe(before);
  expect(tenant.requests).toEqual([]);
});

test('the same calls give the same bytes', async () => {
  const run = async () => {
    const { ask, tenant } = openTenant();
    await ask('POST /api/v1/stories', { key, body: { team_id: 1101, name: 'One' } });
    await ask('POST /api/v1/folders', { key, body: { team_id: 1101, name: 'Two', content_type: 'STORY' } });
    return JSON.stringify(tenant.snapshot());
  };
  expect(await run()).toBe(await run());
});

test('a snapshot is plain data and is put back', async () => {
  const { ask, tenant } = openTenant();
  await ask('POST /api/v1/stories', { key, body: { team_id: 1101, name: 'Kept' } });
  const kept = JSON.parse(JSON.stringify(tenant.snapshot()));
  await ask('DELETE /api/v1/stories/3110', { key });
  tenant.restore(kept);
  expect((await ask('GET /api/v1/stories/3110', { key })).body.name).toBe('Kept');
});

test('the journal tells who asked what, and no secret', async () => {
  const { ask, tenant } = openTenant();
  await ask('GET /api/v1/stories?search=x', { key, scheme: 'user_token' });
  await ask('GET /api/v1/info', { key: 'a-secret-nobody-knows' });
  await ask('POST /webhook/1f0e2d3c4b5a69788796a5b4c3d2e1f0/aa00bb11cc22dd33ee44ff5566778899', { body: {} });
  expect(tenant.requests[0]).toMatchObject({
    method: 'GET',
    path: '/api/v1/stories',
    query: { search: 'x' },
    operationId: 'listStories',
    principal: 'Tenant automation',
    keyType: 'tenant_owner',
    scheme: 'user_token',
    status: 200,
  });
  const text = JSON.stringify(tenant.requests);
  for (const secret of [key, 'a-secret-nobody-knows', 'aa00bb11cc22dd33ee44ff5566778899']) {
    expect(text).not.toContain(secret);
  }
});

test('the journal keeps as many requests as it was told', async () => {
  const { ask, tenant } = openTenant({ journalSize: 3 });
  for (const page of [1, 2, 3, 4, 5]) await ask(`GET /api/v1/stories?page=${page}`, { key });
  expect(tenant.requests.map(({ query }) => query.page)).toEqual(['3', '4', '5']);
});

test('an unknown path of it answers 404 and names those it has', async () => {
  const { ask } = openTenant();
  const refused = await ask('GET /_mock/nothing');
  expect(refused.status).toBe(404);
  expect(refused.body.error).toContain('POST /_mock/reset');
});
