import { describe, expect, test } from 'vitest';
import { createTinesClient, type TinesClientOptions } from '../src/index.ts';
import { createObservedClient } from '../src/testing.ts';

describe('the tenant', () => {
  test.each([
    ['acme.tines.com', 'https://acme.tines.com'],
    ['acme', 'https://acme.tines.com'],
    ['  acme.tines.com  ', 'https://acme.tines.com'],
    ['ACME.tines.com', 'https://acme.tines.com'],
    ['www.acme.tines.com', 'https://acme.tines.com'],
    ['https://acme.tines.com/', 'https://acme.tines.com'],
    ['https://acme.tines.com/api/v1', 'https://acme.tines.com'],
    ['acme.tines.com/api/v1/', 'https://acme.tines.com'],
    ['acme.tines.com/api', 'https://acme.tines.com'],
    ['adjective-noun-1234.tines.io', 'https://adjective-noun-1234.tines.io'],
    ['tines.example.org:8443', 'https://tines.example.org:8443'],
    ['www.example.org', 'https://www.example.org'],
    ['https://tines', 'https://tines'],
    ['localhost:3000', 'https://localhost:3000'],
    ['http://localhost:4010', 'http://localhost:4010'],
    ['http://127.0.0.1:4010/api/v1', 'http://127.0.0.1:4010'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
  ])('may be spelled %s', (tenant, origin) => {
    expect(createTinesClient({ tenant, auth: 'k' }).origin).toBe(origin);
  });

  test.each([
    ['', 'empty'],
    ['   ', 'string'],
    ['https://', 'string'],
    ['acme.tines.com:port', 'string'],
    ['acme:8443', 'https://acme:8443'],
    ['http://acme.tines.com', 'http://acme.tines.com'],
    ['http://127.0.0.1.example.org', 'http://127.0.0.1.example.org'],
    ['ftp://acme.tines.com', 'ftp://acme.tines.com'],
    ['https://user:pass@acme.tines.com', 'https://acme.tines.com'],
    ['https://acme.tines.com/stories', 'https://acme.tines.com'],
    ['https://acme.tines.com/api/v1?key=1', 'https://acme.tines.com'],
    ['https://acme.tines.com/#top', 'https://acme.tines.com'],
  ])('is refused as "%s"', (tenant, got) => {
    const refusal = tenant === '' ? 'Option tenant cannot be empty' : `tenant must be just a host`;
    const make = () => createTinesClient({ tenant, auth: 'k' });
    expect(make).toThrow(refusal);
    expect(make).toThrow(got);
    expect(make).not.toThrow('pass');
  });

  test('may be reached by http where that is allowed by name', () => {
    const options = { tenant: 'http://tines.intern.example', auth: 'k', allowHttp: true };
    expect(createTinesClient(options).origin).toBe('http://tines.intern.example');
  });

  test('must be there', () => {
    expect(() => createTinesClient({ auth: 'k' } as TinesClientOptions)).toThrow('tenant must be just a host');
    expect(() => createTinesClient({ tenant: undefined, auth: 'k' } as never)).toThrow('not undefined');
  });
});

describe('every option is checked when the client is made', () => {
  test.each([
    [{ tenant: 7 }, 'Option tenant cannot be number, only tenant:string'],
    [{ tenant: '' }, 'Option tenant cannot be empty'],
    [{ auth: '' }, 'Option auth cannot be empty'],
    [{ apiKey: 'secret' }, 'Option apiKey cannot be string, only tenant:string auth:string'],
    [{ allowHttp: 'yes' }, 'Option allowHttp cannot be string'],
    [{ fetch: {} }, 'Option fetch cannot be object'],
    [{ retry: 3 }, 'Option retry cannot be number'],
    [{ retry: { times: 3 } }, 'Option times cannot be number, only attempts:number'],
    [{ retry: { attempts: -1 } }, 'Option attempts cannot be -1'],
    [{ retry: { baseDelay: '1' } }, 'Option baseDelay cannot be string'],
    [{ timeout: 5 }, 'Option timeout cannot be number'],
    [{ timeout: { attempt: -5 } }, 'Option attempt cannot be -5, only attempt:number total:number'],
    [{ timeout: { all: 5 } }, 'Option all cannot be number'],
    [{ limiter: null }, 'Option limiter cannot be null'],
    [{ hooks: 'log' }, 'Option hooks cannot be string'],
    [{ app: 1 }, 'Option app cannot be number'],
    [{ operations: {} }, 'Option operations cannot be object'],
  ])('%j', (wrong, message) => {
    const make = () => createTinesClient({ tenant: 'acme', auth: 'k', ...wrong } as TinesClientOptions);
    expect(make).toThrow(message);
    expect(make).not.toThrow('secret');
  });

  test('and so are those of a call, which never throws', async () => {
    const { client, requests } = createObservedClient(() => Response.json({}));
    const { error } = await client.GET('/api/v1/info', { timeout: { attempt: -1 } });
    expect(error).toMatchObject({ code: 'config', message: expect.stringContaining('Option attempt cannot be -1') });
    expect(requests).toHaveLength(0);
  });
});

test('User-Agent names the client, and the program in front of it', async () => {
  const agents = [];
  for (const app of [undefined, 'story-backup/1.2']) {
    const { client, requests } = createObservedClient(() => Response.json({}), app === undefined ? {} : { app });
    await client.GET('/api/v1/info');
    agents.push(requests[0]?.headers.get('user-agent'));
  }
  const { version } = (await import('../package.json', { with: { type: 'json' } })).default;
  expect(agents).toEqual([`tines-openapi-client/${version}`, `story-backup/1.2 tines-openapi-client/${version}`]);
});

test('globalThis.fetch is looked up at each call', async () => {
  const client = createTinesClient({ tenant: 'acme', auth: 'k' });
  const kept = globalThis.fetch;
  const calls: string[] = [];
  globalThis.fetch = async (input) => {
    calls.push((input as Request).url);
    return Response.json({});
  };
  await client.GET('/api/v1/info').finally(() => {
    globalThis.fetch = kept;
  });
  expect(calls).toEqual(['https://acme.tines.com/api/v1/info']);
});
