import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const key = 'personal-editor-demo-key';
const owner = 'tenant-owner-demo-key';

describe('people under /_mock', () => {
  test('are listed without service accounts, who have a list of their own', async () => {
    const { ask } = openTenant();
    const { body } = await ask('GET /_mock/people');
    expect(body.people.map(({ email }: { email: string }) => email.split('.')[0])).toEqual([
      'amara',
      'ben',
      'chloe',
      'dev',
      'elif',
    ]);
    expect(body.people[1]).toMatchObject({
      tenant_owner: false,
      memberships: [{ team_id: 1101, team_name: 'Detection', role: 'EDITOR' }],
    });
    const accounts = await ask('GET /_mock/service_accounts');
    expect(accounts.body.service_accounts).toHaveLength(4);
  });

  test('are added, seen by the API, and act by a key of their own', async () => {
    const { ask, tenant } = openTenant();
    const body = { email: 'Fatima@quiet-harbor.example', memberships: [{ team_id: 1102, role: 'EDITOR' }] };
    const { status, body: made } = await ask('POST /_mock/people', { body });
    expect(status).toBe(201);
    expect(made).toMatchObject({ email: 'fatima@quiet-harbor.example', is_active: true });
    const path = `GET /api/v1/admin/users/${made.id}?include=team_memberships`;
    expect((await ask(path, { key: owner })).body.team_memberships).toHaveLength(1);
    const { secret } = tenant.manage.createKey({ type: 'personal', name: 'First' }, body.email);
    expect((await ask('GET /api/v1/stories/3103', { key: secret })).status).toBe(200);
  });

  test('are deactivated, activated and deleted', async () => {
    const { ask } = openTenant();
    const turn = (is_active: boolean) => ask('PATCH /_mock/people/2102', { body: { is_active } });
    expect((await turn(false)).body.is_active).toBe(false);
    expect((await ask('GET /api/v1/info', { key })).status).toBe(401);
    expect((await turn(true)).status).toBe(200);
    expect((await ask('GET /api/v1/info', { key })).status).toBe(200);
    expect((await ask('DELETE /_mock/people/2102')).status).toBe(204);
    expect((await ask('GET /api/v1/info', { key })).status).toBe(401);
    expect((await ask('GET /api/v1/admin/users/2102', { key: owner })).status).toBe(404);
    expect((await ask('GET /_mock/keys')).body.keys.map(({ name }: { name: string }) => name)).not.toContain(
      'Ben, personal',
    );
  });

  test('change only as tenant owners say, and the log says who did it', async () => {
    const { ask } = openTenant();
    const headers = { 'x-mock-user': 'dev.patel@quiet-harbor.example' };
    const refused = await ask('PATCH /_mock/people/2102', { headers, body: { tenant_owner: true } });
    expect(refused).toMatchObject({ status: 403, body: { error: 'Only tenant owners may do that.' } });
    expect((await ask('DELETE /_mock/people/2102', { headers })).status).toBe(403);
    expect((await ask('PATCH /_mock/settings', { headers, body: { scim: 'off' } })).status).toBe(403);
    await ask('PATCH /_mock/people/2102', { body: { tenant_owner: true } });
    const { body } = await ask('GET /api/v1/audit_logs?per_page=1', { key: owner });
    expect(body.audit_logs).toMatchObject([{ operation_name: 'UserEdit', user_name: 'Amara Okafor' }]);
    expect((await ask('GET /api/v1/stories/3103', { key })).status).toBe(200);
  });

  test('are not changed by what does not fit', async () => {
    const { ask } = openTenant();
    const wrong: [unknown, string][] = [
      [{ memberships: [{ team_id: 9, role: 'EDITOR' }] }, 'memberships.0.team_id'],
      [{ memberships: [{ team_id: 1101, role: 'CAPTAIN' }] }, 'memberships.0.role'],
      [{ email: 'amara.okafor@quiet-harbor.example' }, 'email'],
      [{ is_active: 'no' }, 'is_active'],
      [{ rank: 1 }, 'rank'],
    ];
    const before = (await ask('GET /_mock/people')).body;
    for (const [body, details] of wrong) {
      const refused = await ask('PATCH /_mock/people/2102', { body });
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ details }] } });
    }
    expect((await ask('GET /_mock/people')).body).toEqual(before);
    expect((await ask('PATCH /_mock/people/2102', { body: '{' })).status).toBe(400);
    expect((await ask('PATCH /_mock/people/2203', { body: { is_active: false } })).status).toBe(404);
  });
});

test('the settings are shown, changed in part, and put back by a reset', async () => {
  const { ask } = openTenant();
  const seeded = {
    restrict_key_creation: false,
    address_rules: 'off',
    scim: 'beside',
    approval_by_others: true,
    action_logs: true,
  };
  expect((await ask('GET /_mock/settings')).body).toEqual(seeded);
  const changed = await ask('PATCH /_mock/settings', { body: { scim: 'exclusive' } });
  expect(changed.body).toEqual({ ...seeded, scim: 'exclusive' });
  expect((await ask('PATCH /_mock/settings', { body: { scim: 'sometimes' } })).status).toBe(422);
  await ask('POST /_mock/reset');
  expect((await ask('GET /_mock/settings')).body).toEqual(seeded);
});
