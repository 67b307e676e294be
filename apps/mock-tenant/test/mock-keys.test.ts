import { describe, expect, test } from 'vitest';
import { type Ask, openTenant, type Scheme } from './ask.ts';

const as = (person: string, body?: unknown): Ask => ({
  headers: { 'x-mock-user': person },
  ...(body !== undefined && { body }),
});
const [amara, ben, dev, elif] = ['2101', '2102', '2104', '2105'] as const;
const schemes: Scheme[] = ['bearer', 'user_token'];

describe('a personal key', () => {
  test.each(schemes)('acts as its person, as %s', async (scheme) => {
    const { ask } = openTenant();
    const { status, body: made } = await ask('POST /_mock/keys', as(ben, { type: 'personal', name: 'Laptop' }));
    expect(status).toBe(201);
    const key = made.secret;
    expect((await ask('GET /api/v1/stories/3101', { key, scheme })).status).toBe(200);
    expect((await ask('GET /api/v1/stories/3103', { key, scheme })).status).toBe(404);
    const story = await ask('POST /api/v1/stories', { key, scheme, body: { team_id: 1101 } });
    expect(story.body.user_id).toBe(2102);
  });

  test('is dead while its person is deactivated and works again after', async () => {
    const { ask } = openTenant();
    const key = 'personal-editor-demo-key';
    const turn = (is_active: boolean) =>
      ask('PUT /api/v1/admin/users/2102', { key: 'tenant-owner-demo-key', body: { is_active } });
    await turn(false);
    expect((await ask('GET /api/v1/info', { key })).status).toBe(401);
    await turn(true);
    expect((await ask('GET /api/v1/info', { key })).status).toBe(200);
  });

  test('is dead for good when its person is deleted, also after a new invitation', async () => {
    const { ask } = openTenant();
    const owner = 'tenant-owner-demo-key';
    const key = 'personal-editor-demo-key';
    expect((await ask('DELETE /api/v1/admin/users/2102', { key: owner })).status).toBe(204);
    const email = 'ben.lindqvist@quiet-harbor.example';
    expect((await ask('POST /api/v1/admin/users', { key: owner, body: { email } })).status).toBe(201);
    expect((await ask('GET /api/v1/info', { key })).status).toBe(401);
  });

  test('is deleted by its person only', async () => {
    const { ask, tenant } = openTenant();
    const { id } = tenant.manage.createKey({ type: 'personal', name: 'Laptop' }, 2102);
    const refused = await ask(`DELETE /_mock/keys/${id}`, as(amara));
    expect(refused).toMatchObject({ status: 403, body: { error: 'A personal key is deleted by its person only.' } });
    expect((await ask(`DELETE /_mock/keys/${id}`, as(ben))).status).toBe(204);
  });
});

describe('keys with an account of their own', () => {
  test('keep working when who made them leaves', async () => {
    const { ask, tenant } = openTenant();
    const { secret, id } = tenant.manage.createKey({ type: 'team', name: 'CI', team_id: 1101, role: 'EDITOR' }, 2104);
    expect((await ask('DELETE /api/v1/admin/users/2104', { key: 'tenant-owner-demo-key' })).status).toBe(204);
    expect((await ask('GET /api/v1/stories/3101', { key: secret })).status).toBe(200);
    expect(tenant.manage.keys().find((key) => key.id === id)?.made_by).toEqual({ id: 2104, name: null });
  });

  test('hold what was granted and nothing else: service', async () => {
    const { ask, tenant } = openTenant();
    const wanted = { type: 'service', name: 'Tunnels', tenant_permissions: ['TUNNEL_MANAGE'] } as const;
    const { secret: key } = tenant.manage.createKey({ ...wanted, tenant_permissions: ['TUNNEL_MANAGE'] });
    expect((await ask('GET /api/v1/info', { key })).status).toBe(200);
    expect((await ask('GET /api/v1/admin/tunnel/harbor/health', { key })).status).toBe(200);
    expect((await ask('GET /api/v1/audit_logs', { key })).status).toBe(404);
    expect((await ask('GET /api/v1/stories/3101', { key })).status).toBe(404);
  });

  test('reach the whole tenant: tenant owner', async () => {
    const { ask, tenant } = openTenant();
    const { secret: key } = tenant.manage.createKey({ type: 'tenant_owner', name: 'Terraform' });
    expect((await ask('GET /api/v1/stories/3103', { key })).status).toBe(200);
    expect((await ask('GET /api/v1/admin/users', { key })).status).toBe(200);
  });

  test('end with their team', async () => {
    const { ask, tenant } = openTenant();
    const owner = 'tenant-owner-demo-key';
    const { body: team } = await ask('POST /api/v1/teams', { key: owner, body: { name: 'Hunting' } });
    const wanted = { type: 'team', name: 'Hunt', team_id: team.id, role: 'VIEWER' } as const;
    const { secret: key } = tenant.manage.createKey(wanted);
    expect((await ask('GET /api/v1/info', { key })).status).toBe(200);
    await ask(`DELETE /api/v1/teams/${team.id}`, { key: owner });
    expect((await ask('GET /api/v1/info', { key })).status).toBe(401);
  });
});

