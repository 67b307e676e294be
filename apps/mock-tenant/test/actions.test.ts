import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';
const transform = {
  story_id: 3101,
  type: 'Agents::EventTransformationAgent',
  name: 'Shape',
  options: { mode: 'message_only', payload: {} },
  position: { x: 0, y: 0 },
};

describe('an action', () => {
  test('is made, read under both names of its path, changed and deleted', async () => {
    const { ask } = openTenant();
    const { status, body: made } = await ask('POST /api/v1/actions', { key, body: transform });
    expect(status).toBe(201);
    expect((await ask(`GET /api/v1/agents/${made.id}`, { key })).body).toEqual(made);
    const { body: changed } = await ask(`PATCH /api/v1/agents/${made.id}`, { key, body: { disabled: true } });
    expect(changed).toMatchObject({ disabled: true, name: 'Shape' });
    expect(changed.updated_at > made.updated_at).toBe(true);
    expect((await ask(`DELETE /api/v1/agents/${made.id}`, { key })).status).toBe(204);
    expect((await ask(`GET /api/v1/actions/${made.id}`, { key })).status).toBe(404);
  });

  test.each([
    [
      { x: 7, y: 8 },
      { x: 0, y: 15 },
    ],
    [
      { x: -22.4, y: 1000 },
      { x: -15, y: 1005 },
    ],
    [
      { x: 30, y: -45 },
      { x: 30, y: -45 },
    ],
  ])('stands on a grid of 15: %j becomes %j', async (sent, snapped) => {
    const { ask } = openTenant();
    const { body } = await ask('POST /api/v1/actions', { key, body: { ...transform, position: sent } });
    expect(body.position).toEqual(snapped);
    const { body: moved } = await ask('PUT /api/v1/actions/4101', { key, body: { position: sent } });
    expect(moved.position).toEqual(snapped);
  });

  test.each([
    ['a short type', { type: 'Webhook' }, 'type'],
    ['a type that no page names', { type: 'Agents::TimeTravelAgent' }, 'type'],
    ['both spellings of a side', { source_ids: [4101], links_to_sources: [{ source_id: 4101 }] }, 'source_ids'],
    ['a link to another story', { source_ids: [4111] }, 'links'],
    ['a group that is none', { group_id: 4101 }, 'group_id'],
    ['no name', { name: undefined }, 'name'],
  ])('is refused with %s', async (_, body, details) => {
    const { ask, tenant } = openTenant();
    const refused = await ask('POST /api/v1/actions', { key, body: { ...transform, ...body } });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ details }] } });
    expect(tenant.state.actions.where('name', 'Shape')).toEqual([]);
  });

  test('goes into a story or a group, so one of them is needed', async () => {
    const { ask } = openTenant();
    const { story_id, ...nowhere } = transform;
    const refused = await ask('POST /api/v1/actions', { key, body: nowhere });
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ message: 'One of story_id, group_id is required.' }] },
    });
    const { body } = await ask('POST /api/v1/actions', { key, body: { ...nowhere, group_id: 4190 } });
    expect(body).toMatchObject({ story_id: 3101, group_id: 4190 });
  });

  test('that is a webhook gets an address where none is sent', async () => {
    const { ask } = openTenant();
    const body = { ...transform, type: 'Agents::WebhookAgent', name: 'In', options: { verbs: 'post' } };
    const { body: made } = await ask('POST /api/v1/actions', { key, body });
    expect(made.options).toMatchObject({ path: expect.stringMatching(/^[0-9a-f]{32}$/), verbs: 'post' });
    const { path, secret } = made.options;
    expect((await ask(`POST /webhook/${path}/${secret}`, { body: {} })).status).toBe(201);
  });

  test('takes what came of it along when it goes', async () => {
    const { ask } = openTenant();
    await ask('DELETE /api/v1/actions/4102', { key });
    expect((await ask('GET /api/v1/actions/4101', { key })).body.receivers).toEqual([]);
    expect((await ask('GET /api/v1/actions/4103', { key })).body.sources).toEqual([]);
    expect((await ask('GET /api/v1/events/5102', { key })).status).toBe(404);
    await ask('DELETE /api/v1/actions/4190', { key });
    expect((await ask('GET /api/v1/actions/4191', { key })).status).toBe(404);
  });
});

