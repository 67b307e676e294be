import { afterEach, describe, expect, test } from 'vitest';
import { createTinesClient, type TinesClientOptions } from '../src/index.ts';
import { noDelay } from '../src/testing.ts';
import * as faults from './support/fault-server.ts';

let server: faults.FaultServer;
afterEach(() => server.close());

async function clientOf(
  script: [faults.Fault, ...faults.Fault[]],
  options: Partial<TinesClientOptions> = {},
): Promise<ReturnType<typeof createTinesClient>> {
  server = await faults.startFaultServer(...script);
  return createTinesClient({ tenant: server.url, auth: 'k', retry: noDelay, ...options });
}

describe('a fault that passes is got over', () => {
  test.each([
    ['a reset before the answer', faults.resetAtOnce],
    ['a reset in the body', faults.resetInBody],
    ['half a body', faults.halfBody],
    ['a body that is no gzip', faults.brokenGzip],
    ['a 502', faults.answer(502, '<h1>Bad gateway</h1>')],
    ['a 429 that asks to wait', faults.answer(429, '{"error":"slow down"}', { 'retry-after': 30 })],
  ])('%s', async (_, fault) => {
    const client = await clientOf([fault, fault, faults.good]);
    const { data, error } = await client.GET('/api/v1/stories');
    expect(error).toBeUndefined();
    expect(data).toEqual({ stories: [] });
    expect(server.requests).toHaveLength(3);
  });

  test('a body that does not end, by the time limit of a try', async () => {
    const client = await clientOf([faults.endlessBody, faults.silence, faults.good], { timeout: { attempt: 40 } });
    const { data } = await client.GET('/api/v1/stories');
    expect(data).toEqual({ stories: [] });
    expect(server.requests).toHaveLength(3);
  });
});

describe('a fault that stays is an error', () => {
  test.each([
    ['a reset before the answer', faults.resetAtOnce],
    ['a reset in the body', faults.resetInBody],
    ['half a body', faults.halfBody],
    ['a body that is no gzip', faults.brokenGzip],
  ])('%s', async (_, fault) => {
    const client = await clientOf([fault]);
    const { error } = await client.GET('/api/v1/stories');
    expect(error).toMatchObject({ code: 'network', attempt: 3, cause: expect.any(Error) });
  });

  test('a storm of 429', async () => {
    const client = await clientOf([faults.answer(429, '{"error":"slow down"}')]);
    const calls = await Promise.all(Array.from({ length: 20 }, () => client.GET('/api/v1/stories')));
    expect(calls.every(({ error }) => error?.code === 'rate_limit' && error.attempt === 3)).toBe(true);
    expect(server.requests).toHaveLength(60);
  });

  test('a body that is cut by a wrong length', async () => {
    const client = await clientOf([faults.shortLength]);
    const { error } = await client.GET('/api/v1/stories');
    expect(['parse', 'network']).toContain(error?.code);
  });

  test('a write that may not be repeated, at its first fault', async () => {
    const client = await clientOf([faults.resetAtOnce]);
    const { error } = await client.POST('/api/v1/stories', { body: { team_id: 1 } });
    expect(error).toMatchObject({ code: 'network', attempt: 1 });
    expect(server.requests).toHaveLength(1);
  });

  test('a page of 10 MB, of which only the start is read', async () => {
    const client = await clientOf([faults.answer(404, Buffer.alloc(10_000_000, 'x'))]);
    const { error } = await client.GET('/api/v1/stories');
    expect(error).toMatchObject({ code: 'http', status: 404 });
    expect(String(error?.body)).toHaveLength(65_536);
  });

  test('an error page that does not end, by the time limit', async () => {
    const never: faults.Fault = (socket) => socket.write(`${faults.head(404, { 'content-length': 900 })}no`);
    const client = await clientOf([never], { timeout: { attempt: 30 }, retry: false });
    expect((await client.GET('/api/v1/stories')).error?.code).toBe('timeout');
  });
});

describe('the time limit', () => {
  test('of a try says so', async () => {
    const client = await clientOf([faults.silence], { timeout: { attempt: 20 }, retry: false });
    const { error } = await client.GET('/api/v1/stories');
    expect(error).toMatchObject({ code: 'timeout', attempt: 1, cause: { name: 'TimeoutError', message: '20 ms' } });
  });

  test('of all tries holds over their waits', async () => {
    const client = await clientOf([faults.answer(503, '', { 'retry-after': 50 })], {
      timeout: { total: 40 },
      retry: { maxWait: 60_000 },
    });
    const { error } = await client.GET('/api/v1/stories');
    expect(error).toMatchObject({ code: 'timeout', attempt: 1, cause: { message: '40 ms' } });
  });

  test('of a call goes before that of the client', async () => {
    const client = await clientOf([faults.silence], { retry: false });
    const { error } = await client.GET('/api/v1/stories', { timeout: { attempt: 20 } });
    expect(error?.code).toBe('timeout');
  });

  test("is joined with the caller's signal, which ends a request under way", async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const client = await clientOf([() => controller.abort(reason)]);
    const { error } = await client.GET('/api/v1/stories', { signal: controller.signal });
    expect([error?.code, error?.cause]).toEqual(['aborted', reason]);
  });

  test('is not even started where the signal has aborted before', async () => {
    const client = await clientOf([faults.good]);
    const { error } = await client.GET('/api/v1/stories', { signal: AbortSignal.abort() });
    expect(error?.code).toBe('aborted');
    expect(server.requests).toHaveLength(0);
  });

  test('leaves nothing on a signal that lives on', async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const { addEventListener, removeEventListener } = signal;
    signal.addEventListener = (...of: Parameters<typeof addEventListener>) => {
      listeners++;
      addEventListener.apply(signal, of);
    };
    signal.removeEventListener = (...of: Parameters<typeof removeEventListener>) => {
      listeners--;
      removeEventListener.apply(signal, of);
    };
    const client = await clientOf([faults.answer(503, ''), faults.good]);
    await client.GET('/api/v1/stories', { signal });
    expect(listeners).toBe(0);
  });
});

describe('the key stays with the tenant', () => {
  test('when a redirect leads to another origin', async () => {
    const other = await faults.startFaultServer(faults.good);
    const client = await clientOf([faults.answer(302, '', { location: `${other.url}/api/v1/stories` })]);
    const { error } = await client.GET('/api/v1/stories');
    expect(error).toMatchObject({ code: 'origin', status: 302, attempt: 1 });
    expect(other.requests).toHaveLength(0);
    await other.close();
  });

  test('when middleware or a call changes the address', async () => {
    const other = await faults.startFaultServer(faults.good);
    const client = await clientOf([faults.good]);
    const moved = await client.GET('/api/v1/stories', { baseUrl: other.url } as object);
    client.use({ onRequest: ({ request }) => new Request(request.url.replace(server.url, other.url), request) });
    const rewritten = await client.GET('/api/v1/stories');
    for (const { error } of [moved, rewritten]) {
      expect(error).toMatchObject({ code: 'origin', message: `GET /api/v1/stories may only go to ${server.url}` });
    }
    expect(other.requests).toHaveLength(0);
    await other.close();
  });

  test('and does not go with a webhook, which has a secret of its own', async () => {
    const client = await clientOf([faults.answer(201, 'Ok', { 'content-type': 'text/plain' })]);
    const { data } = await client.POST('/webhook/{path}/{secret}', {
      params: { path: { path: 'hook', secret: 's' } },
      body: { alert: 1 },
    });
    expect(data).toBe('Ok');
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
    expect(server.requests[0]?.headers).not.toHaveProperty('x-user-token');
  });
});