describe('who may make which type', () => {
  const choices: [string, string, string[], number[]][] = [
    ['a tenant owner', amara, ['personal', 'service', 'tenant_owner', 'team'], [1101, 1102, 1103]],
    ['a team admin', dev, ['personal', 'team'], [1101, 1102]],
    ['an editor', ben, ['personal'], []],
    ['a viewer', elif, ['personal'], []],
  ];

  test.each(choices)('%s', async (_, person, types, teams) => {
    const { ask } = openTenant();
    const { body } = await ask('GET /_mock/key_choices', as(person));
    expect(body.types).toEqual(types);
    expect(body.teams.map(({ id }: { id: number }) => id)).toEqual(teams);
  });

  const wanted = {
    personal: { type: 'personal', name: 'P' },
    service: { type: 'service', name: 'S', tenant_permissions: ['AUDIT_LOG_READ'] },
    tenant_owner: { type: 'tenant_owner', name: 'O' },
    team: { type: 'team', name: 'T', team_id: 1101, role: 'VIEWER' },
  };
  const cells = choices.flatMap(([name, person, types]) =>
    Object.entries(wanted).map(([type, body]) => [name, type, person, body, types.includes(type) ? 201 : 403] as const),
  );
  test.each(cells)('%s and a key of the type %s', async (_, __, person, body, status) => {
    const { ask } = openTenant();
    expect((await ask('POST /_mock/keys', as(person, body))).status).toBe(status);
  });

  test('a team admin makes no key for another team', async () => {
    const { ask, tenant } = openTenant();
    tenant.manage.updatePerson(2104, { memberships: [{ team_id: 1101, role: 'TEAM_ADMIN' }] });
    const body = { type: 'team', name: 'T', team_id: 1102, role: 'VIEWER' };
    expect((await ask('POST /_mock/keys', as(dev, body))).status).toBe(403);
  });

  test('nobody else where the tenant limits it to owners and holders of API_KEY_CREATE', async () => {
    const { ask, tenant } = openTenant();
    await ask('PATCH /_mock/settings', as(amara, { restrict_key_creation: true }));
    const make = (person: string) => ask('POST /_mock/keys', as(person, wanted.personal));
    expect((await make(ben)).status).toBe(403);
    expect((await ask('GET /_mock/key_choices', as(dev))).body).toMatchObject({ types: [], teams: [] });
    expect((await make(amara)).status).toBe(201);
    tenant.manage.updatePerson(2102, { tenant_permissions: ['API_KEY_CREATE'] });
    expect((await make(ben)).status).toBe(201);
  });

  test('nobody who is deactivated or unknown', async () => {
    const { ask } = openTenant();
    for (const person of ['2103', '9999', 'nobody@quiet-harbor.example', '2201']) {
      expect((await ask('POST /_mock/keys', as(person, wanted.personal))).status).toBe(403);
    }
  });
});

describe('the secret', () => {
  test('is shown once and kept only as a hash', async () => {
    const { ask, tenant } = openTenant();
    const { body: made } = await ask('POST /_mock/keys', as(ben, { type: 'personal', name: 'Laptop' }));
    expect(made.secret).toMatch(/^[\w-]{20}$/);
    const { body: listed } = await ask('GET /_mock/keys');
    await ask('GET /api/v1/info', { key: made.secret });
    for (const text of [listed, tenant.snapshot(), tenant.requests].map((value) => JSON.stringify(value))) {
      expect(text).not.toContain(made.secret);
    }
  });

  test('is another one for each key, and the same in each run', async () => {
    const run = () => {
      const { manage } = openTenant().tenant;
      return [1, 2].map(() => manage.createKey({ type: 'personal', name: 'P' }).secret);
    };
    const [first, second] = run();
    expect(first).not.toBe(second);
    expect(run()).toEqual([first, second]);
  });
});

