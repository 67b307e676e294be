import { describe, expect, test } from 'vitest';
import { kinds, matchProperties } from '../src/faults/faults.ts';
import { type JournalEntry, startMockTenant } from '../src/index.ts';
import { openTenant } from './ask.ts';
import { mockSchema } from './mock-schema.ts';

const key = 'tenant-owner-demo-key';
const info = 'GET /api/v1/info';

describe('faults under /_mock', () => {
  test('are planted, listed with how often they struck, and taken away', async () => {
    const { ask } = openTenant();
    const planted = await ask('POST /_mock/faults', {
      body: { kind: 'status', status: 503, operation: 'getTenantInfo' },
    });
    expect(planted).toMatchObject({ status: 201, body: { id: 1, struck: 0 } });
    expect((await ask(info, { key })).status).toBe(503);
    expect((await ask('GET /_mock/faults')).body.faults).toEqual([{ ...planted.body, struck: 1 }]);
    expect((await ask('DELETE /_mock/faults/1')).status).toBe(204);
    expect((await ask('DELETE /_mock/faults/1')).status).toBe(404);
    expect((await ask(info, { key })).status).toBe(200);
  });

  test('are cleared together', async () => {
    const { ask } = openTenant();
    for (const status of [500, 503]) await ask('POST /_mock/faults', { body: { kind: 'status', status } });
    expect((await ask('DELETE /_mock/faults')).status).toBe(204);
    expect((await ask('GET /_mock/faults')).body.faults).toEqual([]);
  });

  test('that cannot be are refused with what is allowed', async () => {
    const { ask } = openTenant();
    const noStatus = await ask('POST /_mock/faults', { body: { kind: 'status' } });
    expect(noStatus).toMatchObject({
      status: 422,
      body: { errors: [{ message: expect.stringContaining('status is required') }] },
    });
    const noKind = await ask('POST /_mock/faults', { body: { kind: 'earthquake' } });
    expect(noKind.body.errors[0].message).toContain('"rate-limit"');
  });

  test('for one key do not show that key', async () => {
    const { ask } = openTenant();
    await ask('POST /_mock/faults', { body: { kind: 'status', status: 503, key } });
    expect(JSON.stringify((await ask('GET /_mock/faults')).body)).not.toContain(key);
    expect((await ask(info, { key })).status).toBe(503);
  });

  test('are described with every option that a kind has, and no other', () => {
    const inCode = [matchProperties, ...Object.values(kinds).map(({ properties }) => properties)];
    const options = new Set(inCode.flatMap((properties) => Object.keys(properties)));
    const { properties } = mockSchema('Fault');
    expect(Object.keys(properties).sort()).toEqual([...options].sort());
    expect(properties.kind?.enum).toEqual(Object.keys(kinds));
  });
});

describe('the clock', () => {
  test('is read, set and moved under /_mock, and in code', async () => {
    const { ask, tenant } = openTenant();
    expect((await ask('GET /_mock/clock')).body).toEqual({ now: '2026-11-24T09:00:00Z' });
    await ask('PUT /_mock/clock', { body: { now: '2027-01-01T12:00:00Z' } });
    expect((await ask('POST /_mock/clock/advance', { body: { seconds: 90 } })).body.now).toBe('2027-01-01T12:01:30Z');
    tenant.clock.advance(30_000);
    expect(tenant.clock.iso()).toBe('2027-01-01T12:02:00Z');
    const { body: story } = await ask('POST /api/v1/stories', { key, body: { team_id: 1101 } });
    expect(story.created_at).toBe('2027-01-01T12:02:01Z');
  });

  test('refuses what is no time, and times that nobody can write', async () => {
    const { ask } = openTenant();
    expect((await ask('PUT /_mock/clock', { body: { now: 'tomorrow' } })).status).toBe(422);
    await ask('PUT /_mock/clock', { body: { now: '9999-12-31T00:00:00Z' } });
    expect((await ask('POST /_mock/clock/advance', { body: { seconds: 86_400 } })).status).toBe(422);
    expect((await ask('GET /_mock/health')).status).toBe(200);
  });
});

describe('a snapshot', () => {
  test('is read and put back under /_mock', async () => {
    const { ask } = openTenant();
    const { body: kept } = await ask('GET /_mock/snapshot');
    await ask('DELETE /api/v1/stories/3101', { key });
    expect((await ask('PUT /_mock/snapshot', { body: kept })).status).toBe(204);
    expect((await ask('GET /api/v1/stories/3101', { key })).status).toBe(200);
  });

  test.each([
    ['lacks a collection', (kept: Kept) => delete kept.collections.stories, 'The snapshot has no stories.'],
    ['holds what is no row', (kept: Kept) => kept.collections.stories?.rows.push({ name: 'x' }), 'id is required.'],
  ])('that %s is refused and changes nothing', async (_, spoil, message) => {
    const { ask, tenant } = openTenant();
    const before = JSON.stringify(tenant.snapshot());
    const { body } = await ask('GET /_mock/snapshot');
    spoil(body);
    const refused = await ask('PUT /_mock/snapshot', { body });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ message }] } });
    expect(JSON.stringify(tenant.snapshot())).toBe(before);
  });

  interface Kept {
    collections: Record<string, { rows: object[] } | undefined>;
  }
});

