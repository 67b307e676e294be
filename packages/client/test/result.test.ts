import type { ErrorBody, Story } from '@tines-openapi/types';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { createTinesClient, isStatus, TinesError, unwrap } from '../src/index.ts';
import { answers, createObservedClient } from '../src/testing.ts';
import { startTenant } from './support/tenant.ts';

const path = { story_id: 1 };

describe('a result', () => {
  test('is data or an error, told apart by either', async () => {
    const { tenant, client } = await startTenant();
    const made = await client.POST('/api/v1/stories', { body: { team_id: 1101, name: 'Typed' } });
    if (made.error) throw made.error;
    expectTypeOf(made.data).toEqualTypeOf<Story>();
    const read = await client.GET('/api/v1/stories/{story_id}', { params: { path: { story_id: made.data.id } } });
    if (read.data === undefined) throw read.error;
    expect(read.data.name).toBe('Typed');
    const gone = await client.DELETE('/api/v1/stories/{story_id}', { params: { path: { story_id: made.data.id } } });
    expect([gone.error, gone.response?.status]).toEqual([undefined, 204]);
    await tenant.close();
  });

  test('narrows by status', async () => {
    const { client } = createObservedClient(answers.notFound);
    const result = await client.GET('/api/v1/stories/{story_id}', { params: { path } });
    expect(isStatus(result, 200)).toBe(false);
    if (!isStatus(result, 404)) throw new Error('not narrowed');
    expectTypeOf(result.data).toEqualTypeOf<undefined>();
    expectTypeOf(result.error.status).toExtend<404 | undefined>();
    expectTypeOf(result.error.body).toEqualTypeOf<ErrorBody | undefined>();
    expectTypeOf(result.response).toEqualTypeOf<Response>();
    expect(result.error.body).toEqual({ error: 'Not found.' });
  });

  test('is narrowed to the data of one good status', async () => {
    const { client } = createObservedClient(() => Response.json({ id: 5 }, { status: 201 }));
    const result = await client.POST('/api/v1/stories', { body: { team_id: 1 } });
    if (!isStatus(result, 201)) throw new Error('not narrowed');
    expectTypeOf(result.data).toEqualTypeOf<Story>();
    expectTypeOf(result.error).toEqualTypeOf<undefined>();
    expect(result.data.id).toBe(5);
  });

  test('takes a status that the document does not name', async () => {
    const { client } = createObservedClient(() => answers.proxyPage(502), { retry: false });
    const result = await client.GET('/api/v1/stories/{story_id}', { params: { path } });
    if (!isStatus(result, 502)) throw new Error('not narrowed');
    expectTypeOf(result.error.body).toEqualTypeOf<ErrorBody | undefined>();
    expect(result.error.body).toContain('Bad gateway');
  });

  test('is unwrapped into data, or thrown', async () => {
    const { client } = createObservedClient((_, count) =>
      count === 1 ? Response.json({ id: 5 }) : answers.notFound(),
    );
    const story = await unwrap(client.GET('/api/v1/stories/{story_id}', { params: { path } }));
    expectTypeOf(story).toEqualTypeOf<Story>();
    expect(story.id).toBe(5);
    await expect(unwrap(client.GET('/api/v1/stories/{story_id}', { params: { path } }))).rejects.toBeInstanceOf(
      TinesError,
    );
  });

  test('of a call without a body is undefined', async () => {
    const { client } = createObservedClient(() => new Response(null, { status: 204 }));
    const gone = await unwrap(client.DELETE('/api/v1/stories/{story_id}', { params: { path } }));
    expect(gone).toBeUndefined();
  });

  test('can be had as text, blob, bytes or stream', async () => {
    const { client } = createObservedClient(() => new Response('%PDF'));
    const pdf = { params: { path: { case_id: 1 } } };
    const text = await client.GET('/api/v2/cases/{case_id}/pdf', { ...pdf, parseAs: 'text' });
    const blob = await client.GET('/api/v2/cases/{case_id}/pdf', { ...pdf, parseAs: 'blob' });
    const stream = await client.GET('/api/v2/cases/{case_id}/pdf', { ...pdf, parseAs: 'stream' });
    expectTypeOf(text.data).toEqualTypeOf<string | undefined>();
    expect(text.data).toBe('%PDF');
    expect(await blob.data?.text()).toBe('%PDF');
    expect(await new Response(stream.data).text()).toBe('%PDF');
  });
});

describe('what is wrong does not compile', () => {
  const client = createTinesClient({ tenant: 'acme', auth: 'k', fetch: async () => Response.json({}) });
  test('a path, a parameter, a body', async () => {
    // @ts-expect-error no such path
    await client.GET('/api/v1/storys');
    // @ts-expect-error no such method on the path
    await client.PATCH('/api/v1/stories/{story_id}', { params: { path } });
    // @ts-expect-error the id is missing
    await client.GET('/api/v1/stories/{story_id}');
    // @ts-expect-error the team is missing
    await client.POST('/api/v1/stories', { body: { name: 'No team' } });
    // @ts-expect-error not one of the filters
    await client.GET('/api/v1/stories', { params: { query: { filter: 'LOUD' } } });
    // @ts-expect-error retries are counted by attempts
    await client.GET('/api/v1/stories', { retry: { times: 5 } });
  });
});
