import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';

/** Two people who may publish: a request of the one needs the other. */
const key = 'personal-owner-demo-key';
const second = 'tenant-owner-demo-key';
const story = '/api/v1/stories/3102';

type Ask = ReturnType<typeof openTenant>['ask'];

async function underChangeControl() {
  const opened = openTenant();
  await opened.ask(`PUT ${story}`, { key, body: { change_control_enabled: true } });
  return opened;
}

const listed = async (ask: Ask, query: string) =>
  (await ask(`GET /api/v1/actions?story_id=3102&${query}`, { key })).body.agents;
const names = (entries: { name: string }[]) => entries.map(({ name }) => name);
const drafts = async (ask: Ask) => (await ask(`GET ${story}/drafts`, { key })).body.drafts;

describe('a change that names no draft', () => {
  test('goes to the draft named test and leaves the live story as it is', async () => {
    const { ask } = await underChangeControl();
    const { body: before } = await ask(`GET ${story}`, { key });
    const { body: changed } = await ask(`PUT ${story}`, { key, body: { name: 'Travel', add_tag_names: ['phishing'] } });
    expect(changed).toMatchObject({ id: 3102, name: 'Travel', mode: 'TEST' });
    expect((await ask(`GET ${story}`, { key })).body).toEqual(before);
    expect((await ask(`GET ${story}?story_mode=TEST`, { key })).body).toEqual(changed);
    const [draft] = await drafts(ask);
    expect(draft).toMatchObject({ name: 'test', tags: ['identity', 'phishing'], slug: `travel_${draft.id}` });
    expect((await ask('GET /api/v1/stories?search=Travel', { key })).body.stories[0].name).toBe(
      'Impossible travel alert',
    );
  });

  test('changes the picture of an action, told by its guid', async () => {
    const { ask } = await underChangeControl();
    const { body: changed } = await ask('PUT /api/v1/actions/4112', { key, body: { name: 'Compare' } });
    expect(changed).toMatchObject({ name: 'Compare', story_mode: 'TEST', guid: 'e48a5c1b7f0d4e92b36c8d19a0f7524e' });
    expect(changed.id).not.toBe(4112);
    expect(names(await listed(ask, ''))).toEqual(['Receive sign-in', 'Compare places']);
    expect(names(await listed(ask, 'story_mode=TEST'))).toEqual(['Receive sign-in', 'Compare']);
    const [webhook] = await listed(ask, 'story_mode=TEST');
    expect(webhook.receivers).toEqual([changed.id]);
    expect(changed.sources).toEqual([webhook.id]);
  });

  test('makes, links and deletes in the draft only', async () => {
    const { ask } = await underChangeControl();
    const body = {
      story_id: 3102,
      type: 'Agents::EmailAgent',
      name: 'Tell',
      options: {},
      position: { x: 0, y: 0 },
      source_ids: [4112],
    };
    const { body: made } = await ask('POST /api/v1/actions', { key, body });
    const [, compare] = await listed(ask, 'story_mode=TEST');
    expect(made).toMatchObject({ story_mode: 'TEST', sources: [compare.id] });
    await ask('DELETE /api/v1/links', { key, body: { links: [{ source_id: 4111, receiver_id: 4112 }] } });
    await ask('DELETE /api/v1/actions/4111', { key });
    expect(names(await listed(ask, 'story_mode=TEST'))).toEqual(['Compare places', 'Tell']);
    expect((await listed(ask, '')).map(({ receivers }: { receivers: number[] }) => receivers)).toEqual([[4112], []]);
  });

  test('puts notes, recipients and imports there, too', async () => {
    const { ask } = await underChangeControl();
    const { body: note } = await ask('POST /api/v1/notes', { key, body: { story_id: 3102, content: 'Mind the gap' } });
    expect(note).toMatchObject({ story_mode: 'TEST', draft_name: 'test' });
    expect((await ask('GET /api/v1/notes?story_id=3102', { key })).body.annotations).toEqual([]);
    expect((await ask('GET /api/v1/notes?story_id=3102&mode=TEST', { key })).body.annotations).toEqual([note]);
    await ask(`POST ${story}/recipients`, { key, body: { address: 'soc@quiet-harbor.example' } });
    expect((await ask(`GET ${story}`, { key })).body.recipients).toBeUndefined();
    const { body: file } = await ask('GET /api/v1/stories/3101/export', { key });
    const body = { new_name: 'Impossible travel alert', team_id: 1101, mode: 'versionReplace', data: file };
    expect((await ask('POST /api/v1/stories/import', { key, body })).body).toMatchObject({ id: 3102, mode: 'TEST' });
    expect(await listed(ask, '')).toHaveLength(2);
    expect(await listed(ask, 'story_mode=TEST')).toHaveLength(7);
  });

  test('makes no draft where it is refused', async () => {
    const { ask } = await underChangeControl();
    await ask('PUT /api/v1/actions/4112', { key, body: { source_ids: [4101] } });
    await ask(`PUT ${story}`, { key, body: { webhook_api_enabled: true } });
    await ask(`DELETE ${story}/recipients`, { key, body: { address: 'nobody@quiet-harbor.example' } });
    expect(await drafts(ask)).toEqual([]);
  });

  test('stops the live story at once all the same', async () => {
    const { ask } = await underChangeControl();
    await ask(`POST ${story}/disable`, { key, body: { disabled: true } });
    expect((await ask(`GET ${story}`, { key })).body.disabled).toBe(true);
    expect(await drafts(ask)).toEqual([]);
  });
});