describe('links', () => {
  test('are only ever added by an update', async () => {
    const { ask } = openTenant();
    const { body } = await ask('PUT /api/v1/actions/4101', { key, body: { receiver_ids: [4104] } });
    expect(body.receivers).toEqual([4102, 4104]);
    const emptied = await ask('PUT /api/v1/actions/4101', { key, body: { receiver_ids: [], links_to_sources: [] } });
    expect(emptied.body.receivers).toEqual([4102, 4104]);
    expect((await ask('GET /api/v1/actions/4104', { key })).body.sources).toEqual([4103, 4101]);
  });

  test('are taken away by their two ends, as text or numbers', async () => {
    const { ask } = openTenant();
    const cut = (source_id: unknown, receiver_id: unknown) =>
      ask('DELETE /api/v1/links', { key, body: { links: [{ source_id, receiver_id }] } });
    expect((await cut('4103', '4104')).status).toBe(204);
    expect((await ask('GET /api/v1/actions/4103', { key })).body.receivers).toEqual([]);
    expect((await cut(4103, 4104)).status).toBe(404);
    expect((await cut(4102, 4103)).status).toBe(204);
  });

  test('are taken away of one story at a time, and by who may write there', async () => {
    const { ask } = openTenant();
    const links = [
      { source_id: 4101, receiver_id: 4102 },
      { source_id: 4111, receiver_id: 4112 },
    ];
    expect((await ask('DELETE /api/v1/links', { key, body: { links } })).status).toBe(422);
    const one = { links: links.slice(0, 1) };
    expect((await ask('DELETE /api/v1/links', { key: 'team-viewer-demo-key', body: one })).status).toBe(404);
    expect((await ask('DELETE /api/v1/links', { key: 'team-editor-demo-key', body: one })).status).toBe(204);
  });
});

describe('what an action has done', () => {
  test('is read newest first, within bounds', async () => {
    const { ask } = openTenant();
    const ids = async (query = '') =>
      (await ask(`GET /api/v1/actions/4101/events${query}`, { key })).body.events.map(({ id }: { id: number }) => id);
    expect(await ids()).toEqual([5101, 5099]);
    expect(await ids('?since_id=5099')).toEqual([5101]);
    expect(await ids('?until_id=5099')).toEqual([5099]);
  });

  test('is logged by level', async () => {
    const { ask } = openTenant();
    const ids = async (query = '') =>
      (await ask(`GET /api/v1/actions/4103/logs${query}`, { key })).body.action_logs.map(
        ({ id }: { id: number }) => id,
      );
    expect(await ids()).toEqual([4502, 4501, 4500]);
    expect(await ids('?level=4')).toEqual([4501]);
  });

  test('is forgotten when asked', async () => {
    const { ask } = openTenant();
    const events = await ask('DELETE /api/v1/actions/4103/remove_events', { key, body: { async_deletion: true } });
    expect(events.body.blended_events_count).toBe(0);
    expect((await ask('GET /api/v1/actions/4103/events', { key })).body.events).toEqual([]);
    const logs = await ask('DELETE /api/v1/actions/4103/remove_logs', { key });
    expect(logs.body).toMatchObject({ logs_count: 0, last_error_log_at: null });
    expect((await ask('GET /api/v1/actions/4103/logs', { key })).body.action_logs).toEqual([]);
  });

  test('expires after the time that its story keeps events', async () => {
    const { ask, tenant } = openTenant();
    tenant.state.clock.advance(7 * 24 * 3600 * 1000 - 31 * 60 * 1000);
    expect((await ask('GET /api/v1/events/5101', { key })).status).toBe(200);
    tenant.state.clock.advance(2 * 60 * 1000);
    expect((await ask('GET /api/v1/events/5101', { key })).status).toBe(404);
    expect((await ask('GET /api/v1/events', { key })).body.events).toEqual([]);
  });

  test('leaves no lines where the tenant is set to keep none', async () => {
    const { ask, tenant } = openTenant();
    tenant.manage.changeSettings({ action_logs: false });
    await ask('PUT /api/v1/actions/4103', { key, body: { options: {} } });
    await ask('POST /api/v1/actions/4103/run', { key });
    expect((await ask('GET /api/v1/actions/4103/logs', { key })).body.meta.count).toBe(3);
  });
});
