import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useMockTenant } from './mock-tenant.js';

const held = useMockTenant();

test('a team key sees the stories of its team', async () => {
  const { tenant } = held;
  const response = await fetch(`${tenant.url}/api/v1/stories`, { headers: { 'x-user-token': tenant.keys.teamViewer } });
  const { stories } = await response.json();
  assert.deepEqual([...new Set(stories.map((story) => story.team_id))], [1101]);
  tenant.assertCalled('listStories', { times: 1 });
});

test('a key without the right is told that there is nothing', async () => {
  const { tenant } = held;
  const headers = { 'x-user-token': tenant.keys.teamViewer };
  const response = await fetch(`${tenant.url}/api/v1/stories/3101`, { method: 'DELETE', headers });
  assert.equal(response.status, 404);
});