describe('a draft', () => {
  test('is named where a change is meant for it', async () => {
    const { ask } = await underChangeControl();
    const { body: draft } = await ask(`POST ${story}/drafts`, { key, body: { name: 'places' } });
    expect(draft).toMatchObject({ id: 3210, name: 'places', slug: 'impossible_travel_alert_3210' });
    await ask(`PUT ${story}`, { key, body: { description: 'Places', draft_id: 3210 } });
    await ask('PUT /api/v1/actions/4112', { key, body: { name: 'Here', draft_id: 3210 } });
    expect((await ask(`GET ${story}?draft_id=3210`, { key })).body.description).toBe('Places');
    expect(names(await listed(ask, 'draft_id=3210'))).toContain('Here');
    expect((await ask(`GET ${story}/export?draft_id=3210`, { key })).body.description).toBe('Places');
    expect((await ask('GET /api/v1/stories/3101?draft_id=3210', { key })).status).toBe(404);
    expect(names(await drafts(ask))).toEqual(['places']);
  });

  test('has versions and runs of its own', async () => {
    const { ask } = openTenant();
    const draft = '/api/v1/stories/3103';
    await ask(`POST ${draft}/versions`, { key, body: { name: 'Before review', draft_id: 3201 } });
    expect((await ask(`GET ${draft}/versions?draft_id=3201`, { key })).body.meta.count).toBe(1);
    expect((await ask(`GET ${draft}/versions`, { key })).body.meta.count).toBe(0);
    await ask('POST /api/v1/actions/4131/run', { key });
    const { body: runs } = await ask(`GET ${draft}/runs?draft_id=3201`, { key });
    expect(runs.story_runs[0]).toMatchObject({ draft_id: '3201', draft_name: 'test', event_count: 2 });
    expect((await ask(`GET ${draft}/runs`, { key })).body.meta.count).toBe(0);
  });

  test('goes with what is in it, and leaves its open request cancelled', async () => {
    const { ask } = openTenant();
    expect((await ask('DELETE /api/v1/stories/3103/drafts/3201', { key })).status).toBe(204);
    expect((await ask('GET /api/v1/actions/4131', { key })).status).toBe(404);
    expect((await ask('GET /api/v1/events/5091', { key })).status).toBe(404);
    expect((await ask('GET /api/v1/actions/4121', { key })).status).toBe(200);
    const { body } = await ask('GET /api/v1/change_requests/3401', { key });
    expect(body).toMatchObject({ status: 'IN_PROGRESS', draft_id: null, draft_name: null, draft_export: null });
  });

  test('needs change control', async () => {
    const { ask } = openTenant();
    expect((await ask(`POST ${story}/drafts`, { key, body: { name: 'x' } })).status).toBe(422);
    expect((await ask(`POST ${story}/change_request`, { key, body: {} })).status).toBe(422);
  });

  test('is left behind when change control goes off, which editors cannot do', async () => {
    const { ask } = await underChangeControl();
    const off = { change_control_enabled: false };
    expect((await ask(`PUT ${story}`, { key: 'team-editor-demo-key', body: off })).status).toBe(404);
    await ask(`PUT ${story}`, { key, body: { name: 'In the draft' } });
    expect((await ask(`PUT ${story}`, { key, body: off })).body).toMatchObject({ mode: 'LIVE', ...off });
    await ask(`PUT ${story}`, { key, body: { name: 'Live again' } });
    expect((await ask(`GET ${story}`, { key })).body.name).toBe('Live again');
  });
});

