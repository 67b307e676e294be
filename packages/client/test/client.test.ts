import { type MockTenant, startMockTenant } from '@tines-openapi/mock-tenant';
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest';
import { type Auth, createTinesClient, isTinesError, TinesError } from '../src/index.ts';

let tenant: MockTenant;
beforeAll(async () => {
  tenant = await startMockTenant();
});
afterAll(() => tenant.close());

const spellings: [string, Auth][] = [
  ['a key alone', 'team-editor-demo-key'],
  ['bearer', { bearer: 'team-editor-demo-key' }],
  ['userToken', { userToken: 'team-editor-demo-key' }],
];

describe('against the mock tenant', () => {
  test.each(spellings)('lists stories with %s', async (_, auth) => {
    const client = createTinesClient({ tenant: tenant.url, auth });
    const { data, error } = await client.GET('/api/v1/stories', {
      params: { query: { per_page: 1, filter: 'HIGH_PRIORITY' } },
    });
    expect(error).toBeUndefined();
    expect(data?.stories.map((story) => story.name)).toEqual(['Phishing report triage']);
  });

  test('creates, reads and deletes with typed bodies', async () => {
    const client = createTinesClient({ tenant: tenant.url, auth: 'tenant-owner-demo-key' });
    const made = await client.POST('/api/v1/stories', { body: { team_id: 1101, name: 'Typed' } });
    if (made.error) throw made.error;
    expectTypeOf(made.data.id).toEqualTypeOf<number>();
    const path = { story_id: made.data.id };
    const read = await client.GET('/api/v1/stories/{story_id}', { params: { path } });
    expect(read.data?.name).toBe('Typed');
    const deleted = await client.DELETE('/api/v1/stories/{story_id}', { params: { path } });
    expect(deleted.response?.status).toBe(204);
  });

  test('returns a refusal as an error for a log line', async () => {
    const client = createTinesClient({ tenant: tenant.url, auth: 'team-viewer-demo-key' });
    const { data, error } = await client.GET('/api/v1/stories/{story_id}', { params: { path: { story_id: 3103 } } });
    expect(data).toBeUndefined();
    expect(error).toBeInstanceOf(TinesError);
    expect(error).toMatchObject({
      code: 'http',
      method: 'GET',
      path: '/api/v1/stories/{story_id}',
      status: 404,
      body: { error: 'Not found.' },
      message: 'GET /api/v1/stories/{story_id} answered 404: Not found.',
    });
  });

  test('returns a refused body with what is wrong with it', async () => {
    const client = createTinesClient({ tenant: tenant.url, auth: 'team-editor-demo-key' });
    // @ts-expect-error team_id is required
    const { error } = await client.POST('/api/v1/stories', { body: { name: 'No team' } });
    expect(error?.message).toBe('POST /api/v1/stories answered 422: team_id is required.');
  });
});

describe('the key', () => {
  const observe = async (auth: Auth, headers: Record<string, string> = {}) => {
    let seen = new Headers();
    const client = createTinesClient({
      tenant: 'acme.tines.com',
      auth,
      fetch: async (request) => {
        seen = request.headers;
        return Response.json({ stack: {} });
      },
    });
    await client.GET('/api/v1/info', { headers });
    return { authorization: seen.get('authorization'), userToken: seen.get('x-user-token') };
  };

  test.each([
    ['a key alone', 'k', { authorization: 'Bearer k', userToken: null }],
    ['bearer', { bearer: 'k' }, { authorization: 'Bearer k', userToken: null }],
    ['userToken', { userToken: 'k' }, { authorization: null, userToken: 'k' }],
  ] as const)('goes into exactly one header: %s', async (_, auth, expected) => {
    expect(await observe(auth)).toEqual(expected);
    expect(await observe(auth, { authorization: 'Bearer other', 'x-user-token': 'other' })).toEqual(expected);
  });

  test('never stands in an error', async () => {
    const auth = 'secret-key-of-the-test';
    const answered = createTinesClient({ tenant: tenant.url, auth });
    const unreachable = createTinesClient({ tenant: 'http://127.0.0.1:9', auth });
    for (const client of [answered, unreachable]) {
      const { error } = await client.GET('/api/v1/info');
      expect(isTinesError(error)).toBe(true);
      expect(`${error?.stack} ${JSON.stringify(error)} ${error?.cause}`).not.toContain(auth);
    }
  });

  const bad: [unknown, string][] = [
    ['', 'auth is an empty string.'],
    ['a key', 'auth has white space or a control character in it.'],
    [{ bearer: 'a\n' }, 'auth.bearer has white space or a control character in it.'],
    [{ userToken: '' }, 'auth.userToken is an empty string.'],
    [{ bearer: undefined }, 'auth.bearer must be a string, not undefined.'],
    [
      { bearer: 'a', userToken: 'b' },
      'auth must be a key, {bearer} or {userToken}, one of them; it has bearer and userToken.',
    ],
    [undefined, 'auth must be a key, {bearer} or {userToken}, one of them; it has none of them.'],
    [{}, 'auth must be a key, {bearer} or {userToken}, one of them; it has none of them.'],
  ];
  test.each(bad)('is checked when the client is made: %j', (auth, message) => {
    expect(() => createTinesClient({ tenant: 'acme.tines.com', auth: auth as Auth })).toThrow(message);
  });
});

describe('the tenant', () => {
  const called = async (name: string) => {
    let url = '';
    const fetch = async (request: Request) => {
      url = request.url;
      return Response.json({ stack: {} });
    };
    await createTinesClient({ tenant: name, auth: 'k', fetch }).GET('/api/v1/info');
    return url;
  };

  test.each([
    ['acme.tines.com', 'https://acme.tines.com/api/v1/info'],
    ['https://acme.tines.com/', 'https://acme.tines.com/api/v1/info'],
    ['https://acme.tines.io/api/v1', 'https://acme.tines.io/api/v1/info'],
    ['https://tines.acme.example:8443/api/v1/', 'https://tines.acme.example:8443/api/v1/info'],
    ['http://localhost:4010', 'http://localhost:4010/api/v1/info'],
    ['http://127.0.0.1:4010/', 'http://127.0.0.1:4010/api/v1/info'],
  ])('is taken as %s', async (name, url) => {
    expect(await called(name)).toBe(url);
  });

  test.each([
    ['', 'tenant is empty'],
    ['acme', 'Give the whole host, such as "acme.tines.com".'],
    ['http://acme.tines.com', 'must be reached by https'],
    ['ftp://acme.tines.com', 'must be reached by https'],
    ['https://user:pass@acme.tines.com', 'must not hold a user or a password'],
    ['https://acme.tines.com/stories', 'nothing but "/api/v1" behind it'],
    ['https://', 'tenant is not an address'],
  ])('is refused as "%s"', (name, message) => {
    expect(() => createTinesClient({ tenant: name, auth: 'k' })).toThrow(message);
  });
});

test('globalThis.fetch is looked up at each call', async () => {
  const client = createTinesClient({ tenant: tenant.url, auth: 'team-viewer-demo-key' });
  const kept = globalThis.fetch;
  const calls: string[] = [];
  globalThis.fetch = (input, init) => {
    calls.push((input as Request).url);
    return kept(input, init);
  };
  await client.GET('/api/v1/info').finally(() => {
    globalThis.fetch = kept;
  });
  expect(calls).toEqual([`${tenant.url}/api/v1/info`]);
});
