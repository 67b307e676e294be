import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { mockOperations } from '../src/admin/contract.ts';
import { mockHandlers } from '../src/admin/handlers.ts';
import type { Operation } from '../src/contract/document.ts';
import { openTenant } from './ask.ts';

const file = (name: string) => readFileSync(new URL(`../openapi/${name}`, import.meta.url), 'utf8');

describe('the document of the mock’s own API', () => {
  test('is shipped as the JSON of what was written by hand', () => {
    expect(JSON.parse(file('mock-api.json'))).toEqual(parse(file('mock-api.yaml')));
  });

  test('has a handler for each operation, and each handler an operation', () => {
    expect(Object.keys(mockHandlers).sort()).toEqual(mockOperations.map(({ id }) => id as string).sort());
  });

  test.each(['403', '422'])('says of every operation how it refuses by %s', (status) => {
    expect(mockOperations.filter(({ responses }) => !(status in responses)).map(({ id }) => id)).toEqual([]);
  });
});

describe('the refusals of the mock’s own API are described', () => {
  const ask = (
    { method, path }: Operation,
    { host = 'tenant.example', body }: { host?: string; body?: string } = {},
  ) => {
    // A refusal that is not described would be a fault of the mock, at which this tenant throws.
    const { tenant } = openTenant({ mockToken: 'a-token-of-the-tenant' });
    const url = `http://${host}${path.replaceAll(/\{\w+\}/g, '987654321')}`;
    const headers = { 'content-type': 'application/json', ...(body && { 'x-mock-token': 'a-token-of-the-tenant' }) };
    return tenant.fetch(new Request(url, { method: method.toUpperCase(), headers, ...(body && { body }) }));
  };

  test.each(mockOperations)('$id, under a name that is not the tenant’s', async (operation) => {
    expect((await ask(operation, { host: 'evil.com' })).status).toBe(403);
  });

  test.each(mockOperations.filter(({ id }) => `${id}` !== 'getHealth'))('$id, without the token', async (operation) => {
    expect((await ask(operation)).status).toBe(401);
  });

  test.each(mockOperations.filter(({ body }) => body))('$id, with a body that is none', async (operation) => {
    expect((await ask(operation, { body: '{' })).status).toBe(400);
  });
});
