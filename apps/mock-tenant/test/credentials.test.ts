import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';
import { exampleNamed } from './examples.ts';

const key = 'tenant-owner-demo-key';
const path = '/api/v1/user_credentials';

function open() {
  const { ask, tenant } = openTenant();
  const call = (line: string, body?: unknown) => ask(line, { key, ...(body !== undefined && { body }) });
  const idsOf = async (query: string) =>
    (await call(`GET ${path}?${query}`)).body.user_credentials.map((row: { id: number }) => row.id);
  return { ask, call, idsOf, tenant };
}

describe('the seed', () => {
  test('is what the examples of the document show', async () => {
    const { call } = open();
    expect((await call(`GET ${path}/9101`)).body).toEqual(exampleNamed('credential'));
    expect((await call(`GET ${path}/9101?include_references=true`)).body).toEqual(
      exampleNamed('credential-with-references'),
    );
    const { body } = await call(`GET ${path}?per_page=1`);
    const { user_credentials, meta } = exampleNamed('credential-list');
    expect(body.user_credentials).toEqual(user_credentials);
    expect(body.meta.count).toBe(meta.count);
    expect((await call(`GET ${path}?filter=RESTRICTED`)).body.user_credentials).toEqual(
      exampleNamed('credential-list-of-restricted').user_credentials,
    );
  });

  test('holds one credential of each mode', async () => {
    const { call } = open();
    const { body } = await call(`GET ${path}`);
    const modes = body.user_credentials.map((row: { mode: string }) => row.mode);
    expect(modes).toEqual(['TEXT', 'JWT', 'OAUTH', 'AWS', 'MTLS', 'HTTP_REQUEST_AGENT', 'MULTI_REQUEST']);
  });
});

const requests = [
  ['TEXT', 'create-text-credential-request'],
  ['JWT', 'create-jwt-credential-request'],
  ['OAUTH', 'create-oauth-credential-request'],
  ['AWS', 'create-aws-credential-request'],
  ['MTLS', 'create-mtls-credential-request'],
  ['HTTP_REQUEST_AGENT', 'create-http-request-credential-request'],
  ['MULTI_REQUEST', 'create-multi-request-credential-request'],
] as const;

describe('a credential', () => {
  test.each(requests)('of the mode %s is created, read, listed and deleted', async (mode, example) => {
    const { call, idsOf } = open();
    const sent = exampleNamed(example);
    const made = await call(`POST ${path}`, sent);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ id: 9110, name: sent.name, mode, team_id: sent.team_id });
    const { redirect_url, ...plain } = made.body;
    expect((await call(`GET ${path}/9110`)).body).toEqual(plain);
    expect(await idsOf('page=1')).toContain(9110);
    expect((await call(`DELETE ${path}/9110`)).status).toBe(204);
    expect((await call(`GET ${path}/9110`)).status).toBe(404);
    expect(await idsOf('page=1')).not.toContain(9110);
  });

  test.each(requests)('of the mode %s never shows its secret again, whoever looks', async (_, example) => {
    const { call, tenant } = open();
    const sent = exampleNamed(example);
    const made = await call(`POST ${path}`, sent);
    const read = await call(`GET ${path}/9110?include_references=true`);
    const log = await call('GET /api/v1/audit_logs');
    const seen = JSON.stringify([made.body, read.body, log.body, tenant.requests, tenant.snapshot()]);
    for (const secret of secretsIn(sent)) expect(seen).not.toContain(JSON.stringify(secret).slice(1, -1));
  });

  test('is what the document shows for the request of the document', async () => {
    const { call } = open();
    const { body } = await call(`POST ${path}`, exampleNamed('create-text-credential-request'));
    const { created_at, updated_at, ...shown } = exampleNamed('credential-created');
    expect(body).toMatchObject(shown);
  });

  test('keeps what an update does not send, and its secret', async () => {
    const { call } = open();
    const { body } = await call(`PUT ${path}/9101`, exampleNamed('update-credential-request'));
    const { updated_at, ...shown } = exampleNamed('credential-updated');
    expect(body).toMatchObject(shown);
    expect((await call(`GET ${path}/9101`)).body).toEqual(body);
    const cleared = await call(`PUT ${path}/9101`, { mode: 'TEXT', expires_at: null, name: 'Old key' });
    expect(cleared.body).toMatchObject({ expires_at: null, slug: 'old_key', allowed_hosts: ['reputation.example'] });
  });

  test('keeps its mode', async () => {
    const { call } = open();
    const refused = await call(`PUT ${path}/9101`, { mode: 'JWT' });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ details: 'mode' }] } });
  });

  test('is unused until an action names it, and again when the action goes', async () => {
    const { call, idsOf } = open();
    expect(await idsOf('filter=UNUSED_IN_ACTIONS')).toEqual([9102, 9103, 9104, 9105, 9106, 9107]);
    await call(`PUT ${path}/9101`, { mode: 'TEXT', name: 'Another name' });
    expect(await idsOf('filter=UNUSED_IN_ACTIONS&per_page=1')).toEqual([9101]);
    await call(`PUT ${path}/9101`, { mode: 'TEXT', name: 'URL reputation key' });
    await call('DELETE /api/v1/stories/3101');
    expect(await idsOf('filter=UNUSED_IN_ACTIONS&per_page=1')).toEqual([9101]);
  });

  test('is found by team and folder, and counts in its folder', async () => {
    const { call, idsOf } = open();
    expect(await idsOf('team_id=1102')).toEqual([9104, 9106, 9107]);
    await call(`PUT ${path}/9102`, { mode: 'JWT', folder_id: 6102 });
    expect(await idsOf('folder_id=6102')).toEqual([9101, 9102]);
    expect((await call('GET /api/v1/folders/6102')).body.size).toBe(2);
    expect((await call(`PUT ${path}/9102`, { mode: 'JWT', folder_id: 6101 })).status).toBe(422);
  });

  test('of another team is not there for a key of one team, and goes for a team admin only', async () => {
    const { ask } = open();
    const editor = 'team-editor-demo-key';
    expect((await ask(`GET ${path}/9104`, { key: editor })).status).toBe(404);
    expect((await ask(`DELETE ${path}/9101`, { key: editor })).status).toBe(404);
    expect((await ask(`GET ${path}/9101`, { key: editor })).status).toBe(200);
  });

  test('reminds people of the tenant only', async () => {
    const { call } = open();
    const body = { mode: 'TEXT', credential_notification_recipient_user_ids: [2102, 99] };
    expect((await call(`PUT ${path}/9101`, body)).body.errors[0].message).toContain('99');
  });
});

