import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const key = 'personal-owner-demo-key';
const line = '/api/v2/cases/1401/metadata';

function open() {
  const { ask } = openTenant();
  const call = (target: string, body?: unknown) => ask(target, { key, ...(body !== undefined && { body }) });
  const pairs = async () => (await call(`GET ${line}`)).body.metadata;
  return { call, pairs };
}

describe('metadata', () => {
  test('grows by POST, which answers 409 for a known key and then adds nothing', async () => {
    const { call, pairs } = open();
    expect(await call(`POST ${line}`, { metadata: { verdict: 'malicious' } })).toMatchObject({
      status: 201,
      body: { case_id: 1401, metadata: { verdict: 'malicious' } },
    });
    const conflict = await call(`POST ${line}`, { metadata: { fresh: '1', ticket: 'HELP-1' } });
    expect(conflict).toMatchObject({ status: 409, body: { error: 'Metadata key ticket already exists' } });
    expect(await pairs()).toEqual({ source: 'report button', ticket: 'HELP-2207', verdict: 'malicious' });
  });

  test('is set by PUT, known and new keys alike, and never shrinks by it', async () => {
    const { call, pairs } = open();
    const sent = { metadata: { source: 'phone', verdict: 'benign' } };
    expect(await call(`PUT ${line}`, sent)).toMatchObject({ status: 200, body: sent });
    expect(await pairs()).toEqual({ source: 'phone', ticket: 'HELP-2207', verdict: 'benign' });
    expect(await call(`PUT ${line}`, { metadata: {} })).toMatchObject({
      status: 400,
      body: { error: 'Invalid metadata' },
    });
  });

  test('shrinks by DELETE with a list of keys', async () => {
    const { call, pairs } = open();
    expect((await call(`DELETE ${line}`, { metadata: ['ticket', 'unknown'] })).status).toBe(204);
    expect(await pairs()).toEqual({ source: 'report button' });
    const refused = await call(`DELETE ${line}`, { metadata: { source: 'x' } });
    expect(refused).toMatchObject({ status: 400, body: { error: 'Invalid metadata keys' } });
    expect((await call(`GET ${line}/ticket`)).status).toBe(404);
    expect((await call(`GET ${line}/source`)).body.metadata).toEqual({ source: 'report button' });
  });

  test('has no PATCH, unlike other updates', async () => {
    const { call } = open();
    expect((await call(`PATCH ${line}`, { metadata: { source: 'x' } })).status).toBe(404);
  });

  test('writes into the timeline and is found by the list', async () => {
    const { call } = open();
    await call(`POST ${line}`, { metadata: { verdict: 'malicious' } });
    const { body } = await call('GET /api/v2/cases/1401/activities?activity_type=METADATA_UPDATED');
    expect(body.activities).toMatchObject([{ value: 'verdict' }]);
    const { body: found } = await call('GET /api/v2/cases?filters[metadata][verdict]=malicious');
    expect(found.cases).toMatchObject([{ case_id: 1401 }]);
  });

  test.each(['__proto__', 'constructor', 'toString'])('takes %s for a key like any other', async (name) => {
    const { call } = open();
    expect((await call(`GET ${line}/${name}`)).status).toBe(404);
    expect((await call(`POST ${line}`, `{"metadata": {"${name}": "x"}}`)).status).toBe(201);
    expect((await call(`GET ${line}/${name}`)).status).toBe(200);
  });
});
