import { RolePermission } from '@tines-openapi/types/enums';
import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const owner = 'tenant-owner-demo-key';

async function openWithRole(permissions: string[]) {
  const opened = openTenant({ denied: 403 });
  const body = { name: 'NIGHT_SHIFT', permissions };
  const { body: role } = await opened.ask('POST /api/v1/admin/roles', { key: owner, body });
  const made = opened.tenant.manage.createKey({ type: 'team', name: 'Night', team_id: 1101, role: 'NIGHT_SHIFT' });
  return { ...opened, role, key: made.secret };
}

describe('a custom role', () => {
  test('is created, read by id and name, changed and deleted', async () => {
    const { ask } = openTenant();
    const body = { name: 'CASE_ENGINEER', description: 'Opens cases.', permissions: ['STORY_CREATE', 'CASE_CREATE'] };
    const { status, body: made } = await ask('POST /api/v1/admin/roles', { key: owner, body });
    expect(status).toBe(201);
    expect(made).toMatchObject({ id: '1952', type: 'custom', builder: true, ...body });
    expect((await ask('GET /api/v1/admin/roles/1952', { key: owner })).body).toEqual(made);
    expect((await ask('GET /api/v1/admin/roles/CASE_ENGINEER', { key: owner })).body).toEqual(made);
    const less = await ask('PATCH /api/v1/admin/roles/1952', { key: owner, body: { permissions: ['CASE_CREATE'] } });
    expect(less.body).toMatchObject({ builder: false, description: 'Opens cases.', permissions: ['CASE_CREATE'] });
    const listed = await ask('GET /api/v1/admin/roles', { key: owner });
    expect(listed.body['admin/roles'].map(({ id }: { id: string }) => id)).toEqual([
      'TEAM_ADMIN',
      'EDITOR',
      'VIEWER',
      'CASE_MANAGER',
      'WORKBENCH_USER',
      'DASHBOARD_MANAGER',
      'DASHBOARD_VIEWER',
      '1951',
      '1952',
    ]);
    expect((await ask('DELETE /api/v1/admin/roles/1952', { key: owner })).status).toBe(204);
    expect((await ask('GET /api/v1/admin/roles/1952', { key: owner })).status).toBe(404);
  });

  test('gives what its permissions say, and takes it at once when they change', async () => {
    const { ask, key } = await openWithRole(['STORY_CREATE']);
    const story = { key, body: { team_id: 1101 } };
    expect((await ask('POST /api/v1/stories', story)).status).toBe(201);
    expect((await ask('DELETE /api/v1/stories/3101', { key })).status).toBe(403);
    const body = { permissions: ['STORY_READ', 'STORY_DELETE'] };
    await ask('PATCH /api/v1/admin/roles/NIGHT_SHIFT', { key: owner, body });
    expect((await ask('POST /api/v1/stories', story)).status).toBe(403);
    expect((await ask('GET /api/v1/stories/3101', { key })).status).toBe(200);
    expect((await ask('DELETE /api/v1/stories/3101', { key })).status).toBe(204);
  });

  test('with ALLOW_ALL gives everything in the team and nothing beyond', async () => {
    const { ask, key } = await openWithRole(['ALLOW_ALL']);
    expect((await ask('DELETE /api/v1/stories/3101', { key })).status).toBe(204);
    expect((await ask('GET /api/v1/stories/3103', { key })).status).toBe(404);
    expect((await ask('GET /api/v1/admin/users', { key })).status).toBe(403);
  });

  test('that is deleted leaves its holders the sight of their team', async () => {
    const { ask, key, role } = await openWithRole(['STORY_CREATE']);
    await ask(`DELETE /api/v1/admin/roles/${role.id}`, { key: owner });
    expect((await ask('GET /api/v1/stories/3101', { key })).status).toBe(403);
    expect((await ask('GET /api/v1/teams/1101', { key })).status).toBe(200);
  });

  test('counts for people who have it as well', async () => {
    const { ask, tenant } = openTenant();
    const key = 'personal-editor-demo-key';
    tenant.manage.updatePerson(2102, { memberships: [{ team_id: 1102, role: 'Shift lead' }] });
    expect((await ask('POST /api/v1/stories', { key, body: { team_id: 1102 } })).status).toBe(201);
    expect((await ask('GET /api/v1/stories/3101', { key })).status).toBe(404);
  });
});

describe('is refused', () => {
  test('a name that is taken, by a default role too', async () => {
    const { ask } = openTenant();
    for (const name of ['EDITOR', 'Shift lead']) {
      const refused = await ask('POST /api/v1/admin/roles', { key: owner, body: { name, permissions: [] } });
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ details: 'name' }] } });
    }
  });

  test('a change or the end of a default role', async () => {
    const { ask } = openTenant();
    expect((await ask('DELETE /api/v1/admin/roles/VIEWER', { key: owner })).status).toBe(422);
    const body = { permissions: ['ALLOW_ALL'] };
    expect((await ask('PATCH /api/v1/admin/roles/VIEWER', { key: owner, body })).status).toBe(422);
    for (const name of ['constructor', 'nobody']) {
      expect((await ask(`GET /api/v1/admin/roles/${name}`, { key: owner })).status).toBe(404);
    }
  });

  test('the 26th of a tenant', async () => {
    const { ask } = openTenant();
    const add = (name: string) => ask('POST /api/v1/admin/roles', { key: owner, body: { name, permissions: [] } });
    for (let at = 2; at <= 25; at += 1) expect((await add(`ROLE_${at}`)).status).toBe(201);
    expect((await add('ROLE_26')).status).toBe(422);
  });
});

test('the default roles name permissions that the document knows', async () => {
  const { ask } = openTenant();
  const { body } = await ask('GET /api/v1/admin/roles?per_page=100', { key: owner });
  const defaults = body['admin/roles'].filter(({ type }: { type: string }) => type === 'default');
  const named = new Set(defaults.flatMap(({ permissions }: { permissions: string[] }) => permissions));
  expect([...named].sort()).toEqual([...RolePermission].sort());
});
