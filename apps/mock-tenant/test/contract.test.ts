import { describe, expect, test } from 'vitest';
import { rightNamed } from '../src/auth/policy.ts';
import { behaviours } from '../src/behaviours/index.ts';
import { operationById } from '../src/contract/document.ts';
import { judgeAnswer } from '../src/contract/response.ts';
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
