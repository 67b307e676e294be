import document from '@tines-openapi/spec/openapi.json' with { type: 'json' };
import type { RecordV2, Story } from '@tines-openapi/types';
import { operations } from '@tines-openapi/types/operations';
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest';
import { paginate } from '../src/index.ts';
import { itemsOf, placeCursor, readCursor, styleOf } from '../src/page-styles.ts';
import { answers, createObservedClient } from '../src/testing.ts';
import { startTenant } from './support/tenant.ts';

interface ListOperation {
  responses: { 200: { content: { 'application/json': { examples: Record<string, { $ref: string }> } } } };
}

const lists = operations.filter(({ pagination }) => pagination);

describe('the marks of the document and the way lists are read by default agree', () => {
  test.each(lists.map(({ method, path, pagination }) => [method, path, pagination?.style] as const))(
    '%s %s',
    (method, path, style) => {
      expect(styleOf(path)).toBe(style === 'cursor' ? 'after' : 'page');
      expect(method).toBe(path.endsWith('/search') ? 'post' : 'get');
    },
  );

  test('on where the items stand, in every example of a list', () => {
    const examples: Record<string, { value: unknown }> = document.components.examples;
    const paths: Record<string, Record<string, unknown>> = document.paths;
    let compared = 0;
    for (const { method, path, pagination } of lists) {
      const operation = paths[path]?.[method] as ListOperation;
      for (const { $ref } of Object.values(operation.responses[200].content['application/json'].examples)) {
        const value = Object(examples[$ref.split('/').at(-1) as string]?.value);
        expect(itemsOf(value), path).toBe(value[pagination?.items as string]);
        compared++;
      }
    }
    expect(compared).toBeGreaterThanOrEqual(lists.length);
  });
});

describe('where a list goes on', () => {
  const origin = 'https://acme.tines.com';
  const link = (page: number) => `${origin}/api/v1/stories?per_page=20&page=${page}`;
  test.each([
    ['page', { meta: { next_page: link(2), next_page_number: 2 } }, '2'],
    ['page', { meta: { next_page: link(3) } }, '3'],
    ['page', { meta: { next_page: null, next_page_number: null } }, undefined],
    ['page', { meta: { next_page: null } }, undefined],
    ['page', {}, undefined],
    ['after', { page: { next_page_token: 'abc' } }, 'abc'],
    ['after', { page: {} }, undefined],
    ['after', { page: { next_page_token: '' } }, undefined],
    ['token', { page: { token: 'abc' } }, 'abc'],
    ['token', { page: { next_page_token: 'def' } }, 'def'],
    ['token', undefined, undefined],
  ] as const)('%s %j', (style, answer, cursor) => {
    expect(readCursor(style, answer, origin)).toBe(cursor);
  });

  test.each(['https://evil.example/api/v1/stories?page=2', 'http://acme.tines.com/api/v1/stories?page=2'])(
    'is refused outside the origin: %s',
    (next_page) => {
      expect(() => readCursor('page', { meta: { next_page, next_page_number: 2 } }, origin)).toThrow(
        `A list went on at an address outside ${origin}; not followed.`,
      );
    },
  );

  test.each([
    ['page', 'GET', { params: { query: { team_id: 1 } } }, { params: { query: { team_id: 1, page: 7 } } }],
    ['after', 'GET', {}, { params: { query: { after: '7' } } }],
    ['after', 'POST', { body: { limit: 2 } }, { body: { limit: 2, after: '7' } }],
    ['token', 'POST', { body: { page: { size: 2 } } }, { body: { page: { size: 2, token: '7' } } }],
  ] as const)('is put into the next call: %s %s', (style, method, init, next) => {
    expect(placeCursor(style, method, init as never, '7')).toEqual(next);
  });
});

