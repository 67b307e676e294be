/** The bound: a kept, fast server that answers what the mock tenant answered once, checks nothing and remembers nothing. */
import Fastify, { type FastifyReply } from 'fastify';
import type { FixedAnswer } from './answers.ts';

const [port, given] = process.argv.slice(2);
const answers = JSON.parse(given ?? '{}') as Record<string, FixedAnswer>;

function answer(reply: FastifyReply, scenario: string): unknown {
  const { status, body } = answers[scenario] ?? { status: 500, body: {} };
  return reply.status(status).send(body);
}

const app = Fastify();
app.get('/api/v1/stories', (_, reply) => answer(reply, 'list stories'));
app.get('/api/v1/stories/:id', (_, reply) => answer(reply, 'get a story'));
app.post('/api/v1/stories', ({ body }, reply) =>
  answer(reply, (body as { team_id?: number }).team_id === undefined ? 'a refused body' : 'create a story'),
);
app.get('/api/v1/info', (_, reply) => answer(reply, 'info'));
app.post('/api/v3/cases/search', (_, reply) => answer(reply, 'search cases'));
await app.listen({ port: Number(port), host: '127.0.0.1' });
