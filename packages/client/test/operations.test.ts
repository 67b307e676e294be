import type { StoryList } from '@tines-openapi/types';
import { operations as table } from '@tines-openapi/types/operations';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { isStatus, unwrap } from '../src/index.ts';
import { call, operations } from '../src/operations.ts';
import { answers, createObservedClient } from '../src/testing.ts';

describe('the table of operations', () => {
  test('knows every operation by method and path, and no other', () => {
    for (const { id, method, path, rateLimit } of table) {
      expect(operations(method.toUpperCase(), path)).toMatchObject({ operationId: id, rateClass: rateLimit.class });
    }
    expect(operations('GET', '/api/v1/nothing')).toBeUndefined();
  });

  test('puts the operation id into errors and hooks', async () => {
    const ids: unknown[] = [];
    const { client } = createObservedClient(answers.notFound, {
      operations,
      hooks: { onRequest: ({ operationId }) => void ids.push(operationId) },
    });
    const { error } = await client.GET('/api/v1/stories/{story_id}', { params: { path: { story_id: 1 } } });
    expect(error?.operationId).toBe('getStory');
    expect(ids).toEqual(['getStory']);
    expect(error?.hint).toBe(
      'No such id, another team, too little right, or another version. It needs the right story.read.',
    );
  });

  test('says when an operation ends', async () => {
    const { client } = createObservedClient(answers.notFound, { operations });
    const { error } = await client.GET('/api/v1/cases/{case_id}', { params: { path: { case_id: 1 } } });
    expect(error?.hint).toContain('This operation ends on 2026-12-01.');
  });

  test('lets a POST be sent again that the document marks as safe', async () => {
    const { client, requests } = createObservedClient(() => answers.proxyPage(503), { operations });
    await client.POST('/api/v2/records/search', { body: { record_type_id: 1 } });
    await client.POST('/api/v1/stories', { body: { team_id: 1 } });
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual([
      ...Array(3).fill('/api/v2/records/search'),
      '/api/v1/stories',
    ]);
  });

  test('repeats no webhook, whatever its method', () => {
    for (const method of ['GET', 'PUT', 'POST', 'DELETE', 'PATCH']) {
      expect(operations(method, '/webhook/{path}/{secret}')?.repeatable).toBe(false);
    }
  });
});

describe('a call by operation id', () => {
  test('is the call by method and path, with its types', async () => {
    const { client, requests } = createObservedClient(() => Response.json({ stories: [], meta: {} }));
    const result = await call(client, 'listStories', { params: { query: { per_page: 5 } } });
    if (isStatus(result, 200)) expectTypeOf(result.data).toEqualTypeOf<StoryList>();
    expect((await unwrap(result)).stories).toEqual([]);
    expect(requests[0]?.url).toBe('https://observed.tines.com/api/v1/stories?per_page=5');
    // @ts-expect-error the id of the story is required
    await call(client, 'getStory');
    // @ts-expect-error no such operation
    expect(() => call(client, 'runStory')).toThrow('There is no operation runStory.');
  });
});
