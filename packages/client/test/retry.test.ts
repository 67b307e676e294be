import { describe, expect, test } from 'vitest';
import { defaultRetry, delayFor, retryable, shouldRetry, waitOf } from '../src/retry.ts';
import { answers, createObservedClient, networkFault, noDelay } from '../src/testing.ts';

const path = { story_id: 1 };
const good = () => Response.json({});

describe('whether to try again is decided', () => {
  test.each([
    [408, true],
    [429, true],
    [500, true],
    [502, true],
    [503, true],
    [504, true],
    [undefined, true],
    [400, false],
    [401, false],
    [403, false],
    [404, false],
    [409, false],
    [422, false],
    [501, false],
    [505, false],
    [302, false],
  ])('by the status: %s', (status, again) => {
    expect(shouldRetry({ attempt: 1, status, wait: undefined, repeatable: true }, defaultRetry)).toBe(again);
  });

  test.each([
    ['the last try', { attempt: 3 }, false],
    ['the one before', { attempt: 2 }, true],
    ['a call that must not be repeated', { repeatable: false }, false],
    ['the longest wait that is taken', { wait: 60_000 }, true],
    ['a longer wait', { wait: 60_001 }, false],
  ])('for %s', (_, facts, again) => {
    expect(shouldRetry({ attempt: 1, status: 503, wait: undefined, repeatable: true, ...facts }, defaultRetry)).toBe(
      again,
    );
  });

  test.each([
    ['GET', '/api/v1/stories', true],
    ['PUT', '/api/v1/stories/{story_id}', true],
    ['DELETE', '/api/v1/stories/{story_id}', true],
    ['PATCH', '/api/v1/admin/roles/{role_id}', true],
    ['POST', '/api/v1/stories', false],
    ['POST', '/api/v2/records/search', false],
    ['PUT', '/webhook/{path}/{secret}', false],
    ['PUT', '/api/v2/cases/{case_id}/actions/batch', false],
  ])('by method and path: %s %s', (method, template, again) => {
    expect(retryable(method, template)).toBe(again);
  });
});

test.each([
  ['half of the base, at the middle of chance', { attempt: 1 }, 250],
  ['doubled', { attempt: 2 }, 500],
  ['doubled again', { attempt: 3 }, 1000],
  ['no further than the most', { attempt: 20 }, 10_000],
  ['what the server asked for', { attempt: 1, wait: 1234 }, 1234],
])('the delay is %s', (_, { attempt, wait }: { attempt: number; wait?: number }, delay) => {
  expect(delayFor({ attempt, wait }, defaultRetry, 0.5)).toBe(delay);
});

test.each([
  ['2', 2000],
  [' 0.5 ', 500],
  ['0', 0],
  ['Tue, 24 Nov 2026 09:00:30 GMT', 30_000],
  ['Tue, 24 Nov 2026 08:59:00 GMT', 0],
  ['soon', undefined],
  ['', undefined],
  [undefined, undefined],
])('Retry-After: %s', (value, wait) => {
  const headers = new Headers(value === undefined ? {} : { 'retry-after': value });
  expect(waitOf(headers, Date.parse('2026-11-24T09:00:00Z'))).toBe(wait);
});

