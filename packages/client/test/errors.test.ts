import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { isTinesError, TinesError } from '../src/index.ts';
import { problemsOf } from '../src/problems.ts';
import { answers, createObservedClient } from '../src/testing.ts';

const path = { story_id: 3103 };

describe('an error of a call', () => {
  test('is made for a log line', async () => {
    const body = { errors: [{ message: 'Name is taken.', details: 'name' }, { message: 'Team is unknown.' }] };
    const { client } = createObservedClient(() =>
      Response.json(body, { status: 422, headers: { 'x-request-id': 'r-1' } }),
    );
    const { data, error, response } = await client.PUT('/api/v1/stories/{story_id}', { params: { path }, body: {} });
    expect(data).toBeUndefined();
    expect(response?.status).toBe(422);
    expect(error).toBeInstanceOf(TinesError);
    expect(error).toMatchObject({
      name: 'TinesError',
      code: 'http',
      message: 'PUT /api/v1/stories/{story_id} answered 422: Name is taken.',
      method: 'PUT',
      path: '/api/v1/stories/{story_id}',
      status: 422,
      attempt: 1,
      requestId: 'r-1',
      problems: [{ message: 'Name is taken.', details: 'name' }, { message: 'Team is unknown.' }],
      body,
    });
  });

  test('shows its body neither as JSON nor in a console, which would put it into logs', async () => {
    const { client } = createObservedClient(() =>
      Response.json({ error: 'Refused.', value: 'body-secret' }, { status: 422 }),
    );
    const { error } = await client.GET('/api/v1/info');
    expect(error?.body).toEqual({ error: 'Refused.', value: 'body-secret' });
    expect(JSON.stringify(error) + inspect(error)).not.toContain('body-secret');
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'TinesError',
      message: 'GET /api/v1/info answered 422: Refused.',
      code: 'http',
      method: 'GET',
      path: '/api/v1/info',
      status: 422,
      attempt: 1,
      problems: [{ message: 'Refused.' }],
    });
  });

  test.each([
    [401, 'Unknown key, or not in the plan.'],
    [404, 'No such id, another team, too little right, or another version.'],
    [422, undefined],
  ])('says what a %i can mean here', async (status, hint) => {
    const { client } = createObservedClient(() => Response.json({ error: 'no' }, { status }));
    expect((await client.GET('/api/v1/info')).error?.hint).toBe(hint);
  });

  test('is known across copies of the package, by kind if asked', async () => {
    const { client } = createObservedClient(() => answers.rateLimited(), { retry: false });
    const { error } = await client.GET('/api/v1/info');
    const copy = Object.assign(new Error('of another copy'), { name: 'TinesError', code: 'http', status: 500 });
    expect([error, copy, new Error('other'), null, 'text'].map((value) => isTinesError(value))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(isTinesError(error, 'rate_limit')).toBe(true);
    expect(isTinesError(error, 'http', 'network')).toBe(false);
    expect(isTinesError(copy, 'http', 'network')).toBe(true);
  });
});

describe('problems are read from every shape of a body', () => {
  test.each([
    ['a list under errors', { errors: [{ message: 'a', details: 'x' }] }, [{ message: 'a', details: 'x' }]],
    [
      'a bare list',
      [{ message: 'a' }, { message: 'b', details: 'y' }],
      [{ message: 'a' }, { message: 'b', details: 'y' }],
    ],
    ['one text', { error: 'Team Not found' }, [{ message: 'Team Not found' }]],
    [
      'an object of v2',
      { error: { type: 'bad_request', message: 'a', field: 'limit' } },
      [{ message: 'a', type: 'bad_request', field: 'limit' }],
    ],
    ['plain text', 'Forbidden\n', [{ message: 'Forbidden' }]],
    ['a page', '<html>\n<title>502</title> <h1>Bad\n gateway</h1>', [{ message: '502 Bad gateway' }]],
    ['texts under errors', { errors: ['a', 'b'] }, [{ message: 'a' }, { message: 'b' }]],
    ['SCIM', { schemas: [], detail: 'a', status: '404' }, [{ message: 'a' }]],
    ['a conflict with its value', { value: [1, 2] }, []],
    ['nothing', undefined, []],
    ['white space', ' \n', []],
    ['null', null, []],
    ['a number', 5, []],
  ])('%s', (_, body, problems) => {
    expect(problemsOf(body)).toEqual(problems);
  });

  test('and cut where the text is long', () => {
    expect(problemsOf('x'.repeat(5000))[0]?.message).toHaveLength(200);
  });
});

describe('an answer that is not what was promised', () => {
  test('is a parse error with status, type and the first words', async () => {
    const { client } = createObservedClient(
      () => new Response('<html><title>Sign in</title></html>', { headers: { 'content-type': 'text/html' } }),
    );
    const { error, response } = await client.GET('/api/v1/stories');
    expect(response?.status).toBe(200);
    expect(error).toMatchObject({
      code: 'parse',
      status: 200,
      message: 'GET /api/v1/stories answered 200 with text/html in place of JSON: Sign in',
      body: '<html><title>Sign in</title></html>',
      cause: expect.any(SyntaxError),
    });
  });

  test.each([
    ['204', () => new Response(null, { status: 204 })],
    ['200 without a body', () => new Response(null)],
    ['200 with an empty body', () => new Response('', { headers: { 'content-type': 'application/json' } })],
    ['200 of length 0', () => new Response('', { headers: { 'content-length': '0' } })],
  ])('but nothing at all is no error: %s', async (_, answer) => {
    const { client } = createObservedClient(answer);
    const { data, error } = await client.GET('/api/v1/info');
    expect([data, error]).toEqual([undefined, undefined]);
  });

  test('and a text is a text where an operation may answer one', async () => {
    const { client } = createObservedClient(() => new Response('42', { headers: { 'content-type': 'text/plain' } }));
    const append = await client.POST('/api/v1/global_resources/{resource_id}/append', {
      params: { path: { resource_id: 1 } },
      body: { value: '2' },
    });
    expect(append.data).toBe('42');
    const field = { params: { path: { record_id: 1, field: 'note' } } };
    expect((await client.GET('/api/v2/records/{record_id}/fields/{field}', field)).data).toBe('42');
  });

  test('an error page without a body is still an error', async () => {
    const { client } = createObservedClient(() => new Response(null, { status: 500 }), { retry: false });
    const { error } = await client.GET('/api/v1/info');
    expect(error).toMatchObject({ code: 'http', status: 500, problems: [], message: 'GET /api/v1/info answered 500' });
  });
});

describe('a call that cannot be built', () => {
  test.each(['', '.', '..', undefined, null])('refuses the path parameter %j, which leads elsewhere', async (id) => {
    const { client, requests } = createObservedClient(() => new Response(null, { status: 204 }));
    const { error } = await client.DELETE('/api/v1/stories/{story_id}', {
      params: { path: { story_id: id as never } },
    });
    expect(error).toMatchObject({ code: 'config', message: 'Path parameter story_id is empty or dots.' });
    const none = await client.DELETE('/api/v1/stories/{story_id}', {} as never);
    expect(none.error?.code).toBe('config');
    expect(requests).toHaveLength(0);
  });

  test('returns what middleware throws as the cause', async () => {
    const { client } = createObservedClient(() => Response.json({}));
    const cause = new Error('of the middleware');
    client.use({
      onRequest() {
        throw cause;
      },
    });
    expect((await client.GET('/api/v1/info')).error).toMatchObject({ code: 'config', cause, path: '/api/v1/info' });
  });
});