describe('a list of the mock tenant', () => {
  let started: Awaited<ReturnType<typeof startTenant>>;
  const names = Array.from({ length: 45 }, (_, index) => `Story ${index}`);
  beforeAll(async () => {
    started = await startTenant();
    for (const name of names) await started.client.POST('/api/v1/stories', { body: { team_id: 1101, name } });
  });
  afterAll(() => started.tenant.close());
  const made = (stories: readonly Story[]) => stories.filter(({ name }) => names.includes(name));

  test('is read to its end, item by item', async () => {
    const stories: Story[] = [];
    for await (const story of paginate(started.client, '/api/v1/stories', { params: { query: { per_page: 20 } } })) {
      expectTypeOf(story).toEqualTypeOf<Story>();
      stories.push(story);
    }
    expect(made(stories)).toHaveLength(45);
    expect(new Set(stories.map(({ id }) => id)).size).toBe(stories.length);
  });

  test('is read page by page, and goes on from a cursor', async () => {
    const init = { params: { query: { per_page: 20, order: 'NAME' as const } } };
    const pages = [];
    for await (const page of paginate(started.client, '/api/v1/stories', init).pages()) pages.push(page);
    const whole = pages.flatMap(({ items }) => items.map(({ id }) => id));
    expect(pages.map(({ data }) => data.meta.current_page.includes('page='))).not.toContain(false);
    expect(pages.at(-1)?.next).toBeUndefined();
    const from = pages[0]?.next as string;
    const rest = await paginate(started.client, '/api/v1/stories', init, { from }).toArray();
    expect(rest.map(({ id }) => id)).toEqual(whole.slice(20));
  });

  test('gives no more than the limit, and asks for no page it does not need', async () => {
    const before = started.tenant.requests.length;
    const init = { params: { query: { per_page: 20 } } };
    expect(await paginate(started.client, '/api/v1/stories', init, { limit: 20 }).toArray()).toHaveLength(20);
    expect(started.tenant.requests.length - before).toBe(1);
    expect(await paginate(started.client, '/api/v1/stories', init, { limit: 0 }).toArray()).toEqual([]);
  });

  test('throws rather than keeps something back', async () => {
    const init = { params: { query: { per_page: 10 } } };
    await expect(paginate(started.client, '/api/v1/stories', init, { maxPages: 2 }).toArray()).rejects.toMatchObject({
      code: 'paging',
      message: 'GET /api/v1/stories has more than 2 pages; raise maxPages or set limit.',
    });
  });
});

describe('a list', () => {
  test('by token is read from an answer whose form is on no page', async () => {
    const { client, requests } = createObservedClient(async (request) => {
      const { page } = (await request.json()) as { page?: { token?: string } };
      return Response.json(
        page?.token === 'b' ? { cases: [{ case_id: 2 }], page: {} } : { cases: [{ case_id: 1 }], page: { token: 'b' } },
      );
    });
    const cases = paginate(client, '/api/v3/cases/search', { body: { page: { size: 1 } } });
    expect(await cases.toArray()).toEqual([{ case_id: 1 }, { case_id: 2 }]);
    expect(requests.map(({ method }) => method)).toEqual(['POST', 'POST']);
  });

  test('by cursor keeps the body of a search, which is repeated although it is a POST', async () => {
    const bodies: unknown[] = [];
    const { client } = createObservedClient(async (request, count) => {
      bodies.push(await request.json());
      if (count === 1) return answers.proxyPage();
      return Response.json({ data: [{ id: count }], page: count < 3 ? { next_page_token: 'n' } : {} });
    });
    const records = await paginate(client, '/api/v2/records/search', { body: { record_type_id: 7 } }).toArray();
    expectTypeOf(records).toEqualTypeOf<RecordV2[]>();
    expect(records.map(({ id }) => id)).toEqual([2, 3]);
    expect(bodies).toEqual([{ record_type_id: 7 }, { record_type_id: 7 }, { record_type_id: 7, after: 'n' }]);
  });

  test('that comes to the same place twice is ended by an error', async () => {
    const { client, requests } = createObservedClient(() =>
      Response.json({ teams: [{ id: 1 }], meta: { next_page: null, next_page_number: 2 } }),
    );
    await expect(paginate(client, '/api/v1/teams').toArray()).rejects.toMatchObject({
      code: 'paging',
      message: 'GET /api/v1/teams came to the same place twice.',
    });
    expect(requests).toHaveLength(2);
  });

  test('throws the error of a call that fails', async () => {
    const { client } = createObservedClient(answers.notFound);
    await expect(paginate(client, '/api/v1/teams').toArray()).rejects.toMatchObject({ code: 'http', status: 404 });
  });

  test('is refused with wrong options', () => {
    const { client } = createObservedClient(() => Response.json({}));
    expect(() => paginate(client, '/api/v1/teams', undefined, { limit: -1 })).toThrow('limit must be a number from 0');
    expect(() => paginate(client, '/api/v1/teams', {}, { maxPages: 0 })).toThrow('maxPages must be a number from 1');
    expect(() => paginate(client, '/api/v1/teams', {}, { since: new Date() })).toThrow('since is for audit logs only');
    // @ts-expect-error an operation that is no list
    expect(() => paginate(client, '/api/v1/info', {})).not.toThrow();
  });
});
