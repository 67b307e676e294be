import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MockTenant, startMockTenant } from '../src/index.ts';
import { openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';

describe('a request that does not fit', () => {
  test('malformed JSON answers 400', async () => {
    const { ask } = openTenant();
    const refused = await ask('POST /api/v1/stories', { key, body: '{"team_id": 1101,' });
    expect(refused).toMatchObject({ status: 400, body: { error: expect.stringContaining('JSON') } });
  });

  test('a form instead of JSON answers 400 and names what is allowed', async () => {
    const { ask } = openTenant();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const refused = await ask('POST /api/v1/stories', { key, body: 'team_id=1101', headers });
    expect(refused).toMatchObject({ status: 400, body: { error: expect.stringContaining('application/json') } });
  });

  test('a missing field answers 422 and names it', async () => {
    const { ask } = openTenant();
    const refused = await ask('POST /api/v1/stories', { key, body: { name: 'No team' } });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual([{ message: 'team_id is required.', details: 'team_id' }]);
  });

  test('a value that is not allowed answers 422 and names those that are', async () => {
    const { ask } = openTenant();
    const refused = await ask('GET /api/v1/stories?filter=FANCY', { key });
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].message).toContain('HIGH_PRIORITY');
  });

  test('a wrong type answers 422 and names the right one', async () => {
    const { ask } = openTenant();
    const refused = await ask('PUT /api/v1/stories/3101', { key, body: { priority: 'yes' } });
    expect(refused.body.errors).toEqual([{ message: 'priority must be boolean.', details: 'priority' }]);
  });

  test('a missing body answers 422', async () => {
    const { ask } = openTenant();
    expect((await ask('POST /api/v1/teams', { key })).status).toBe(422);
  });

  test('an unknown query parameter is answered and reported in a header', async () => {
    const { ask, tenant } = openTenant();
    const answered = await ask('GET /api/v1/stories?colour=red', { key });
    expect(answered.status).toBe(200);
    expect(answered.headers.get('x-mock-unknown-query')).toBe('colour');
    expect(tenant.requests.at(-1)?.contract.unknownQuery).toEqual(['colour']);
  });

  test('an unknown query parameter that no header can carry is reported percent-encoded, through a socket', async () => {
    const tenant = await startMockTenant();
    const answered = await fetch(`${tenant.url}/api/v1/stories?couleur=1&色=2&a%0Ab=3`, {
      headers: { authorization: `Bearer ${key}` },
    });
    await tenant.close();
    expect(answered.status).toBe(200);
    expect(answered.headers.get('x-mock-unknown-query')).toBe('couleur, %E8%89%B2, a%0Ab');
  });

  test('an unknown path answers 404 and names the nearest operations', async () => {
    const { ask } = openTenant();
    const refused = await ask('GET /api/v1/storys/3101', { key });
    expect(refused.status).toBe(404);
    expect(refused.body.error).toContain('/api/v1/stories/{story_id} (getStory)');
  });

  test('a method that a path does not have answers 404 and names those it has', async () => {
    const { ask } = openTenant();
    const refused = await ask('DELETE /api/v1/info', { key });
    expect(refused.status).toBe(404);
    expect(refused.headers.get('allow')).toBe('GET');
  });

  test('an id that is no number answers 404', async () => {
    const { ask } = openTenant();
    expect((await ask('GET /api/v1/stories/abc', { key })).status).toBe(404);
  });

  test.each([
    ['GET /api/v1/admin/templates/0', 'Not found. template_id must be >= 1.'],
    ['DELETE /api/v1/admin/users/-1', 'Not found. user_id must be >= 1.'],
    ['GET /api/v1/workbench/null', 'Not found. guid must match format "uuid".'],
  ])('a path that can name nothing answers 404 and says what fits: %s', async (line, error) => {
    const { ask, tenant } = openTenant();
    expect(await ask(line, { key })).toMatchObject({ status: 404, body: { error } });
    expect(tenant.requests.at(-1)?.contract.request).toHaveLength(1);
  });

  test('nothing that was refused changes the tenant', async () => {
    const { ask, tenant } = openTenant();
    const before = JSON.stringify(tenant.snapshot());
    await ask('POST /api/v1/stories', { key, body: '{' });
    await ask('POST /api/v1/stories', { key, body: { team_id: 'x' } });
    await ask('POST /api/v1/stories', { key, body: { team_id: 9 } });
    await ask('DELETE /api/v1/stories/batch', { key, body: { ids: [3101, 9] } });
    await ask('DELETE /api/v1/stories/3101', { key: 'team-editor-demo-key' });
    await ask('POST /api/v1/nothing', { key, body: {} });
    const clockless = (text: string) => text.replace(/"now":\d+/, '');
    expect(clockless(JSON.stringify(tenant.snapshot()))).toBe(clockless(before));
  });
});

describe('through a socket', () => {
  let tenant: MockTenant;
  beforeAll(async () => {
    tenant = await startMockTenant();
  });
  afterAll(() => tenant.close());

  const alive = async () => (await fetch(`${tenant.url}/_mock/health`)).status;

  test('a body over the limit answers 413', async () => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ team_id: 1101, name: 'x'.repeat(11 * 1024 * 1024) });
    const refused = await fetch(`${tenant.url}/api/v1/stories`, { method: 'POST', headers, body });
    expect(refused.status).toBe(413);
    expect(await refused.json()).toEqual({ error: expect.stringContaining('limit') });
    expect(await alive()).toBe(200);
  });

  test('headers over the limit answer 431', async () => {
    const refused = await fetch(`${tenant.url}/api/v1/info`, { headers: { 'x-long': 'x'.repeat(20_000) } });
    expect(refused.status).toBe(431);
    expect(await refused.json()).toEqual({ error: expect.stringContaining('limit') });
    expect(await alive()).toBe(200);
  });

  test('what is not HTTP answers 400', async () => {
    const { port } = new URL(tenant.url);
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('this is not http\r\n\r\n'));
      let read = '';
      socket.on('data', (chunk) => {
        read += chunk;
      });
      socket.on('end', () => resolve(read));
      socket.on('error', reject);
    });
    expect(text).toMatch(/^HTTP\/1.1 400 /);
    expect(text).toContain('{"error":');
    expect(await alive()).toBe(200);
  });
});
