// Tests a function that uses the client, without a tenant and without a network. Usage: node test-a-program.ts
import assert from 'node:assert/strict';
import { paginate, type TinesClient } from '@tines-openapi/client';
import { answers, createObservedClient } from '@tines-openapi/client/testing';

async function countStories(client: TinesClient): Promise<number> {
  return (await paginate(client, '/api/v1/stories').toArray()).length;
}

const { client, requests } = createObservedClient((_, count) =>
  count === 1 ? answers.rateLimited(30) : Response.json({ stories: [{ id: 1 }], meta: { next_page: null } }),
);
assert.equal(await countStories(client), 1);
assert.equal(requests.length, 2);
console.log('The program got over a 429, and no second passed.');