describe('the modes', () => {
  test('OAUTH by authorization code waits for a person at an address', async () => {
    const { call } = open();
    const sent = exampleNamed('create-oauth-credential-request');
    const { body } = await call(`POST ${path}`, sent);
    const url = new URL(body.redirect_url);
    expect(url.origin + url.pathname).toBe('https://login.mail.example/authorize');
    expect(url.searchParams.get('client_id')).toBe('quiet-harbor');
    const { oauth_url, ...without } = sent;
    expect((await call(`POST ${path}`, without)).body.errors[0].details).toBe('oauth_url');
    const machine = await call(`POST ${path}`, { ...without, oauth_grant_type: 'client_credentials' });
    expect(machine.body).not.toHaveProperty('redirect_url');
  });

  test('AWS gets an external id, which the static ones of a team share', async () => {
    const { call } = open();
    const sent = exampleNamed('create-aws-credential-request');
    const ids = [];
    for (const use_static_external_id of [true, true, false]) {
      const { body } = await call(`POST ${path}`, { ...sent, use_static_external_id });
      ids.push(body.aws_assumed_role_external_id);
    }
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
    const { aws_assumed_role_arn, ...without } = sent;
    expect((await call(`POST ${path}`, without)).body.errors[0].details).toBe('aws_assumed_role_arn');
  });
});

describe('a test credential', () => {
  test('is made for a live one, changed apart from it and switched off', async () => {
    const { call } = open();
    const made = await call(`POST ${path}`, exampleNamed('create-test-credential-request'));
    expect(made.body).toMatchObject({ id: 9101, test_credential_enabled: true });
    const { body: changed } = await call(`PUT ${path}/9101`, exampleNamed('update-test-credential-request'));
    expect(changed.updated_at).toBe('2026-09-01T06:15:22Z');
    expect(changed.test_credential.updated_at > changed.test_credential.created_at).toBe(true);
    const off = await call(`PUT ${path}/9101`, { mode: 'TEXT', is_test: true, test_credential_enabled: false });
    expect(off.body.errors[0].message).toContain('test_credential_enabled');
  });

  test('has the mode of its live one, and must exist to be changed', async () => {
    const { call } = open();
    const jwt = { ...exampleNamed('create-jwt-credential-request'), live_credential_id: 9101 };
    expect((await call(`POST ${path}`, jwt)).body.errors[0].details).toBe('mode');
    expect((await call(`PUT ${path}/9101`, { mode: 'TEXT', is_test: true })).status).toBe(422);
  });
});

describe('a team', () => {
  test('with credentials is not deleted', async () => {
    const { call } = open();
    const { body: team } = await call('POST /api/v1/teams', { name: 'Hunting' });
    await call(`POST ${path}`, { name: 'One', mode: 'TEXT', team_id: team.id, value: 'x' });
    expect((await call(`DELETE /api/v1/teams/${team.id}`)).body.errors[0].message).toContain('credentials');
  });
});

describe('the audit log', () => {
  test('names saving, moving and deleting', async () => {
    const { call } = open();
    await call(`PUT ${path}/9101`, { mode: 'TEXT', folder_id: null });
    await call(`DELETE ${path}/9101`);
    const { body } = await call('GET /api/v1/audit_logs?per_page=3');
    const names = body.audit_logs.map((entry: { operation_name: string }) => entry.operation_name);
    expect(names).toEqual(['CredentialDestruction', 'CredentialMovement', 'UserCredentialSave']);
  });
});

/** Every text under a key that carries a secret, however deep. */
function secretsIn(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) => {
    const isSecret = /^(value|aws_secret_key|oauth_client_secret|http_request_secret|.*private_key)$/.test(name);
    return isSecret && typeof value === 'string' ? [value.trim()] : secretsIn(value);
  });
}
