import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { mockOperations } from '../src/admin/contract.ts';
import { mockHandlers } from '../src/admin/handlers.ts';

const file = (name: string) => readFileSync(new URL(`../openapi/${name}`, import.meta.url), 'utf8');

describe('the document of the mock’s own API', () => {
  test('is shipped as the JSON of what was written by hand', () => {
    expect(JSON.parse(file('mock-api.json'))).toEqual(parse(file('mock-api.yaml')));
  });

  test('has a handler for each operation, and each handler an operation', () => {
    expect(Object.keys(mockHandlers).sort()).toEqual(mockOperations.map(({ id }) => id as string).sort());
  });

  test('says of every operation how it refuses what does not fit', () => {
    expect(mockOperations.filter(({ responses }) => !('422' in responses)).map(({ id }) => id)).toEqual([]);
  });
});
