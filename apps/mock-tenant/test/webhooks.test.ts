import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';
const webhook = '/webhook/1f0e2d3c4b5a69788796a5b4c3d2e1f0/aa00bb11cc22dd33ee44ff5566778899';
const report = { reporter: 'elif.demir@quiet-harbor.example', link: 'https://invoice.example/pay' };

type Ask = ReturnType<typeof openTenant>['ask'];
const latestRun = async (ask: Ask, story = 3101) =>
  (await ask(`GET /api/v1/stories/${story}/runs`, { key })).body.story_runs[0];

describe('a call of a webhook', () => {
  test('needs no key and makes a run whose events and log lines are there to read', async () => {
    const { ask } = openTenant();
    const answered = await ask(`POST ${webhook}`, { body: report });
    expect(answered).toMatchObject({ status: 201, body: 'Ok' });
    expect(answered.headers.get('content-type')).toContain('text/plain');
    const run = await latestRun(ask);
    expect(run).toMatchObject({ action_count: 3, event_count: 3, duration: 0, story_mode: 'LIVE' });
    const { body: listed } = await ask(`GET /api/v1/stories/3101/runs/${run.guid}`, { key });
    const ids = listed.story_run_events.map(({ action_id }: { action_id: number }) => action_id);
    expect(ids).toEqual([4103, 4102, 4101]);
    const last = await ask(`GET /api/v1/events/${listed.story_run_events[0].id}`, { key });
    expect(last.body).toMatchObject({
      story_run_guid: run.guid,
      previous_events_ids: listed.story_run_events
        .slice(1)
        .map(({ id }: { id: number }) => id)
        .reverse(),
      payload: {
        receive_report: { body: report },
        extract_links: { links: [report.link] },
        look_up_link: { status: 200 },
      },
    });
    expect(answered.headers.get('x-tines-event-id')).toBe(String(listed.story_run_events[2].id));
    const { body: logs } = await ask('GET /api/v1/actions/4103/logs?level=3', { key });
    expect(logs.action_logs[0]).toMatchObject({
      message: 'GET https://reputation.example/v1/links?link=https%3A%2F%2Finvoice.example%2Fpay',
      inbound_event: { id: last.body.previous_events_ids[1] },
    });
    const summary = await ask(`GET /api/v1/stories/3101/runs/${run.guid}/summary`, { key });
    expect(summary.body.story_run).toEqual(run);
  });

  test('counts for its action', async () => {
    const { ask } = openTenant();
    const { body: before } = await ask('GET /api/v1/actions/4101', { key });
    await ask(`POST ${webhook}`, { body: report });
    const { body: after } = await ask('GET /api/v1/actions/4101', { key });
    expect(after.blended_events_count).toBe(before.blended_events_count + 1);
    expect(after.last_event_at > before.last_event_at).toBe(true);
    expect(after.updated_at).toBe(before.updated_at);
  });

  test.each(['PUT', 'PATCH', 'DELETE'])('by %s is refused where the action does not list it', async (method) => {
    const { ask } = openTenant();
    const refused = await ask(`${method} ${webhook}`, { body: {} });
    expect(refused.status).toBe(405);
    expect(refused.headers.get('allow')).toBe('GET, POST');
    expect((await latestRun(ask)).guid).toBe('7c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5');
  });

  test.each(['GET', 'PUT', 'POST', 'PATCH', 'DELETE'])('by %s is taken where the action lists it', async (method) => {
    const { ask } = openTenant();
    const { body: action } = await ask('GET /api/v1/actions/4101', { key });
    const options = { ...action.options, verbs: method.toLowerCase() };
    await ask('PUT /api/v1/actions/4101', { key, body: { options } });
    const body = method === 'GET' ? undefined : report;
    expect((await ask(`${method} ${webhook}`, { body })).status).toBe(201);
    expect((await latestRun(ask)).event_count).toBe(3);
  });

  test('with a wrong secret or path finds nothing, also with a key', async () => {
    const { ask } = openTenant();
    const wrong = webhook.replace(/.$/, '0');
    expect((await ask(`POST ${wrong}`, { body: report })).status).toBe(404);
    expect((await ask(`POST ${wrong}`, { body: report, key })).status).toBe(404);
    expect((await ask(`POST ${webhook.replace('/1f', '/2f')}`, { body: report })).status).toBe(404);
  });

  test('follows the address when it changes', async () => {
    const { ask } = openTenant();
    const options = { path: 'reports', secret: 'chosen', verbs: 'post' };
    await ask('PUT /api/v1/actions/4101', { key, body: { options } });
    expect((await ask(`POST ${webhook}`, { body: report })).status).toBe(404);
    expect((await ask('POST /webhook/reports/chosen', { body: report })).status).toBe(201);
  });

  test('takes text, and the query of a GET', async () => {
    const { ask } = openTenant();
    const body = async () =>
      (await ask('GET /api/v1/actions/4101/events', { key })).body.events[0].payload.receive_report;
    await ask(`POST ${webhook}`, { body: 'Suspicious mail', headers: { 'content-type': 'text/plain' } });
    expect((await body()).body).toBe('Suspicious mail');
    await ask(`GET ${webhook}?reporter=elif&link=x`);
    expect((await body()).body).toEqual({ reporter: 'elif', link: 'x' });
  });

  test('keeps keys out of the event', async () => {
    const { ask } = openTenant();
    await ask(`POST ${webhook}`, { body: report, key, headers: { 'x-source': 'mail' } });
    const { body } = await ask('GET /api/v1/actions/4101/events', { key });
    expect(body.events[0].payload.receive_report.headers).toMatchObject({ 'x-source': 'mail' });
    expect(JSON.stringify(body)).not.toContain(key);
  });

  test.each([
    ['its action', 'PUT /api/v1/actions/4101'],
    ['its story', 'PUT /api/v1/stories/3101'],
  ])('makes no event while %s is stopped', async (_, line) => {
    const { ask } = openTenant();
    await ask(line, { key, body: { disabled: true } });
    const answered = await ask(`POST ${webhook}`, { body: report });
    expect(answered.status).toBe(201);
    expect(answered.headers.get('x-tines-event-id')).toBeNull();
    expect((await latestRun(ask)).guid).toBe('7c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5');
  });

  test('answers as the action is set to', async () => {
    const { ask } = openTenant();
    const { body: action } = await ask('GET /api/v1/actions/4101', { key });
    const options = {
      ...action.options,
      response: 'Thanks',
      response_code: 202,
      response_headers: { 'X-Team': 'soc' },
    };
    await ask('PUT /api/v1/actions/4101', { key, body: { options } });
    const answered = await ask(`POST ${webhook}`, { body: report });
    expect(answered).toMatchObject({ status: 202, body: 'Thanks' });
    expect(answered.headers.get('x-team')).toBe('soc');
  });

  test('leaves no secret in the journal', async () => {
    const { ask, tenant } = openTenant();
    await ask(`POST ${webhook}`, { body: report });
    await ask(`POST ${webhook}`, { body: 'mail', headers: { 'content-type': 'application/octet-stream' } });
    expect(tenant.requests.at(-1)?.body).toBe('4 bytes');
    expect(JSON.stringify(tenant.requests)).not.toContain('aa00bb11cc22dd33ee44ff5566778899');
  });
});

