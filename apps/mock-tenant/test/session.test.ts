import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const ben = 'ben.lindqvist@quiet-harbor.example';

/** Signs in and gives what a browser would send from then on. */
async function signIn(ask: ReturnType<typeof openTenant>['ask'], person_id: number) {
  const answered = await ask('POST /_mock/session', { body: { person_id } });
  return { answered, headers: { cookie: answered.headers.get('set-cookie')?.split(';')[0] ?? '' } };
}

describe('a session on the page', () => {
  test('names the person in a cookie that scripts do not see and other sites do not send', async () => {
    const { ask } = openTenant();
    const { answered } = await signIn(ask, 2102);
    expect(answered).toMatchObject({ status: 200, body: { person: { email: ben } } });
    expect(answered.headers.get('set-cookie')).toBe('mock_person_80=2102; Path=/_mock; HttpOnly; SameSite=Strict');
  });

  test('makes calls as that person, unless they name another one', async () => {
    const { ask } = openTenant();
    const { headers } = await signIn(ask, 2102);
    expect((await ask('GET /_mock/session', { headers })).body.person.email).toBe(ben);
    const made = await ask('POST /_mock/keys', { headers, body: { type: 'personal', name: 'Laptop' } });
    expect(made.body.made_by.name).toBe('Ben Lindqvist');
    const named = { ...headers, 'x-mock-user': '2101' };
    expect((await ask('GET /_mock/key_choices', { headers: named })).body.person.name).toBe('Amara Okafor');
    expect((await ask('GET /_mock/key_choices')).body.person.name).toBe('Amara Okafor');
  });

  test('says what the person may not do there, and why', async () => {
    const { ask, tenant } = openTenant();
    const refusals = async (id: number) => (await signIn(ask, id)).answered.body.refusals;
    expect(await refusals(2101)).toEqual({ people: null, settings: null, audit_log: null });
    const owners = 'Only tenant owners may do that.';
    expect(await refusals(2102)).toMatchObject({
      people: owners,
      audit_log: expect.stringContaining('AUDIT_LOG_READ'),
    });
    tenant.manage.updatePerson(2102, { tenant_permissions: ['AUDIT_LOG_READ'] });
    expect(await refusals(2102)).toMatchObject({ people: owners, audit_log: null });
  });

  test('is nobody before, after signing out, and once the person is deactivated', async () => {
    const { ask, tenant } = openTenant();
    expect((await ask('GET /_mock/session')).body.person).toBeNull();
    const { headers } = await signIn(ask, 2102);
    const out = await ask('DELETE /_mock/session', { headers });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')]);
    tenant.manage.updatePerson(2102, { is_active: false });
    expect((await ask('GET /_mock/session', { headers })).body.person).toBeNull();
    expect((await ask('GET /_mock/keys', { headers })).status).toBe(403);
    expect((await ask('POST /_mock/session', { body: { person_id: 2102 } })).status).toBe(403);
  });

  test('is one for each port, so two tenants on one machine keep apart', async () => {
    const { tenant } = openTenant();
    const headers = { 'content-type': 'application/json' };
    const answered = await tenant.fetch(
      new Request('http://127.0.0.1:4011/_mock/session', { method: 'POST', headers, body: '{"person_id":2102}' }),
    );
    expect(answered.headers.get('set-cookie')).toContain('mock_person_4011=');
    const foreign = { cookie: 'mock_person_4010=2102' };
    const asked = await tenant.fetch(new Request('http://127.0.0.1:4011/_mock/session', { headers: foreign }));
    expect(await asked.json()).toMatchObject({ person: null });
  });
});

describe('the keys that a person has access to', () => {
  const names = (body: { keys: { name: string }[] }) => body.keys.map(({ name }) => name);
  const as = (person: number) => ({ headers: { 'x-mock-user': String(person) } });

  test('are all for a tenant owner, and else the own ones and those of teams that the person manages', async () => {
    const { ask } = openTenant();
    expect(names((await ask('GET /_mock/keys', as(2101))).body)).toHaveLength(7);
    expect(names((await ask('GET /_mock/keys', as(2102))).body)).toEqual(['Ben, personal']);
    expect(names((await ask('GET /_mock/keys', as(2104))).body)).toEqual(['Detection editor', 'Detection viewer']);
    expect(names((await ask('GET /_mock/keys', as(2105))).body)).toEqual([]);
  });

  test('say why they cannot be deleted, which is what a deletion answers', async () => {
    const { ask } = openTenant();
    const { body } = await ask('GET /_mock/keys', as(2101));
    for (const { id, delete_refusal } of body.keys) {
      const answered = await ask(`DELETE /_mock/keys/${id}`, as(2101));
      expect([answered.status, answered.body?.error ?? null]).toEqual([
        delete_refusal === null ? 204 : 403,
        delete_refusal,
      ]);
    }
  });

  test('can be made by type, and what cannot be has its reason', async () => {
    const { ask, tenant } = openTenant();
    const reasons = async (person: number) =>
      Object.fromEntries(
        (await ask('GET /_mock/key_choices', as(person))).body.kinds.map(
          ({ type, refusal }: { type: string; refusal: string | null }) => [type, refusal],
        ),
      );
    expect(await reasons(2101)).toEqual({ personal: null, service: null, tenant_owner: null, team: null });
    expect(await reasons(2104)).toMatchObject({
      personal: null,
      team: null,
      tenant_owner: 'Made by tenant owners only.',
    });
    expect((await reasons(2102)).team).toContain('those who manage its members');
    tenant.manage.changeSettings({ restrict_key_creation: true });
    expect((await reasons(2102)).personal).toContain('API_KEY_CREATE');
  });
});

test('the audit log is shown as the API shows it, to whom it belongs', async () => {
  const { ask, tenant } = openTenant();
  tenant.manage.createKey({ type: 'personal', name: 'Laptop' }, 2102);
  const { body } = await ask('GET /_mock/audit_logs?limit=2');
  const api = await ask('GET /api/v1/audit_logs?per_page=2', { key: 'tenant-owner-demo-key' });
  expect(body.audit_logs).toEqual(api.body.audit_logs);
  expect((await ask('GET /_mock/audit_logs', { headers: { 'x-mock-user': '2102' } })).status).toBe(403);
});

test('the journal shows what was answered, without secrets', async () => {
  const { ask, tenant } = openTenant();
  await ask('GET /api/v1/stories/3101', { key: 'team-viewer-demo-key' });
  await ask('GET /api/v1/actions', { key: 'team-viewer-demo-key' });
  const { body } = await ask('GET /_mock/requests');
  expect(body.requests[0].answer).toMatchObject({ id: 3101 });
  const secrets = tenant.state.actions.all().flatMap(({ options }) => {
    const { secret } = options as { secret?: unknown };
    return typeof secret === 'string' ? [secret] : [];
  });
  expect(secrets.length).toBeGreaterThan(0);
  for (const secret of secrets) expect(JSON.stringify(body.requests)).not.toContain(secret);
});