describe('a change request', () => {
  const act = (ask: Ask, verb: string, change_request_id: unknown, by = key, more: object = {}) =>
    ask(`POST ${story}/change_request/${verb}`, { key: by, body: { change_request_id, ...more } });
  const request = async (ask: Ask) => {
    await ask('PUT /api/v1/actions/4112', { key, body: { name: 'Compare', options: { mode: 'message_only' } } });
    const { body } = await ask(`POST ${story}/change_request`, { key, body: { title: 'Compare better' } });
    return body.change_request.id as number;
  };
  const status = async (ask: Ask, id: number) => (await ask(`GET /api/v1/change_requests/${id}`, { key })).body.status;

  test('goes from pending over approved to live, and keeps the ids of the live story', async () => {
    const { ask } = await underChangeControl();
    const id = await request(ask);
    const viewed = await ask(`GET ${story}/change_request/view`, { key });
    expect(viewed.body.change_request).toMatchObject({
      id,
      name: 'Compare better',
      description: '',
      status: 'PENDING',
    });
    expect(JSON.parse(viewed.body.change_request.draft_export).agents[1].name).toBe('Compare');
    expect(JSON.parse(viewed.body.change_request.live_story_export).agents[1].name).toBe('Compare places');
    const approved = await act(ask, 'approve', String(id), second);
    expect(approved.body.change_request).toEqual({ id, status: 'APPROVED', participants: [2101] });
    const promoted = await act(ask, 'promote', id);
    expect(promoted).toMatchObject({ status: 200, body: { id: 3102, mode: 'LIVE' } });
    expect((await ask('GET /api/v1/actions/4112', { key })).body.name).toBe('Compare');
    expect(await status(ask, id)).toBe('PUSHED');
    expect((await ask(`GET ${story}/change_request/view`, { key })).body.change_request).toBeNull();
    expect((await ask('GET /api/v1/change_requests?team_id=1101', { key })).body.meta.count).toBe(0);
    expect((await ask('GET /api/v1/change_requests?status=PUSHED', { key })).body.meta.count).toBe(1);
  });

  test('carries new actions, links, notes and settings over, and takes away what the draft does not have', async () => {
    const { ask } = await underChangeControl();
    const place = { position: { x: 15, y: 30 } };
    const exit = {
      type: 'Agents::EventTransformationAgent',
      name: 'Exit',
      options: { mode: 'message_only' },
      ...place,
    };
    const { body: made } = await ask('POST /api/v1/actions', {
      key,
      body: { ...exit, story_id: 3102, source_ids: [4111] },
    });
    await ask('DELETE /api/v1/actions/4112', { key });
    await ask('POST /api/v1/notes', { key, body: { story_id: 3102, content: 'New' } });
    const api = { webhook_api_enabled: true, api_entry_action_id: 4111, api_exit_action_ids: [made.id] };
    await ask(`PUT ${story}`, { key, body: { name: 'Travel', ...api } });
    const { body } = await ask(`POST ${story}/change_request`, { key, body: {} });
    await act(ask, 'promote', body.change_request.id, key, { bypass_approval: true, delete_draft: true });
    const live = await listed(ask, '');
    expect(names(live)).toEqual(['Receive sign-in', 'Exit']);
    expect(live[0]).toMatchObject({ id: 4111, receivers: [live[1].id] });
    expect((await ask('GET /api/v1/actions/4112', { key })).status).toBe(404);
    expect((await ask('GET /api/v1/notes?story_id=3102', { key })).body.annotations).toHaveLength(1);
    expect(await drafts(ask)).toEqual([]);
    const webhook = '/webhook/8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d/11ee22dd33cc44bb55aa66ff77008899';
    expect((await ask(`POST ${webhook}`, { body: {} })).status).toBe(200);
  });

  test('is not promoted before it is approved, unless that is bypassed and audited', async () => {
    const { ask } = await underChangeControl();
    const id = await request(ask);
    expect(await act(ask, 'promote', id)).toMatchObject({
      status: 422,
      body: { errors: [{ details: 'change_request_id' }] },
    });
    expect(await status(ask, id)).toBe('PENDING');
    expect((await act(ask, 'promote', id, key, { bypass_approval: true })).status).toBe(200);
    const { body } = await ask('GET /api/v1/audit_logs?operation_name=ChangeRequestBypass', { key });
    expect(body.meta.count).toBe(1);
  });

  test('is not approved by its author, unless the tenant leaves that open', async () => {
    const { ask, tenant } = await underChangeControl();
    const id = await request(ask);
    expect((await act(ask, 'approve', id)).status).toBe(422);
    expect((await act(ask, 'approve', id, 'team-viewer-demo-key')).status).toBe(404);
    tenant.manage.changeSettings({ approval_by_others: false });
    expect((await act(ask, 'approve', id)).status).toBe(200);
    expect((await act(ask, 'approve', id)).status).toBe(422);
  });

  test.each([
    ['cancel', key, 'IN_PROGRESS'],
    ['reject', key, 'IN_PROGRESS'],
    ['cancel', second, 'REJECTED'],
    ['reject', second, 'REJECTED'],
  ])('is closed by %s of %s as %s', async (verb, by, expected) => {
    const { ask } = await underChangeControl();
    const id = await request(ask);
    const closed = await act(ask, verb, id, by);
    expect(closed).toMatchObject({ status: 200, body: { id: 3102, draft_name: 'test', change_request: null } });
    expect(await status(ask, id)).toBe(expected);
    expect((await act(ask, 'approve', id, second)).status).toBe(422);
    const again = await ask(`POST ${story}/change_request`, { key, body: { title: 'Once more' } });
    expect(again.status).toBe(200);
    const { body } = await ask('GET /api/v1/change_requests?team_id[]=1101', { key });
    expect(body.change_requests.map((row: { id: number }) => row.id)).toEqual([again.body.change_request.id]);
  });

  test('is one at a time for a draft, and needs one', async () => {
    const { ask } = await underChangeControl();
    expect((await ask(`POST ${story}/change_request`, { key, body: {} })).status).toBe(422);
    await request(ask);
    expect((await ask(`POST ${story}/change_request`, { key, body: {} })).status).toBe(422);
  });

  test('of another story or team is not found', async () => {
    const { ask } = await underChangeControl();
    expect((await act(ask, 'approve', 3401, second)).status).toBe(404);
    expect((await ask('GET /api/v1/change_requests/3401', { key: 'team-editor-demo-key' })).status).toBe(404);
    expect((await ask('GET /api/v1/change_requests', { key: 'team-editor-demo-key' })).body.meta.count).toBe(0);
  });
});

describe('notes', () => {
  test('are made, moved and deleted', async () => {
    const { ask } = openTenant();
    const { body: note } = await ask('POST /api/v1/annotations', { key, body: { group_id: 4190, content: 'Inside' } });
    expect(note).toMatchObject({ story_id: 3101, group_id: 4190, position: { x: 0, y: 0 }, story_mode: 'LIVE' });
    expect((await ask('GET /api/v1/notes?group_id=4190', { key })).body.annotations).toEqual([note]);
    const { body: moved } = await ask(`PUT /api/v1/notes/${note.id}`, { key, body: { content: 'There' } });
    expect(moved).toEqual({ ...note, content: 'There' });
    expect((await ask(`DELETE /api/v1/notes/${note.id}`, { key })).status).toBe(204);
    expect((await ask(`GET /api/v1/notes/${note.id}`, { key })).status).toBe(404);
    expect((await ask('POST /api/v1/notes', { key, body: { content: 'Nowhere' } })).status).toBe(422);
    expect((await ask('POST /api/v1/notes', { key, body: { group_id: 4101, content: 'No group' } })).status).toBe(422);
  });
});