describe('a call', () => {
  test('is sent again until it is answered, below the middleware, which sees one answer', async () => {
    const { client, requests } = createObservedClient((_, count) => (count < 3 ? answers.proxyPage() : good()));
    const seen: number[] = [];
    client.use({
      onResponse({ response }) {
        seen.push(response.status);
      },
    });
    const { error } = await client.GET('/api/v1/info');
    expect([error, requests.length, seen]).toEqual([undefined, 3, [200]]);
  });

  test('fails with the last answer and the number of tries', async () => {
    const { client } = createObservedClient(() => answers.proxyPage(503));
    const { error } = await client.GET('/api/v1/info');
    expect(error).toMatchObject({ code: 'http', status: 503, attempt: 3 });
  });

  test('fails with the network fault, if there is never an answer', async () => {
    const fault = networkFault();
    const { client, requests } = createObservedClient(() => Promise.reject(fault));
    const { error, response } = await client.GET('/api/v1/info');
    expect(error).toMatchObject({
      code: 'network',
      attempt: 3,
      cause: fault,
      message: 'GET /api/v1/info got no answer (network)',
    });
    expect([response, requests.length]).toEqual([undefined, 3]);
  });

  test('of POST is sent once, also where a fault might pass', async () => {
    const { client, requests } = createObservedClient(() => answers.proxyPage(503));
    await client.POST('/api/v1/stories', { body: { team_id: 1 } });
    expect(requests).toHaveLength(1);
  });

  test.each([true, { attempts: 2 }])('of POST is sent again where the call says so: %j', async (retry) => {
    const { client, requests } = createObservedClient((_, count) => (count < 2 ? answers.proxyPage(503) : good()));
    const { error } = await client.POST('/api/v1/stories', { body: { team_id: 1, name: 'Again' }, retry });
    expect(error).toBeUndefined();
    expect(await Promise.all(requests.map((request) => request.text()))).toEqual(
      Array(2).fill('{"team_id":1,"name":"Again"}'),
    );
  });

  test('of PUT sends the same body again', async () => {
    const { client, requests } = createObservedClient((_, count) => (count < 2 ? answers.proxyPage(503) : good()));
    await client.PUT('/api/v1/stories/{story_id}', { params: { path }, body: { name: 'ü' } });
    expect(await Promise.all(requests.map((request) => request.text()))).toEqual(Array(2).fill('{"name":"ü"}'));
    expect(requests.map((request) => request.headers.get('content-type'))).toEqual(Array(2).fill('application/json'));
  });

  test.each([
    ['by the call', {}, { retry: false }],
    ['by the client', { retry: false }, {}],
  ])('is sent once where retries are switched off %s', async (_, options, init) => {
    const { client, requests } = createObservedClient(() => answers.proxyPage(503), options);
    await client.GET('/api/v1/info', init);
    expect(requests).toHaveLength(1);
  });

  test('fails at once with the wait, where the server asks for more than is allowed', async () => {
    const { client, requests } = createObservedClient(() => answers.rateLimited(61), { retry: {} });
    const { error } = await client.GET('/api/v1/info');
    expect(error).toMatchObject({ code: 'rate_limit', status: 429, wait: 61_000, attempt: 1 });
    expect(requests).toHaveLength(1);
  });

  test('of DELETE counts as done, when the answer was lost and the object is gone', async () => {
    const { client } = createObservedClient((_, count) => {
      if (count === 1) throw networkFault();
      return answers.notFound();
    });
    const { error, response } = await client.DELETE('/api/v1/stories/{story_id}', { params: { path } });
    expect([error, response?.status]).toEqual([undefined, 204]);
  });

  test('of DELETE is a 404, when the server only refused before', async () => {
    const { client } = createObservedClient((_, count) => (count === 1 ? answers.rateLimited() : answers.notFound()));
    const { error } = await client.DELETE('/api/v1/stories/{story_id}', { params: { path } });
    expect(error?.status).toBe(404);
  });

  test('is aborted while it waits, and the reason of the caller is passed on untouched', async () => {
    const controller = new AbortController();
    const reason = { why: 'user left' };
    const { client, requests } = createObservedClient(() => answers.rateLimited(50), {
      retry: { maxWait: 100_000 },
      hooks: { onRetry: () => controller.abort(reason) },
    });
    const { error } = await client.GET('/api/v1/info', { signal: controller.signal });
    expect(error).toMatchObject({ code: 'aborted', message: 'GET /api/v1/info got no answer (aborted)' });
    expect(error?.cause).toBe(reason);
    expect(requests).toHaveLength(1);
  });

  test('without waits is what the policy for tests gives', async () => {
    const { client } = createObservedClient((_, count) => (count < 3 ? answers.rateLimited(30) : good()), {
      retry: noDelay,
    });
    expect((await client.GET('/api/v1/info')).error).toBeUndefined();
  });
});
