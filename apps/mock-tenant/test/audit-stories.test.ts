import { expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';
const action = { type: 'Agents::EventTransformationAgent', name: 'New', options: {}, position: { x: 0, y: 0 } };

test.each<[string, object | undefined, number]>([
  ['POST /api/v1/actions', { ...action, story_id: 3101 }, 3101],
  ['POST /api/v1/agents', { ...action, story_id: 3101 }, 3101],
  ['PUT /api/v1/actions/4101', { name: 'Renamed' }, 3101],
  ['PUT /api/v1/agents/4101', { name: 'Renamed' }, 3101],
  ['DELETE /api/v1/actions/4101', undefined, 3101],
  ['DELETE /api/v1/agents/4101', undefined, 3101],
  ['POST /api/v1/notes', { story_id: 3101, content: 'New' }, 3101],
  ['POST /api/v1/annotations', { story_id: 3101, content: 'New' }, 3101],
  ['PUT /api/v1/stories/3102', { name: 'Renamed' }, 3102],
  ['DELETE /api/v1/stories/3102', undefined, 3102],
  ['POST /api/v1/stories', { team_id: 1101, name: 'New' }, 3110],
])('the entry of %s %o names its story', async (line, body, story_id) => {
  const { ask } = openTenant();
  expect((await ask(line, { key, ...(body && { body }) })).status).toBeLessThan(300);
  const { body: log } = await ask('GET /api/v1/audit_logs?per_page=1', { key });
  expect(log.audit_logs).toMatchObject([{ story_id }]);
});

test('the entry of a call that is about no story names none', async () => {
  const { ask } = openTenant();
  await ask('POST /api/v1/teams', { key, body: { name: 'New' } });
  const { body: log } = await ask('GET /api/v1/audit_logs?per_page=1', { key });
  expect(log.audit_logs).toMatchObject([{ operation_name: 'TeamCreation', story_id: null }]);
});