describe('a story with its API on', () => {
  const open = async (payload: unknown) => {
    const opened = openTenant();
    const exit = { options: { mode: 'message_only', payload } };
    await opened.ask('PUT /api/v1/actions/4102', { key, body: exit });
    const body = { webhook_api_enabled: true, api_entry_action_id: 4101, api_exit_action_ids: [4102] };
    await opened.ask('PUT /api/v1/stories/3101', { key, body });
    return opened;
  };

  test('answers what its exit emitted', async () => {
    const { ask } = await open({ seen: '<<receive_report.body.link>>' });
    const answered = await ask(`POST ${webhook}`, { body: report });
    expect(answered).toMatchObject({ status: 200, body: { seen: report.link } });
  });

  test('answers with the status, body and headers that its exit asks for', async () => {
    const { ask } = await open({ status: 422, body: { reason: 'no link' }, headers: { 'X-Why': 'link' } });
    const answered = await ask(`POST ${webhook}`, { body: {} });
    expect(answered).toMatchObject({ status: 422, body: { reason: 'no link' } });
    expect(answered.headers.get('x-why')).toBe('link');
  });

  test('answers 504 where no exit ran', async () => {
    const { ask } = await open({});
    await ask('PUT /api/v1/actions/4102', { key, body: { disabled: true } });
    expect((await ask(`POST ${webhook}`, { body: report })).status).toBe(504);
  });
});

