import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Fault, type MockTenant, startMockTenant } from '../src/index.ts';
import { openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';
const stories = 'GET /api/v1/stories';

describe('a status', () => {
  test.each([
    ['message', { error: expect.any(String) }],
    ['errors', { errors: [{ message: expect.any(String), details: 'fault' }] }],
    ['list', [{ message: expect.any(String), details: 'fault' }]],
    ['object', { error: { type: 'bad_request', message: expect.any(String) } }],
    ['empty', undefined],
  ] as const)('comes in the shape %s', async (shape, body) => {
    const { ask, tenant } = openTenant();
    tenant.use({ kind: 'status', status: 503, shape });
    expect(await ask(stories, { key })).toMatchObject({ status: 503, body });
  });

  test('changes nothing of what was asked for', async () => {
    const { ask, tenant } = openTenant();
    tenant.use({ kind: 'status', status: 500, times: 1 });
    await ask('DELETE /api/v1/stories/3101', { key });
    expect((await ask('GET /api/v1/stories/3101', { key })).status).toBe(200);
  });
});

describe('too many requests', () => {
  test.each([
    [undefined, '1'],
    [30, '30'],
    ['Tue, 24 Nov 2026 09:01:00 GMT', 'Tue, 24 Nov 2026 09:01:00 GMT'],
    ['none', null],
  ])('carries Retry-After for %s', async (retryAfter, header) => {
    const { ask, tenant } = openTenant();
    tenant.use({ kind: 'rate-limit', ...(retryAfter !== undefined && { retryAfter }) });
    const answered = await ask(stories, { key });
    expect(answered.status).toBe(429);
    expect(answered.headers.get('retry-after')).toBe(header);
  });
});

describe('when a fault strikes', () => {
  const statuses = async (fault: Fault, lines: string[]) => {
    const { ask, tenant } = openTenant();
    tenant.use(fault);
    const answers: number[] = [];
    for (const line of lines) answers.push((await ask(line, { key })).status);
    return answers;
  };
  const info = 'GET /api/v1/info';

  test('a number of times, then all is well', async () => {
    expect(await statuses({ kind: 'status', status: 503, times: 2 }, [info, info, info])).toEqual([503, 503, 200]);
  });

  test('every nth time', async () => {
    const fault: Fault = { kind: 'status', status: 503, every: 3 };
    expect(await statuses(fault, [info, info, info, info, info, info])).toEqual([200, 200, 503, 200, 200, 503]);
  });

  test('on one operation', async () => {
    expect(await statuses({ kind: 'status', status: 503, operation: 'listStories' }, [info, stories])).toEqual([
      200, 503,
    ]);
  });

  test('on one section', async () => {
    expect(await statuses({ kind: 'status', status: 503, section: 'Stories' }, [info, stories])).toEqual([200, 503]);
  });

  test('on one method', async () => {
    const lines = [info, 'DELETE /api/v1/stories/3101'];
    expect(await statuses({ kind: 'status', status: 503, method: 'DELETE' }, lines)).toEqual([200, 503]);
  });

  test('on one key', async () => {
    const { ask, tenant } = openTenant();
    tenant.use({ kind: 'status', status: 503, key: 'team-viewer-demo-key' });
    expect((await ask(info, { key })).status).toBe(200);
    expect((await ask(info, { key: 'team-viewer-demo-key', scheme: 'user_token' })).status).toBe(503);
  });

  test('until it is taken away', async () => {
    const { ask, tenant } = openTenant();
    const remove = tenant.use({ kind: 'status', status: 503 });
    expect((await ask(info, { key })).status).toBe(503);
    remove();
    expect((await ask(info, { key })).status).toBe(200);
  });

  test('on one request that asks for it in a header', async () => {
    const { ask, tenant } = openTenant();
    const headers = { 'x-mock-fault': 'status; status=502; shape=errors' };
    expect(await ask(info, { key, headers })).toMatchObject({ status: 502, body: { errors: [{ details: 'fault' }] } });
    expect(tenant.requests.at(-1)?.fault).toBe('status');
    expect((await ask(info, { key })).status).toBe(200);
  });
});

describe('bodies', () => {
  const text = async (fault: Fault) => {
    const { tenant } = openTenant();
    tenant.use(fault);
    const request = new Request('http://tenant.example/api/v1/stories?per_page=1', {
      headers: { 'x-user-token': key },
    });
    const response = await tenant.fetch(request);
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };

  test('a page of HTML where JSON was promised', async () => {
    expect(await text({ kind: 'html' })).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
  });

  test('the right body under a wrong content type', async () => {
    const answered = await text({ kind: 'content-type', mediaType: 'text/plain' });
    expect(answered.type).toBe('text/plain');
    expect(JSON.parse(answered.text)).toHaveProperty('stories');
  });

  test('nothing', async () => {
    expect(await text({ kind: 'empty-body' })).toMatchObject({ status: 200, text: '' });
  });

  test('JSON that breaks off', async () => {
    const answered = await text({ kind: 'malformed-json' });
    expect(() => JSON.parse(answered.text)).toThrow(SyntaxError);
  });

  test('a next page that leads to this page again', async () => {
    const { meta } = JSON.parse((await text({ kind: 'repeated-page' })).text);
    expect(meta.next_page).toBe(meta.current_page);
    expect(meta.next_page_number).toBe(1);
  });
});

describe('a wait', () => {
  const waits = async (fault: Fault) => {
    const waited: number[] = [];
    const { ask, tenant } = openTenant({ wait: async (milliseconds) => void waited.push(milliseconds) });
    tenant.use(fault);
    for (const _ of [1, 2, 3]) await ask(stories, { key });
    return waited;
  };

  test('is as long as it was told', async () => {
    expect(await waits({ kind: 'delay', milliseconds: 250 })).toEqual([250, 250, 250]);
  });

  test('follows from the seed where a range was given', async () => {
    const fault: Fault = { kind: 'delay', milliseconds: 100, upTo: 200 };
    const waited = await waits(fault);
    expect(waited).toEqual(await waits(fault));
    expect(new Set(waited).size).toBeGreaterThan(1);
    for (const each of waited) expect(each).toBeGreaterThanOrEqual(100);
    for (const each of waited) expect(each).toBeLessThanOrEqual(200);
  });
});

describe('through a socket', () => {
  let tenant: MockTenant;
  beforeAll(async () => {
    tenant = await startMockTenant();
  });
  afterEach(() => tenant.reset());
  afterAll(() => tenant.close());

  const ask = () => fetch(`${tenant.url}/api/v1/stories`, { headers: { 'x-user-token': key } });

  test('the connection breaks before the headers', async () => {
    tenant.use({ kind: 'reset', times: 1 });
    await expect(ask()).rejects.toThrow();
    expect((await ask()).status).toBe(200);
  });

  test('the connection breaks after the headers', async () => {
    tenant.use({ kind: 'reset', when: 'after-headers', times: 1 });
    await expect(ask().then((response) => response.text())).rejects.toThrow();
  });

  test('the body ends in the middle', async () => {
    tenant.use({ kind: 'half-body', times: 1 });
    const response = await ask();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  test('the body comes late and whole', async () => {
    tenant.use({ kind: 'slow-body', milliseconds: 1, times: 1 });
    expect(await (await ask()).json()).toHaveProperty('stories');
  });
});

describe('a fault that cannot be planted', () => {
  test.each([
    [{ kind: 'earthquake' }, 'A fault must be of the kind status, rate-limit,'],
    [{ kind: 'status' }, 'status is required.'],
    [{ kind: 'status', status: 200 }, 'status must be >= 400.'],
    [{ kind: 'status', status: 500, shape: 'poem' }, 'shape must be one of "message"'],
    [{ kind: 'delay', milliseconds: 1, colour: 'red' }, 'colour is not known here.'],
    [{ kind: 'html', times: 0 }, 'times must be >= 1.'],
  ])('is refused: %j', (fault, message) => {
    const { tenant } = openTenant();
    expect(() => tenant.use(fault as Fault)).toThrow(message);
  });

  test('is refused in a header with 400', async () => {
    const { ask } = openTenant();
    const refused = await ask(stories, { key, headers: { 'x-mock-fault': 'status; status=99' } });
    expect(refused).toMatchObject({ status: 400, body: { error: expect.stringContaining('status must be >= 400.') } });
  });
});
