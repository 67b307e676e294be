import { describe, expect, test } from 'vitest';
import { rightNamed } from '../src/auth/policy.ts';
import { behaviours } from '../src/behaviours/index.ts';
import { operationById } from '../src/contract/document.ts';
import { judgeAnswer } from '../src/contract/response.ts';
import { refuse } from '../src/server/errors.ts';
import type { Exchange } from '../src/server/exchange.ts';
import { refused } from '../src/server/refused.ts';
import { openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';

describe('the document and the tenant', () => {
  test('every behaviour belongs to an operation', () => {
    expect(Object.keys(behaviours).filter((id) => !operationById.has(id))).toEqual([]);
  });

  test('every right that an operation needs is in access.yaml', () => {
    for (const { right } of operationById.values()) if (right !== undefined) expect(rightNamed(right)).toBeDefined();
  });
});

describe('an answer that breaks the document', () => {
  test('is a 500 that names the operation and the pointer', async () => {
    const { ask, tenant } = openTenant();
    const story = tenant.state.stories.get(3101);
    tenant.state.stories.put({ ...story, name: 7 } as never);
    const broken = await ask('GET /api/v1/stories/3101', { key });
    expect(broken.status).toBe(500);
    expect(broken.body.errors).toEqual([
      { message: 'The answer of getStory does not fit the document. name must be string.', details: '/name' },
    ]);
    expect(tenant.requests.at(-1)?.contract.answer).toHaveLength(1);
  });

  const operation = operationById.get('deleteStory');
  test.each([
    ['a status that is not described', { status: 418, headers: {}, body: undefined }, 'Status 418 is not described'],
    ['a body where there is none', { status: 204, headers: {}, body: {} }, 'must have no body'],
    ['no body where there is one', { status: 404, headers: {}, body: undefined }, 'must have a body'],
    ['another media type', { status: 404, headers: { 'content-type': 'text/html' }, body: 'x' }, 'text/html'],
  ])('is found: %s', (_, answer, message) => {
    expect(operation && judgeAnswer(operation, answer)[0]?.message).toContain(message);
  });

  test.each([
    ['4XX', []],
    ['default', []],
    ['5XX', ['Status 404 is not described; 5XX are.']],
  ])('is looked up by the range of its status and by default: %s', (described, found) => {
    const responses = { [described]: operation?.responses[404] ?? [] };
    const answer = { status: 404, headers: {}, body: { error: 'Not found.' } };
    const judged = operation && judgeAnswer({ ...operation, responses }, answer);
    expect(judged?.map(({ message }) => message)).toEqual(found);
  });
});

describe('a refusal that breaks the document', () => {
  const viewer = 'team-viewer-demo-key';
  // No operation describes this status.
  const open = () => openTenant({ denied: 402 as never });
  const message =
    'The answer of updateStory does not fit the document. Status 402 is not described; 200, 400, 401, 403, 404, 422, 429, 500 are.';

  test('is a 500 that names the operation and the statuses there are, and fails assertContract', async () => {
    const { ask, tenant } = open();
    const told: string[] = [];
    tenant.on('contract', ({ operationId }) => void told.push(String(operationId)));
    const broken = await ask('PUT /api/v1/stories/3101', { key: viewer, body: { name: 'Renamed' } });
    expect(broken).toMatchObject({ status: 500, body: { errors: [{ message, details: '' }] } });
    expect(told).toEqual(['updateStory']);
    expect(() => tenant.assertContract()).toThrow('#1 PUT /api/v1/stories/3101:  Status 402 is not described');
  });

  test.each([
    ['before its operation is looked up', 'GET', '/api/v1/info', 'getTenantInfo'],
    ['under an older name of its path', 'DELETE', '/api/v1/agents/4103', 'deleteAction'],
    ['in the form of SCIM', 'GET', '/api/scim/v2/Users', 'scimListUsers'],
    ['in the form of the newer records', 'GET', '/api/v2/records/1701', 'getRecordV2'],
  ])('is found %s', (_, method, path, operationId) => {
    const exchange = exchangeOf(method, path);
    expect(refused(exchange, refuse(402, 'Pay first.'))).toMatchObject({
      status: 500,
      body: { errors: [{ message: expect.stringContaining(`The answer of ${operationId} does not fit`) }] },
    });
    expect(exchange.answerFindings).toHaveLength(1);
  });

  test('is found behind a fault that only delays', async () => {
    const { ask, tenant } = open();
    tenant.use({ kind: 'delay', milliseconds: 0 });
    expect((await ask('PUT /api/v1/stories/3101', { key: viewer, body: {} })).status).toBe(500);
    expect(() => tenant.assertContract()).toThrow('Status 402');
  });
});

describe('what is asked for on purpose breaks no contract', () => {
  test.each<[string, string, Record<string, string>, number]>([
    ['a fault', 'GET /api/v1/info', { 'x-mock-fault': 'status; status=418; shape=text' }, 418],
    ['a fault that makes a refusal another one', 'GET /api/v1/stories/1', { 'x-mock-fault': 'content-type' }, 404],
    ['a fault that is none', 'GET /api/v1/info', { 'x-mock-fault': 'nonsense' }, 400],
    ['an address that is none', 'GET /api/v1/info', { 'x-mock-client-address': 'here' }, 400],
    ['a status by Prefer', 'GET /api/v1/stories/3101', { prefer: 'code=403' }, 403],
    ['a status by Prefer that the document has not', 'GET /api/v1/stories/3101', { prefer: 'code=418' }, 404],
    ['a path that no operation owns', 'GET /api/v1/storys', {}, 404],
    ['a method that a path does not have', 'DELETE /api/v1/info', {}, 404],
    ['a path that is no API', 'GET /apis', {}, 404],
  ])('%s', async (_, line, headers, status) => {
    const { ask, tenant } = openTenant();
    expect((await ask(line, { key, headers })).status).toBe(status);
    expect(tenant.requests).toHaveLength(1);
    tenant.assertContract();
  });
});

describe('Prism', () => {
  test('answers an operation that has no behaviour, from its example', async () => {
    const { ask, tenant } = openTenant();
    const answered = await ask('GET /api/v1/admin/tunnel/harbor/health', { key });
    expect(answered.status).toBe(200);
    expect(tenant.requests.at(-1)?.answeredBy).toBe('prism');
  });

  test('honours Prefer', async () => {
    const { ask } = openTenant();
    const answered = await ask('GET /api/v1/stories/3101', { key, headers: { prefer: 'code=429' } });
    expect(answered).toMatchObject({ status: 429, body: { error: expect.any(String) } });
  });

  test('answers everything where it is the engine', async () => {
    const { ask, tenant } = openTenant({ engine: 'prism' });
    const listed = await ask('GET /api/v1/stories', { key });
    expect(listed.body.stories[0].id).toBe(3101);
    expect(tenant.requests.at(-1)?.answeredBy).toBe('prism');
  });
});

function exchangeOf(method: string, path: string): Exchange {
  const query = new URLSearchParams();
  const request = {
    method,
    path,
    query,
    headers: {},
    body: Buffer.alloc(0),
    origin: 'http://t.example',
    address: '::1',
  };
  return { request, requestFindings: [], unknownQuery: [], answerFindings: [], answeredBy: 'server' };
}
