import { operations } from '@tines-openapi/types/operations';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLimiter } from '../src/index.ts';
import { perMinute, rateClassOf } from '../src/rate-class.ts';
import { answers, createObservedClient } from '../src/testing.ts';

describe('the classes by default', () => {
  test.each(operations.map(({ method, path, rateLimit }) => [method, path, rateLimit] as const))(
    'are those of the document: %s %s',
    (_, path, rateLimit) => {
      expect(rateClassOf(path)).toBe(rateLimit.class);
      expect(perMinute[rateClassOf(path)]).toBe(rateLimit.perMinute);
    },
  );

  test('count the old name of actions too', () => {
    expect(rateClassOf('/api/v1/agents/{agent_id}')).toBe('actions');
    expect(rateClassOf('/api/v1/record_types')).toBe('default');
  });
});

describe('a limiter', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const path = '/api/v1/actions';
  const signal = new AbortController().signal;
  const turn = (key = 'a') => ({ key, path, rateClass: undefined, signal });

  test('lets no more through in any minute than the class allows, in the order in which they came', async () => {
    const limiter = createLimiter({ perMinute: { actions: 2 } });
    const sent: [number, number][] = [];
    const start = performance.now();
    const all = [0, 1, 2, 3, 4].map(async (number) => {
      const { end } = await limiter.acquire(turn());
      sent.push([number, performance.now() - start]);
      end(200, undefined);
    });
    await vi.advanceTimersByTimeAsync(130_000);
    await Promise.all(all);
    expect(sent).toEqual([
      [0, 0],
      [1, 0],
      [2, 60_000],
      [3, 60_000],
      [4, 120_000],
    ]);
  });

  test('counts each key and each class apart', async () => {
    const limiter = createLimiter({ perMinute: { actions: 1, default: 1 } });
    await limiter.acquire(turn('a'));
    await limiter.acquire(turn('b'));
    await limiter.acquire({ ...turn('a'), path: '/api/v1/stories' });
    await limiter.acquire({ ...turn('a'), rateClass: 'audit_logs' });
    let fifth = false;
    const waiting = limiter.acquire(turn('a')).then(() => {
      fifth = true;
    });
    await vi.advanceTimersByTimeAsync(59_999);
    expect(fifth).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await waiting;
  });

  test('closes a class for as long as a 429 asks, also to those that wait already', async () => {
    const limiter = createLimiter({ perMinute: { actions: 2 } });
    const start = performance.now();
    const first = await limiter.acquire(turn());
    await limiter.acquire(turn());
    const third = limiter.acquire(turn()).then(() => performance.now() - start);
    await vi.advanceTimersByTimeAsync(59_000);
    first.end(429, 5000);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await third).toBe(64_000);
  });

  test('bounds what is under way at once', async () => {
    const limiter = createLimiter({ concurrency: 1 });
    const first = await limiter.acquire(turn());
    let inside = false;
    const second = limiter.acquire(turn()).then((next) => {
      inside = true;
      return next;
    });
    await vi.advanceTimersByTimeAsync(1000);
    expect(inside).toBe(false);
    first.end(200, undefined);
    (await second).end(200, undefined);
    (await limiter.acquire(turn())).end(200, undefined);
  });

  test('lets go of those whose signal aborts, and gives their place to the next', async () => {
    const limiter = createLimiter({ concurrency: 1 });
    const first = await limiter.acquire(turn());
    const controller = new AbortController();
    const left = limiter.acquire({ ...turn(), signal: controller.signal });
    const third = limiter.acquire(turn());
    const refused = expect(left).rejects.toBe('left');
    await vi.advanceTimersByTimeAsync(0);
    controller.abort('left');
    await refused;
    first.end(200, undefined);
    (await third).end(200, undefined);
  });

  test.each([{ perMinute: { actions: 0 } }, { concurrency: 1.5 }, { concurrency: -1 }])('is refused as %j', (wrong) => {
    expect(() => createLimiter(wrong)).toThrow(/^(actions|concurrency) must be a whole number above 0/);
  });
});

describe('a client with a limiter', () => {
  test('shares it with others, asks it at every try and tells it of a 429', async () => {
    const limiter = createLimiter();
    const asked: unknown[] = [];
    const told: unknown[] = [];
    const watched = {
      async acquire(request: Parameters<typeof limiter.acquire>[0]) {
        const turn = await limiter.acquire(request);
        asked.push([request.key, request.path]);
        return {
          end(status: number | undefined, wait: number | undefined) {
            told.push([status, wait]);
            turn.end(status, 0);
          },
        };
      },
    };
    for (const auth of ['a', 'b']) {
      const { client } = createObservedClient(
        (_, count) => (count === 1 ? answers.rateLimited(7) : Response.json({})),
        {
          auth,
          limiter: watched,
        },
      );
      await client.GET('/api/v1/info');
    }
    expect(asked).toEqual(['Bearer a', 'Bearer a', 'Bearer b', 'Bearer b'].map((key) => [key, '/api/v1/info']));
    expect(told).toEqual([
      [429, 7000],
      [200, undefined],
      [429, 7000],
      [200, undefined],
    ]);
  });

  test('aborts a call that waits for its turn', async () => {
    const controller = new AbortController();
    const limiter = createLimiter({ concurrency: 1 });
    const { client } = createObservedClient(
      () => {
        controller.abort('left');
        return new Promise(() => {});
      },
      { limiter, timeout: { total: 30 } },
    );
    const first = client.GET('/api/v1/info');
    const second = await client.GET('/api/v1/info', { signal: controller.signal });
    expect(second.error).toMatchObject({ code: 'aborted', cause: 'left' });
    expect((await first).error?.code).toBe('timeout');
  });
});
