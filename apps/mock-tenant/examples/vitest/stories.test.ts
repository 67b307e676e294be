import { useMockTenant } from '@tines-openapi/mock-tenant/vitest';
import { expect, test } from 'vitest';

const tenant = useMockTenant();

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${tenant.url}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${tenant.keys.teamEditor}`, 'content-type': 'application/json' },
  });

test('a story is made', async () => {
  await ask('/api/v1/stories', { method: 'POST', body: JSON.stringify({ team_id: 1101, name: 'Lost laptop' }) });
  tenant.assertCalled('createStory', { times: 1, body: { name: 'Lost laptop' }, status: 201 });
});

test('the next test does not see it', async () => {
  const { stories } = (await (await ask('/api/v1/stories')).json()) as { stories: { name: string }[] };
  expect(stories.map(({ name }) => name)).not.toContain('Lost laptop');
});

test('a call is tried again after the tenant was busy', async () => {
  tenant.use({ kind: 'rate-limit', retryAfter: 0, times: 1 });
  const first = await ask('/api/v1/info');
  const second = first.status === 429 ? await ask('/api/v1/info') : first;
  expect(second.status).toBe(200);
  tenant.assertContract();
});
