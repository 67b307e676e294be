import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setupServer } from 'msw/node';
import { handlers, tenant } from './handlers.js';
import { listStoryNames } from './report.js';

const server = setupServer(...handlers);
before(() => server.listen({ onUnhandledRequest: 'error' }));
after(() => server.close());

for (const key of [{ bearer: 'test-key' }, { userToken: 'test-key' }]) {
  test(`reads all pages with ${Object.keys(key)[0]}`, async () => {
    assert.deepEqual(await listStoryNames(tenant, key, 1101), ['Triage', 'Enrich', 'Report']);
  });
}

for (const key of [{ bearer: 'other-key' }, { userToken: 'other-key' }]) {
  test(`tells the status where ${Object.keys(key)[0]} is refused`, async () => {
    await assert.rejects(listStoryNames(tenant, key, 1101), /401/);
  });
}

test('deletes with an empty answer', async () => {
  const answer = await fetch(`${tenant}/api/v1/stories/3101`, { method: 'DELETE' });
  assert.deepEqual([answer.status, await answer.text()], [204, '']);
});
