import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';
const email = 'fatima.rahmani@quiet-harbor.example';

describe('users', () => {
  test('are invited, changed and deleted for good', async () => {
    const { ask } = openTenant();
    const { status, body: made } = await ask('POST /api/v1/admin/users', { key, body: { email, admin: true } });
    expect(status).toBe(201);
    expect(made).toMatchObject({ email, admin: true, is_active: true, first_name: '', last_seen: null });
    const owners = await ask('GET /api/v1/admin/users?filter=TENANT_OWNER', { key });
    expect(owners.body['admin/users'].map(({ id }: { id: number }) => id)).toEqual([2101, made.id]);
    const { body: changed } = await ask(`PATCH /api/v1/admin/users/${made.id}`, {
      key,
      body: { last_name: 'Rahmani' },
    });
    expect(changed).toMatchObject({ last_name: 'Rahmani', admin: true });
    expect(changed.updated_at > made.updated_at).toBe(true);
    expect((await ask(`GET /api/v1/admin/users/${made.id}`, { key })).body).toEqual(changed);
    expect((await ask(`DELETE /api/v1/admin/users/${made.id}`, { key })).status).toBe(204);
    expect((await ask(`GET /api/v1/admin/users/${made.id}`, { key })).status).toBe(404);
    expect((await ask(`DELETE /api/v1/admin/users/${made.id}`, { key })).status).toBe(404);
  });

  test('have an e-mail address of their own, whatever its case', async () => {
    const { ask } = openTenant();
    const taken = { key, body: { email: 'Ben.Lindqvist@quiet-harbor.example' } };
    for (const line of ['POST /api/v1/admin/users', 'PUT /api/v1/admin/users/2104']) {
      expect(await ask(line, taken)).toMatchObject({ status: 422, body: { errors: [{ details: 'email' }] } });
    }
    expect((await ask('PUT /api/v1/admin/users/2102', taken)).status).toBe(200);
  });

  test('are no service accounts', async () => {
    const { ask } = openTenant();
    for (const line of ['GET', 'PUT', 'DELETE'].map((method) => `${method} /api/v1/admin/users/2202`)) {
      expect((await ask(line, { key, ...(line.startsWith('PUT') && { body: {} }) })).status).toBe(404);
    }
  });

  test('that are deleted leave their stories to who deleted them, and their teams', async () => {
    const { ask } = openTenant();
    const before = (await ask('GET /api/v1/stories/3102', { key })).body;
    expect(before.user_id).toBe(2102);
    await ask('DELETE /api/v1/admin/users/2102', { key });
    expect((await ask('GET /api/v1/stories/3102', { key })).body.user_id).toBe(2202);
    const { body } = await ask('GET /api/v1/teams/1101/members', { key });
    expect(body.members.map(({ id }: { id: number }) => id)).toEqual([2104, 2105]);
  });

  test('that are deleted take their drafts along and leave cases and tasks', async () => {
    const { ask, tenant } = openTenant();
    expect((await ask('GET /api/v1/stories/3103/drafts', { key })).body.drafts).not.toEqual([]);
    const { body: made } = await ask('POST /api/v2/cases', {
      key,
      body: { team_id: 1102, name: 'Lost laptop', assignee_emails: ['dev.patel@quiet-harbor.example'] },
    });
    expect(tenant.state.cases.get(made.case_id)?.assignee_ids).toEqual([2104]);
    await ask('DELETE /api/v1/admin/users/2104', { key });
    expect((await ask('GET /api/v1/stories/3103/drafts', { key })).body.drafts).toEqual([]);
    expect((await ask(`GET /api/v2/cases/${made.case_id}`, { key })).body.assignees).toEqual([]);
  });

  test('get their invitation again until they have accepted, and then a message', async () => {
    const { ask } = openTenant();
    const { body: made } = await ask('POST /api/v1/admin/users', { key, body: { email } });
    const sent = await ask(`POST /api/v1/admin/users/${made.id}/resend_invitation`, { key });
    expect(sent).toMatchObject({ status: 200, body: undefined });
    const kept = await ask('POST /api/v1/admin/users/2102/resend_invitation', { key });
    expect(kept).toMatchObject({ status: 200, body: { message: 'User already accepted invitation.' } });
    expect((await ask('POST /api/v1/admin/users/9999/resend_invitation', { key })).status).toBe(404);
  });

  test('have sign-ins, newest first, within times, which go with them', async () => {
    const { ask } = openTenant();
    const ids = async (query: string) => {
      const { body } = await ask(`GET /api/v1/admin/users/2102/signin_activities?${query}`, { key });
      return body['admin/login_activities'].map(({ id }: { id: number }) => id);
    };
    expect(await ids('')).toEqual([1962, 1961]);
    expect(await ids('after=2026-11-22T00:00:00Z')).toEqual([1962]);
    expect(await ids('before=2026-11-22T00:00:00Z')).toEqual([1961]);
    await ask('DELETE /api/v1/admin/users/2102', { key });
    expect((await ask('GET /api/v1/admin/users/2102/signin_activities', { key })).status).toBe(404);
  });

  test('are signed out and keep their keys', async () => {
    const { ask } = openTenant();
    expect((await ask('POST /api/v1/admin/users/2102/expire_session', { key })).status).toBe(204);
    expect((await ask('GET /api/v1/info', { key: 'personal-editor-demo-key' })).status).toBe(200);
    const { body } = await ask('GET /api/v1/audit_logs?operation_name=UserSessionExpiry', { key });
    expect(body.meta.count).toBe(1);
  });

  test('are added and changed by SCIM only where it is exclusive, and still deleted', async () => {
    const { ask, tenant } = openTenant();
    tenant.manage.changeSettings({ scim: 'exclusive' });
    expect((await ask('POST /api/v1/admin/users', { key, body: { email } })).status).toBe(422);
    expect((await ask('PUT /api/v1/admin/users/2102', { key, body: { admin: true } })).status).toBe(422);
    expect((await ask('POST /api/v1/teams/1101/invite_member', { key, body: { email } })).status).toBe(422);
    expect((await ask('DELETE /api/v1/admin/users/2102', { key })).status).toBe(204);
  });
});

