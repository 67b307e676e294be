/** The bound: a kept, fast server that answers a fixed JSON of the same size, checks nothing and remembers nothing. */

import examples from '@tines-openapi/spec/examples.json' with { type: 'json' };
import Fastify from 'fastify';

const operations = examples as unknown as Record<
  string,
  { responses: Record<string, Record<string, { value: unknown }>> }
>;
const answer = (operation: string, status: string) =>
  Object.values(operations[operation]?.responses[status] ?? {})[0]?.value;

const app = Fastify();
const list = answer('listStories', '200') as { stories: unknown[] };
const story = list.stories[0];
app.get('/api/v1/stories', () => ({ ...list, stories: [story, story, story] }));
app.get('/api/v1/stories/:id', () => story);
app.post('/api/v1/stories', (_, reply) => reply.status(201).send(story));
app.get('/api/v1/info', () => answer('getTenantInfo', '200'));
app.post('/api/v3/cases/search', () => answer('searchCases', '200'));
await app.listen({ port: Number(process.argv[2]), host: '127.0.0.1' });
