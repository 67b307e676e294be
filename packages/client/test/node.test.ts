import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTinesClient } from '../src/index.ts';
import { fromEnvironment, keyFromFile } from '../src/node.ts';
import { answers, createObservedClient } from '../src/testing.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tines-openapi-client-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('options from the environment', () => {
  test('are tenant and key', () => {
    const options = fromEnvironment({ TINES_TENANT: 'acme.tines.com', TINES_API_KEY: 'k' });
    expect(options).toEqual({ tenant: 'acme.tines.com', auth: 'k' });
    expect(createTinesClient(options).origin).toBe('https://acme.tines.com');
  });

  test.each([
    [{ TINES_API_KEY: 'k' }, 'TINES_TENANT is not set.'],
    [{ TINES_TENANT: 'acme' }, 'Neither TINES_API_KEY nor TINES_API_KEY_FILE is set.'],
    [{ TINES_TENANT: 'acme', TINES_API_KEY: 'k', TINES_API_KEY_FILE: 'f' }, 'are both set. Set one of them.'],
    [{ TINES_TENANT: '', TINES_API_KEY: '' }, 'TINES_TENANT is not set.'],
  ])('are refused as %j', (environment, message) => {
    expect(() => fromEnvironment(environment)).toThrow(message);
  });

  test('are those of the process unless others are given', () => {
    const { TINES_TENANT, TINES_API_KEY } = process.env;
    expect(TINES_TENANT === undefined || TINES_API_KEY === undefined).toBe(true);
    expect(() => fromEnvironment()).toThrow();
  });
});

describe('a key from a file', () => {
  test('is read once, without the white space around it, and again after a 401', async () => {
    const file = join(folder, 'key');
    await writeFile(file, 'old\n');
    const { client, requests } = createObservedClient(
      ({ headers }) => (headers.get('authorization') === 'Bearer new' ? Response.json({}) : answers.unauthorized()),
      { auth: fromEnvironment({ TINES_TENANT: 'acme', TINES_API_KEY_FILE: file }).auth },
    );
    expect((await client.GET('/api/v1/info')).error?.status).toBe(401);
    await writeFile(file, 'new\n');
    expect((await client.GET('/api/v1/info')).error).toBeUndefined();
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer old',
      'Bearer old',
      'Bearer new',
    ]);
  });

  test('that cannot be read fails the call and names the file', async () => {
    const { client } = createObservedClient(() => Response.json({}), { auth: keyFromFile(join(folder, 'none')) });
    const { error } = await client.GET('/api/v1/info');
    expect(error).toMatchObject({
      code: 'config',
      message: expect.stringMatching(/^The file with the API key cannot be read: .*none\.$/),
    });
  });
});