describe('the list of keys', () => {
  test('tells type, whom it acts as, reach, who made it, when, and when it was last used', async () => {
    const { ask } = openTenant();
    await ask('POST /_mock/keys', as(dev, { type: 'team', name: 'CI', team_id: 1101, role: 'VIEWER' }));
    const { body: before } = await ask('GET /_mock/keys');
    expect(before.keys.at(-1)).toEqual({
      id: 8,
      name: 'CI',
      type: 'team',
      acts_as: { id: 2205, name: 'CI', service_account: true },
      reach: 'team Detection as VIEWER',
      team: { id: 1101, name: 'Detection' },
      role: 'VIEWER',
      tenant_permissions: [],
      made_by: { id: 2104, name: 'Dev Patel' },
      created_at: '2026-11-24T09:00:01Z',
      last_used_at: null,
      works: true,
      held_by: [],
      delete_refusal: null,
    });
    await ask('GET /api/v1/info', { key: 'team-viewer-demo-key' });
    const { body: after } = await ask('GET /_mock/keys');
    const used = after.keys.filter(({ last_used_at }: { last_used_at: string | null }) => last_used_at !== null);
    expect(used).toMatchObject([{ name: 'Detection viewer', last_used_at: '2026-11-24T09:00:01Z' }]);
  });

  test('says of every demo key what it reaches', async () => {
    const { tenant } = openTenant();
    expect(tenant.manage.keys().map(({ reach }) => reach)).toEqual([
      'the whole tenant',
      'team Detection as EDITOR',
      'AUDIT_LOG_READ',
      'the whole tenant',
      'team Detection as EDITOR',
      'team Detection as VIEWER',
      'nothing: its person is deactivated',
    ]);
  });
});

describe('the audit log', () => {
  test('names who made and who deleted a key, without its secret', async () => {
    const { ask } = openTenant();
    const { body: made } = await ask('POST /_mock/keys', as(ben, { type: 'personal', name: 'Laptop' }));
    await ask(`DELETE /_mock/keys/${made.id}`, as(ben));
    const query = 'operation_name[]=AuthenticationTokenCreation&operation_name[]=AuthenticationTokenDeletion';
    const { body } = await ask(`GET /api/v1/audit_logs?${query}`, { key: 'service-audit-demo-key' });
    expect(body.audit_logs).toMatchObject([
      { operation_name: 'AuthenticationTokenDeletion', user_id: 2102, inputs: { inputs: { name: 'Laptop' } } },
      { operation_name: 'AuthenticationTokenCreation', user_name: 'Ben Lindqvist' },
    ]);
    expect(JSON.stringify(body)).not.toContain(made.secret);
  });

  test('says nothing of what was refused', async () => {
    const { ask, tenant } = openTenant();
    const count = () => tenant.state.auditLogs.size;
    const before = count();
    await ask('POST /_mock/keys', as(ben, { type: 'tenant_owner', name: 'Mine' }));
    await ask('DELETE /api/v1/stories/3101', { key: 'team-viewer-demo-key' });
    expect(count()).toBe(before);
    expect(tenant.requests.at(-1)).toMatchObject({ operationId: 'deleteStory', status: 404 });
  });
});

describe('what does not hang together is refused with 422', () => {
  const wrong: [string, Record<string, unknown>, string][] = [
    ['a team key without a team', { type: 'team', role: 'VIEWER' }, 'team_id'],
    ['a team key without a role', { type: 'team', team_id: 1101 }, 'role'],
    ['a team that is not there', { type: 'team', team_id: 9999, role: 'VIEWER' }, 'team_id'],
    ['a role that is not there', { type: 'team', team_id: 1101, role: 'CAPTAIN' }, 'role'],
    ['a team on a personal key', { type: 'personal', team_id: 1101 }, 'team_id'],
    [
      'permissions on a team key',
      { type: 'team', team_id: 1101, role: 'VIEWER', tenant_permissions: [] },
      'tenant_permissions',
    ],
    ['a permission that is not there', { type: 'service', tenant_permissions: ['FLY'] }, 'tenant_permissions'],
    ['a type that is not there', { type: 'admin' }, 'type'],
    ['a field that is not there', { type: 'personal', secret: 'mine' }, 'secret'],
  ];
  test.each(wrong)('%s', async (_, body, details) => {
    const { ask } = openTenant();
    const refused = await ask('POST /_mock/keys', as(amara, { name: 'X', ...body }));
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ details }] } });
  });

  test('in code, with an error that says what is allowed', () => {
    const { manage } = openTenant().tenant;
    expect(() => manage.createKey({ type: 'team', name: 'X' })).toThrow('team_id is required for a team key');
    expect(() => manage.createKey({ type: 'service', name: 'X' }, 2102)).toThrow('these types only: personal');
    expect(() => manage.deleteKey(99)).toThrow('Not found.');
    expect(() => manage.createKey({ type: 'personal', name: '' })).toThrow(
      'name must NOT have fewer than 1 characters',
    );
    expect(() => manage.createPerson({ email: 'nobody' })).toThrow('email must match format');
    expect(() => manage.changeSettings({ scim: 'sometimes' } as never)).toThrow('scim must be one of "off"');
  });
});