describe('team members', () => {
  test('are invited by address, as new users where there is none', async () => {
    const { ask } = openTenant();
    const body = { email, role: 'EDITOR' };
    const { status, body: member } = await ask('POST /api/v1/teams/1101/invite_member', { key, body });
    expect(status).toBe(200);
    expect(member).toMatchObject({ email, role: 'EDITOR', invitation_accepted: false });
    expect((await ask(`GET /api/v1/admin/users/${member.id}`, { key })).body.email).toBe(email);
    const again = await ask('POST /api/v1/teams/1101/resend_invitation', { key, body: { user_id: member.id } });
    const { role, ...withoutRole } = member;
    expect(again).toMatchObject({ status: 200, body: withoutRole });
    expect(again.body).not.toHaveProperty('role');
  });

  test('have a role of the tenant', async () => {
    const { ask } = openTenant();
    const invite = (role: string) =>
      ask('POST /api/v1/teams/1102/invite_member', { key, body: { user_id: 2102, role } });
    expect(await invite('CAPTAIN')).toMatchObject({ status: 422, body: { errors: [{ details: 'role' }] } });
    expect((await invite('Shift lead')).body.role).toBe('Shift lead');
    expect(await invite('VIEWER')).toMatchObject({ status: 422, body: { errors: [{ details: 'user_id' }] } });
  });

  test('get no second invitation when they are none', async () => {
    const { ask } = openTenant();
    const line = 'POST /api/v1/teams/1101/resend_invitation';
    expect((await ask(line, { key, body: { user_id: 2101 } })).status).toBe(404);
  });

  test('lose the static external id of their team once', async () => {
    const { ask } = openTenant();
    const line = 'POST /api/v1/teams/1101/destroy_static_external_id';
    expect(await ask(line, { key })).toMatchObject({ status: 200, body: 9801 });
    expect((await ask(line, { key })).status).toBe(404);
  });
});
