import { describe, expect, test } from 'vitest';
import { type Auth, createTinesClient, isTinesError } from '../src/index.ts';
import { answers, createObservedClient } from '../src/testing.ts';

const keyHeaders = ({ headers }: Request) => ({
  authorization: headers.get('authorization'),
  userToken: headers.get('x-user-token'),
});

describe('the key', () => {
  test.each([
    ['a key alone', 'k', { authorization: 'Bearer k', userToken: null }],
    ['bearer', { bearer: 'k' }, { authorization: 'Bearer k', userToken: null }],
    ['userToken', { userToken: 'k' }, { authorization: null, userToken: 'k' }],
    ['a function', (): string => 'k', { authorization: 'Bearer k', userToken: null }],
    [
      'a promise',
      async (): Promise<{ userToken: string }> => ({ userToken: 'k' }),
      { authorization: null, userToken: 'k' },
    ],
  ] as const)('goes into exactly one header: %s', async (_, auth, expected) => {
    const { client, requests } = createObservedClient(() => Response.json({}), { auth });
    await client.GET('/api/v1/info');
    await client.GET('/api/v1/info', { headers: { authorization: 'Bearer other', 'x-user-token': 'other' } });
    expect(requests.map(keyHeaders)).toEqual([expected, expected]);
  });

  test('is put in below the middleware, which cannot change it', async () => {
    const { client, requests } = createObservedClient(() => Response.json({}));
    client.use({
      onRequest({ request }) {
        expect(request.headers.has('authorization')).toBe(false);
        request.headers.set('authorization', 'Basic other');
      },
    });
    await client.GET('/api/v1/info');
    expect(requests[0]?.headers.get('authorization')).toBe('Bearer observed-key');
  });

  const bad: [unknown, string][] = [
    ['a key', 'not bearer string'],
    ['key\n', 'not bearer string'],
    [{ bearer: 'a\tb' }, 'not bearer string'],
    [{ userToken: '' }, 'not userToken empty'],
    [{ bearer: undefined }, 'not bearer undefined'],
    [{ token: 'k' }, 'not token string'],
    [{ bearer: 'a', userToken: 'b' }, 'not bearer,userToken string'],
    [undefined, 'not  undefined'],
    [{}, 'not  undefined'],
  ];
  test.each(bad)('is checked when the client is made: %j', (auth, got) => {
    const make = () => createTinesClient({ tenant: 'acme.tines.com', auth: auth as Auth });
    expect(make).toThrow(`auth must be a key, {bearer} or {userToken}, without white space, ${got}.`);
  });

  test('stands in no error, and neither does one that is refused', async () => {
    const secret = 'secret key with spaces';
    const errors: unknown[] = [];
    try {
      createTinesClient({ tenant: 'acme', auth: secret });
    } catch (error) {
      errors.push(error);
    }
    for (const tenant of ['http://127.0.0.1:9']) {
      const client = createTinesClient({ tenant, auth: 'secret-key', retry: false });
      errors.push((await client.GET('/api/v1/info')).error);
    }
    expect(errors).toHaveLength(2);
    for (const error of errors) {
      expect(isTinesError(error)).toBe(true);
      const { stack, cause } = error as Error;
      expect(`${stack} ${JSON.stringify(error)} ${cause}`).not.toContain('secret');
    }
  });
});

describe('a function for the key', () => {
  test('is asked once by calls that come together, and again by the next', async () => {
    let asked = 0;
    let give = (_key: string) => {};
    const { client, requests } = createObservedClient(() => Response.json({}), {
      auth: () => {
        asked++;
        return new Promise<string>((resolve) => {
          give = resolve;
        });
      },
    });
    const calls = [client.GET('/api/v1/info'), client.GET('/api/v1/info'), client.GET('/api/v1/info')];
    give('first');
    await Promise.all(calls);
    expect(asked).toBe(1);
    const last = client.GET('/api/v1/info');
    give('second');
    await last;
    expect(asked).toBe(2);
    expect(requests.map((request) => request.headers.get('authorization'))).toEqual([
      ...Array(3).fill('Bearer first'),
      'Bearer second',
    ]);
  });

  test('is asked again once after a 401, for a POST too, whose body is sent again', async () => {
    const refused: boolean[] = [];
    const { client, requests } = createObservedClient(
      ({ headers }) =>
        headers.get('authorization') === 'Bearer new' ? Response.json({}, { status: 201 }) : answers.unauthorized(),
      {
        auth: (request) => {
          refused.push(request.refused);
          return request.refused ? 'new' : 'old';
        },
      },
    );
    const { error } = await client.POST('/api/v1/stories', { body: { team_id: 1, name: 'Twice' } });
    expect(error).toBeUndefined();
    expect(refused).toEqual([false, true]);
    expect(await Promise.all(requests.map((request) => request.json()))).toEqual([
      { team_id: 1, name: 'Twice' },
      { team_id: 1, name: 'Twice' },
    ]);
  });

  test('that has no other key is not sent a second time', async () => {
    const { client, requests } = createObservedClient(answers.unauthorized, { auth: () => 'same' });
    const { error } = await client.GET('/api/v1/info');
    expect(error).toMatchObject({ code: 'http', status: 401, hint: 'Unknown key, or not in the plan.' });
    expect(requests).toHaveLength(1);
  });

  test('that throws fails the call with its reason', async () => {
    const cause = new Error('vault is sealed');
    const { client } = createObservedClient(() => Response.json({}), {
      auth: () => {
        throw cause;
      },
    });
    const { error } = await client.GET('/api/v1/info');
    expect(error).toMatchObject({ code: 'config', message: 'auth threw', cause });
  });

  test('that gives no key fails the call like a wrong option', async () => {
    const { client, requests } = createObservedClient(() => Response.json({}), { auth: () => '' });
    const { error } = await client.GET('/api/v1/info');
    expect(error?.code).toBe('config');
    expect(error?.message).toContain('auth must be a key');
    expect(requests).toHaveLength(0);
  });

  test('that never answers is held by the time limit of the call', async () => {
    const { client } = createObservedClient(() => Response.json({}), {
      auth: () => new Promise(() => {}),
      timeout: { total: 5 },
    });
    expect((await client.GET('/api/v1/info')).error?.code).toBe('timeout');
  });
});
