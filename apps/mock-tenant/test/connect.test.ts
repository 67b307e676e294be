import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const as = (person: number, body?: unknown) => ({
  headers: { 'x-mock-user': String(person) },
  ...(body !== undefined && { body }),
});
const [amara, ben, dev, elif] = [2101, 2102, 2104, 2105] as const;
const personal = { name: 'This tenant', key: { type: 'personal', name: 'Connect flow' } };
const team = { name: 'This tenant', key: { type: 'team', name: 'Connect flow', team_id: 1101, role: 'VIEWER' } };

describe('the connect flow', () => {
  test('ends with a credential of the team that holds a working key', async () => {
    const { ask } = openTenant();
    const made = await ask('POST /_mock/teams/1101/connections', as(dev, team));
    expect(made).toMatchObject({
      status: 201,
      body: {
        name: 'This tenant',
        team_id: 1101,
        key: { type: 'team', reach: 'team Detection as VIEWER', works: true },
      },
    });
    const call = `POST /_mock/credentials/${made.body.id}/calls`;
    const called = await ask(call, as(dev, { path: '/api/v1/stories?per_page=1' }));
    expect(called.body).toMatchObject({ method: 'GET', status: 200, body: { stories: [{ team_id: 1101 }] } });
    const other = await ask(call, as(dev, { path: '/api/v1/stories/3103' }));
    expect(other.body.status).toBe(404);
  });

  test('leaves a credential that the API shows, without the key', async () => {
    const { ask } = openTenant();
    const { body: made } = await ask('POST /_mock/teams/1101/connections', as(ben, personal));
    const { body } = await ask('GET /api/v1/user_credentials?team_id=1101', { key: 'team-viewer-demo-key' });
    const shown = body.user_credentials.find(({ id }: { id: number }) => id === made.id);
    expect(shown).toMatchObject({ name: 'This tenant', mode: 'TEXT', team_id: 1101 });
    expect(shown).not.toHaveProperty('key_id');
  });

  test('tells the secret to nobody', async () => {
    const { ask, tenant } = openTenant();
    const answered = await ask('POST /_mock/teams/1101/connections', as(ben, personal));
    await ask(`POST /_mock/credentials/${answered.body.id}/calls`, as(ben, { path: '/api/v1/info' }));
    const keys = tenant.state.keys.all();
    expect(answered.body.key).not.toHaveProperty('secret');
    expect(JSON.stringify([answered.body, tenant.requests])).not.toContain(keys.at(-1)?.secret_hash);
  });

  test('calls as the key, which the journal and the audit log show', async () => {
    const { ask, tenant } = openTenant();
    const { body: made } = await ask('POST /_mock/teams/1101/connections', as(dev, team));
    await ask(`POST /_mock/credentials/${made.id}/calls`, as(dev, { path: '/api/v1/info' }));
    expect(tenant.requests.at(-1)).toMatchObject({
      operationId: 'getTenantInfo',
      principal: 'Connect flow',
      keyType: 'team',
      scheme: 'bearer',
      status: 200,
    });
    const { body } = await ask('GET /_mock/audit_logs?limit=2');
    expect(body.audit_logs).toMatchObject([
      { operation_name: 'UserCredentialSave', user_name: 'Dev Patel' },
      { operation_name: 'AuthenticationTokenCreation', user_name: 'Dev Patel' },
    ]);
  });

  test('answers 401 once the key is deleted, and the credential is still there', async () => {
    const { ask } = openTenant();
    const { body: made } = await ask('POST /_mock/teams/1101/connections', as(ben, personal));
    expect((await ask(`DELETE /_mock/keys/${made.key.id}`, as(ben))).status).toBe(204);
    const called = await ask(`POST /_mock/credentials/${made.id}/calls`, as(ben, { path: '/api/v1/info' }));
    expect(called.body.status).toBe(401);
    const { body } = await ask('GET /_mock/teams/1101/credentials', as(ben));
    expect(body.credentials.at(-1)).toMatchObject({ name: 'This tenant', key: null });
  });

  test('is refused to who may not make credentials in the team, or not that key, and nothing is left behind', async () => {
    const { ask, tenant } = openTenant();
    const before = JSON.stringify([tenant.manage.keys(), tenant.state.credentials.all()]);
    const refused: [number, number, unknown, number][] = [
      [elif, 1101, personal, 403],
      [ben, 1102, personal, 404],
      [ben, 1101, team, 403],
      [ben, 1101, { ...personal, key: { type: 'tenant_owner', name: 'All' } }, 403],
      [dev, 1101, { ...team, key: { ...team.key, role: 'CAPTAIN' } }, 422],
      [amara, 9999, personal, 404],
      [amara, 1101, { name: '', key: personal.key }, 422],
    ];
    for (const [person, teamId, body, status] of refused) {
      expect((await ask(`POST /_mock/teams/${teamId}/connections`, as(person, body))).status).toBe(status);
    }
    expect(JSON.stringify([tenant.manage.keys(), tenant.state.credentials.all()])).toBe(before);
  });
});

describe('the teams and credentials of a person', () => {
  test('are those that the person sees, with why nothing can be made there', async () => {
    const { ask } = openTenant();
    expect((await ask('GET /_mock/teams', as(amara))).body.teams).toHaveLength(3);
    expect((await ask('GET /_mock/teams', as(elif))).body.teams).toMatchObject([
      { id: 1101, credentials: 4, connect_refusal: expect.stringContaining('editors and admins') },
      { id: 1102, credentials: null },
      { id: 1103, credentials: null },
    ]);
    expect((await ask('GET /_mock/teams', as(ben))).body.teams).toMatchObject([{ id: 1101, connect_refusal: null }]);
  });

  test('are refused where the role shows none, or the team is not seen', async () => {
    const { ask } = openTenant();
    expect((await ask('GET /_mock/teams/1102/credentials', as(elif))).status).toBe(403);
    expect((await ask('GET /_mock/teams/1102/credentials', as(ben))).status).toBe(404);
    expect((await ask('GET /_mock/teams/1101/credentials', as(ben))).body.credentials).toHaveLength(4);
  });

  test('a call needs a credential that is seen and holds a key, and a path of the API', async () => {
    const { ask } = openTenant();
    const call = (id: number, person: number, path = '/api/v1/info') =>
      ask(`POST /_mock/credentials/${id}/calls`, as(person, { path }));
    expect((await call(9101, ben)).status).toBe(404);
    expect((await call(9999, ben)).status).toBe(404);
    const { body: made } = await ask('POST /_mock/teams/1101/connections', as(ben, personal));
    expect((await call(made.id, ben, '/_mock/keys')).status).toBe(422);
    expect((await call(made.id, ben, 'https://elsewhere.example/api/')).status).toBe(422);
  });
});
