import { describe, expect, test, vi } from 'vitest';
import { type Hooks, logTo } from '../src/index.ts';
import { answers, createObservedClient } from '../src/testing.ts';

const path = { story_id: 77 };

function recorder(): { hooks: Required<Hooks>; events: [string, object][] } {
  const events: [string, object][] = [];
  const note = (name: string) => (event: object) => {
    events.push([name, event]);
  };
  const hooks = {
    onRequest: note('onRequest'),
    onResponse: note('onResponse'),
    onRetry: note('onRetry'),
    onError: note('onError'),
  };
  return { hooks, events };
}

describe('hooks', () => {
  test('tell of every try, of what is between them and of the end', async () => {
    const { hooks, events } = recorder();
    const { client } = createObservedClient((_, count) => (count === 1 ? answers.proxyPage(503) : answers.notFound()), {
      hooks,
    });
    await client.GET('/api/v1/stories/{story_id}', { params: { path } });
    const identity = { method: 'GET', path: '/api/v1/stories/{story_id}' };
    expect(events).toEqual([
      ['onRequest', { ...identity, attempt: 1, request: expect.any(Request) }],
      ['onResponse', { ...identity, attempt: 1, request: expect.any(Request), response: expect.any(Response) }],
      ['onRetry', { ...identity, attempt: 1, delay: 0, status: 503 }],
      ['onRequest', { ...identity, attempt: 2, request: expect.any(Request) }],
      ['onResponse', { ...identity, attempt: 2, request: expect.any(Request), response: expect.any(Response) }],
      ['onError', { ...identity, attempt: 2, error: expect.objectContaining({ code: 'http', status: 404 }) }],
    ]);
  });

  test('may be several', async () => {
    const [one, two] = [recorder(), recorder()];
    const { client } = createObservedClient(() => Response.json({}), { hooks: [one.hooks, two.hooks] });
    await client.GET('/api/v1/info');
    expect([one.events.length, two.events.length]).toEqual([2, 2]);
  });

  test('that throw are told to the console and break no call', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const fault = new Error('of the hook');
    const { client } = createObservedClient(() => Response.json({ stack: {} }), {
      hooks: {
        onRequest() {
          throw fault;
        },
        onResponse: () => Promise.reject(fault),
      },
    });
    const { error } = await client.GET('/api/v1/info');
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2));
    expect(error).toBeUndefined();
    expect(told.mock.calls).toEqual([
      ['onRequest threw', fault],
      ['onResponse threw', fault],
    ]);
    told.mockRestore();
  });
});

describe('the log', () => {
  function logger() {
    const lines: [level: string, message: string, fields: object][] = [];
    const write = (level: string) => (message: string, fields: object) => {
      lines.push([level, message, fields]);
    };
    return { lines, debug: write('debug'), warn: write('warn'), error: write('error') };
  }

  test('has a line for each answer, each repeated try and each failed call', async () => {
    const log = logger();
    const { client } = createObservedClient((_, count) => (count === 1 ? answers.rateLimited(2) : answers.notFound()), {
      hooks: logTo(log),
    });
    await client.GET('/api/v1/stories/{story_id}', { params: { path } });
    expect(log.lines.map(([level, message]) => `${level} ${message.replace(/in \d+ ms/, 'in 0 ms')}`)).toEqual([
      'debug GET /api/v1/stories/{story_id} 429 in 0 ms',
      'warn GET /api/v1/stories/{story_id} answered 429, again in 0 ms',
      'debug GET /api/v1/stories/{story_id} 404 in 0 ms',
      'error GET /api/v1/stories/{story_id} answered 404: Not found.',
    ]);
    expect(log.lines[0]?.[2]).toMatchObject({ status: 429, headers: { 'retry-after': '2' } });
  });

  test('never holds a key, a body, a filled path or a header that is not allowed', async () => {
    const log = logger();
    const { client } = createObservedClient(
      () =>
        Response.json(
          { error: 'no', secret: 'body-secret' },
          { status: 400, headers: { 'set-cookie': 'cookie-secret' } },
        ),
      { auth: 'key-secret', hooks: logTo(log, { headers: ['X-Request-Id', 'x-own'] }) },
    );
    await client.PUT('/api/v1/stories/{story_id}', {
      params: { path: { story_id: 4711 } },
      body: { name: 'sent-secret' },
      headers: { 'x-own': 'shown' },
    });
    const all = JSON.stringify(log.lines);
    expect(all).toContain('"x-own":"shown"');
    expect(all).not.toMatch(/secret|4711/);
  });

  test.each(['Authorization', 'x-user-token', 'cookie'])('does not take %s among its headers', (name) => {
    expect(() => logTo(logger(), { headers: [name] })).toThrow(
      `The header ${name} carries secrets and cannot be logged.`,
    );
  });
});
