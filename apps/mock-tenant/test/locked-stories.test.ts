import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';
const action = { type: 'Agents::EventTransformationAgent', name: 'New', options: {}, position: { x: 0, y: 0 } };

async function openLocked() {
  const { ask, tenant } = openTenant();
  const { body: exported } = await ask('GET /api/v1/stories/3101/export', { key });
  await ask('PUT /api/v1/stories/3101', { key, body: { locked: true } });
  return { ask, exported, holds: () => ({ ...tenant.snapshot().collections, auditLogs: undefined }) };
}

describe('a locked story', () => {
  test.each<[string, object?]>([
    ['PUT /api/v1/stories/3101', { name: 'Renamed' }],
    ['PUT /api/v1/stories/3101', { team_id: 1102 }],
    ['PUT /api/v1/stories/3101', { locked: true, name: 'Renamed' }],
    ['POST /api/v1/actions', { ...action, story_id: 3101 }],
    ['PUT /api/v1/actions/4102', { name: 'Renamed' }],
    ['DELETE /api/v1/actions/4102'],
    ['POST /api/v1/notes', { story_id: 3101, content: 'New' }],
    ['DELETE /api/v1/notes/3501'],
    ['POST /api/v1/stories/3101/recipients', { address: 'amara.okafor@quiet-harbor.example' }],
  ])('refuses %s %o and stays as it is', async (line, body) => {
    const { ask, holds } = await openLocked();
    const before = holds();
    const refused = await ask(line, { key, ...(body && { body }) });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ message: expect.stringContaining('locked') }] } });
    expect(holds()).toEqual(before);
  });

  test('is not replaced by an import', async () => {
    const { ask, exported, holds } = await openLocked();
    const before = holds();
    const body = { new_name: exported.name, data: exported, team_id: 1101, mode: 'versionReplace' };
    expect((await ask('POST /api/v1/stories/import', { key, body })).status).toBe(422);
    expect(holds()).toEqual(before);
  });

  test('is unlocked, alone or with a change', async () => {
    const { ask } = await openLocked();
    const body = { locked: false, name: 'Renamed' };
    expect((await ask('PUT /api/v1/stories/3101', { key, body })).body).toMatchObject(body);
    expect((await ask('PUT /api/v1/actions/4102', { key, body: { name: 'Renamed' } })).status).toBe(200);
  });

  test('is locked together with a change', async () => {
    const { ask } = openTenant();
    const body = { locked: true, name: 'Renamed' };
    expect((await ask('PUT /api/v1/stories/3101', { key, body })).body).toMatchObject(body);
  });

  test('goes on to run, and can be stopped', async () => {
    const { ask } = await openLocked();
    expect((await ask('POST /api/v1/actions/4101/run', { key, body: {} })).status).toBeLessThan(300);
    expect((await ask('POST /api/v1/stories/3101/disable', { key, body: { disabled: true } })).status).toBe(200);
  });
});