describe('listeners', () => {
  test('hear of requests, of those that nothing takes, and of answers that break the contract', async () => {
    const { ask, tenant } = openTenant();
    const heard: string[] = [];
    const listen = (event: 'request' | 'unhandled' | 'contract') =>
      tenant.on(event, ({ path, status }) => heard.push(`${event} ${path} ${status}`));
    const end = listen('request');
    listen('unhandled');
    listen('contract');
    await ask(info, { key });
    await ask('GET /api/v1/nothing', { key });
    await ask('GET /api/v1/stories');
    end();
    const story = tenant.state.stories.get(3102);
    if (story) tenant.state.stories.put({ ...story, name: 7 as never });
    await ask('GET /api/v1/stories/3102', { key });
    expect(heard).toEqual([
      'request /api/v1/info 200',
      'request /api/v1/nothing 404',
      'unhandled /api/v1/nothing 404',
      'request /api/v1/stories 401',
      'contract /api/v1/stories/3102 500',
    ]);
  });

  test('that throw break no request', async () => {
    const faults: unknown[] = [];
    const { ask, tenant } = openTenant({ onFault: (error) => void faults.push(error) });
    tenant.on('request', () => {
      throw new Error('A listener that fails.');
    });
    expect((await ask(info, { key })).status).toBe(200);
    expect(faults).toHaveLength(1);
  });

  test('of what there is not are refused', () => {
    const { tenant } = openTenant();
    expect(() => tenant.on('response' as never, () => {})).toThrow('A tenant tells of request, unhandled, contract');
  });
});

describe('requests as server-sent events', () => {
  test('come as they are made, and those that were missed come first', async () => {
    const tenant = await startMockTenant();
    const ask = (page: number) =>
      fetch(`${tenant.url}/api/v1/stories?page=${page}`, { headers: { 'x-user-token': key } });
    for (const page of [1, 2]) await ask(page);
    const response = await fetch(`${tenant.url}/_mock/events`, { headers: { 'last-event-id': '1' } });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const events = readEvents(response);
    expect((await events.next()).value?.query.page).toBe('2');
    await ask(3);
    expect((await events.next()).value).toMatchObject({ id: 3, query: { page: '3' }, operationId: 'listStories' });
    await tenant.close();
  });

  test('come without a socket too, and end when the reader has enough', async () => {
    const { ask, tenant } = openTenant();
    const response = await tenant.fetch(new Request('http://tenant.example/_mock/events'));
    const events = readEvents(response);
    const next = events.next();
    await ask(info, { key });
    expect((await next).value).toMatchObject({ operationId: 'getTenantInfo', status: 200 });
    await events.return(undefined);
    expect((await ask(info, { key })).status).toBe(200);
  });

  async function* readEvents(response: Response): AsyncGenerator<JournalEntry> {
    let text = '';
    for await (const piece of response.body ?? []) {
      text += Buffer.from(piece as Uint8Array).toString('utf8');
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
        text = text.slice(end + 2);
        if (data !== undefined) yield JSON.parse(data);
      }
    }
  }
});

describe('a tenant with a token', () => {
  test('takes calls of /_mock with it only, and tells everybody that it is up', async () => {
    const { ask } = openTenant({ mockToken: 'made-for-this-test' });
    expect((await ask('GET /_mock/health')).status).toBe(200);
    expect(await ask('GET /_mock/requests')).toMatchObject({
      status: 401,
      body: { error: expect.stringContaining('X-Mock-Token') },
    });
    expect((await ask('POST /_mock/reset', { headers: { 'x-mock-token': 'another' } })).status).toBe(401);
    expect((await ask('POST /_mock/reset', { headers: { 'x-mock-token': 'made-for-this-test' } })).status).toBe(204);
  });

  test('gets one on an address that is not loopback', async () => {
    const inside = await startMockTenant();
    const outside = await startMockTenant({ host: '0.0.0.0' });
    const url = outside.url.replace('0.0.0.0', '127.0.0.1');
    expect(inside.mockToken).toBeUndefined();
    expect((await fetch(`${url}/_mock/snapshot`)).status).toBe(401);
    const headers = { 'x-mock-token': outside.mockToken ?? '' };
    expect((await fetch(`${url}/_mock/snapshot`, { headers })).status).toBe(200);
    await Promise.all([inside.close(), outside.close()]);
  });
});