describe('running by hand', () => {
  test('is a run of its own', async () => {
    const { ask } = openTenant();
    const { status, body } = await ask('POST /api/v1/actions/4103/run', { key });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: 4103, blended_events_count: 215, last_check_at: '2026-11-24T09:00:01Z' });
    const run = await latestRun(ask);
    expect(run).toMatchObject({ action_count: 1, start_time: '2026-11-24T09:00:01Z' });
    await ask('POST /api/v1/actions/4103/run', { key });
    expect((await latestRun(ask)).guid).not.toBe(run.guid);
  });

  test('is for who may run actions', async () => {
    const { ask } = openTenant();
    expect((await ask('POST /api/v1/actions/4103/run', { key: 'team-viewer-demo-key' })).status).toBe(404);
    expect((await ask('POST /api/v1/actions/4103/run', { key: 'team-editor-demo-key' })).status).toBe(200);
  });

  test('emits an event again, in its run, with a mark', async () => {
    const { ask } = openTenant();
    expect((await ask('POST /api/v1/events/5102/reemit', { key })).status).toBe(204);
    const { body } = await ask('GET /api/v1/events?show_reemitted_events_only=true', { key });
    expect(body.events).toMatchObject([{ agent_id: 4102, re_emitted: true, previous_events_ids: [5101] }]);
    const run = '7c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5';
    const { body: listed } = await ask(`GET /api/v1/stories/3101/runs/${run}`, { key });
    expect(listed.meta.count).toBe(5);
    expect((await ask('GET /api/v1/events/5102', { key })).body.re_emitted).toBe(false);
  });
});

describe('runs', () => {
  test('are filtered by when they started', async () => {
    const { ask } = openTenant();
    const count = async (query: string) =>
      (await ask(`GET /api/v1/stories/3101/runs${query}`, { key })).body.meta.count;
    expect(await count('')).toBe(2);
    expect(await count('?since=2026-11-24T07:05:40Z')).toBe(1);
    expect(await count('?until=2026-11-24T07:05:40Z')).toBe(1);
  });

  test('belong to their story and copy', async () => {
    const { ask } = openTenant();
    const guid = '7c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5';
    expect((await ask(`GET /api/v1/stories/3102/runs/${guid}`, { key })).status).toBe(404);
    expect((await ask('GET /api/v1/stories/3103/runs?story_mode=LIVE', { key })).body.meta.count).toBe(0);
    expect((await ask('GET /api/v1/stories/3103/runs?story_mode=TEST', { key })).body.meta.count).toBe(1);
  });

  test('of a group stand beside those of its story', async () => {
    const { ask } = openTenant();
    const { body: trigger } = await ask('GET /api/v1/actions/4104', { key });
    const rules = [{ ...trigger.options.rules[0], path: '<<look_up_link.status>>', value: '200' }];
    await ask('PUT /api/v1/actions/4104', { key, body: { options: { rules } } });
    await ask(`POST ${webhook}`, { body: report });
    const { body: groups } = await ask('GET /api/v1/groups/4190/runs', { key });
    expect(groups.group_runs).toHaveLength(2);
    expect(groups.group_runs[0]).toMatchObject({ group_id: 4190, action_count: 2, event_count: 2 });
    const inside = await ask(`GET /api/v1/groups/4190/runs/${groups.group_runs[0].guid}`, { key });
    const ids = inside.body.group_run_events.map(({ action_id }: { action_id: number }) => action_id);
    expect(ids).toEqual([4192, 4191]);
    expect(await latestRun(ask)).toMatchObject({ action_count: 5, event_count: 5 });
    const { body: without } = await ask('GET /api/v1/events?story_id=3101', { key });
    const { body: within } = await ask('GET /api/v1/events?story_id=3101&include_groups=true', { key });
    expect(within.meta.count - without.meta.count).toBe(4);
    expect((await ask('GET /api/v1/groups/4101/runs', { key })).status).toBe(404);
  });
});
