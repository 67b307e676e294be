import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';
const admin = '/api/v1/admin';

describe('address rules', () => {
  const path = `${admin}/ip_access_control_rules`;

  test('are created, read, changed, listed and deleted', async () => {
    const { ask } = openTenant();
    const { status, body: made } = await ask(`POST ${path}`, {
      key,
      body: { ip: '198.51.100.18', description: 'VPN' },
    });
    expect(status).toBe(201);
    expect((await ask(`GET ${path}/${made.id}`, { key })).body).toEqual(made);
    for (const [method, ip] of [
      ['PUT', '198.51.100.0/24'],
      ['PATCH', '2001:db8::/64'],
    ] as const) {
      const { body: changed } = await ask(`${method} ${path}/${made.id}`, { key, body: { ip } });
      expect(changed).toMatchObject({ id: made.id, ip, description: 'VPN' });
      expect((await ask(`GET ${path}/${made.id}`, { key })).body).toEqual(changed);
    }
    expect((await ask(`DELETE ${path}/${made.id}`, { key })).status).toBe(204);
    expect((await ask(`GET ${path}/${made.id}`, { key })).status).toBe(404);
  });

  test('are found by an address or a range that they cover', async () => {
    const { ask } = openTenant();
    const ids = async (ip: string) => {
      const { body } = await ask(`GET ${path}?matching_ip=${encodeURIComponent(ip)}`, { key });
      return body[`admin/ip_access_control_rules`].map(({ id }: { id: number }) => id);
    };
    expect(await ids('203.0.113.9')).toEqual([1901]);
    expect(await ids('203.0.113.0/25')).toEqual([1901]);
    expect(await ids('203.0.112.0/23')).toEqual([]);
    expect(await ids('2001:db8:24::7')).toEqual([1902]);
    expect((await ask(`GET ${path}?matching_ip=harbor`, { key })).status).toBe(422);
  });

  test('are refused without an address', async () => {
    const { ask } = openTenant();
    for (const ip of ['harbor', '203.0.113.0/40', '']) {
      const refused = await ask(`POST ${path}`, { key, body: { ip, description: 'x' } });
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ details: 'ip' }] } });
    }
  });
});

describe('egress rules', () => {
  const path = `${admin}/action_egress_control_rules`;

  test('turn from an address to a host and back', async () => {
    const { ask } = openTenant();
    const body = { fqdn: 'smtp.quiet-harbor.example', description: 'Mail', allowed_action_types: ['send-email'] };
    const { status, body: made } = await ask(`POST ${path}`, { key, body });
    expect({ status, made }).toMatchObject({ status: 201, made: { ip: null, ...body } });
    const change = { ip: '198.51.100.7', allowed_action_types: ['http-request'] };
    const { body: changed } = await ask(`PATCH ${path}/${made.id}`, { key, body: change });
    expect(changed).toMatchObject({ ip: '198.51.100.7', fqdn: null });
    expect((await ask(`GET ${path}`, { key })).body['admin/action_egress_control_rules']).toContainEqual(changed);
    expect((await ask(`DELETE ${path}/${made.id}`, { key })).status).toBe(204);
    expect((await ask(`PUT ${path}/${made.id}`, { key, body: {} })).status).toBe(404);
  });

  test.each([
    ['both', { ip: '198.51.100.7', fqdn: 'a.example' }],
    ['neither', {}],
    ['no host name', { fqdn: 'not a host' }],
    ['a long word that is no host name', { fqdn: `${'a'.repeat(200)}!` }],
    ['no address', { ip: '198.51.100' }],
    ['mail to an address', { ip: '198.51.100.7', allowed_action_types: ['send-email'] }],
    ['an unknown kind of action', { fqdn: 'a.example', allowed_action_types: ['run-script'] }],
  ])('are refused: %s', async (_, fields) => {
    const { ask } = openTenant();
    expect((await ask(`POST ${path}`, { key, body: { description: 'x', ...fields } })).status).toBe(422);
  });
});

describe('private templates', () => {
  const path = `${admin}/templates`;
  const template = {
    name: 'T',
    product: 'P',
    agent_type: 'Agents::HTTPRequestAgent',
    agent_options: { url: 'https://a.example' },
  };

  test('have an id that is a number once, and text from then on', async () => {
    const { ask } = openTenant();
    const { body: made } = await ask(`POST ${path}`, { key, body: { ...template, team_id: 1101 } });
    expect(made).toMatchObject({ id: 1922, read_access: 'TEAM', vendor: '', description: '', shared_team_slugs: [] });
    expect((await ask(`GET ${path}/1922`, { key })).body).toEqual({ ...made, id: '1922' });
    const changed = await ask(`PUT ${path}/1922`, { key, body: { vendor: 'V' } });
    expect(changed).toMatchObject({ status: 200, body: true });
    expect((await ask(`GET ${path}`, { key })).body['admin/templates'].at(-1)).toMatchObject({
      name: 'T',
      vendor: 'V',
    });
    expect((await ask(`DELETE ${path}/1922`, { key })).status).toBe(204);
    expect((await ask(`GET ${path}/1922`, { key })).status).toBe(404);
  });

  test('keep their team from being deleted', async () => {
    const { ask } = openTenant();
    const { body: team } = await ask('POST /api/v1/teams', { key, body: { name: 'Hunting' } });
    const { body: made } = await ask(`POST ${path}`, { key, body: { ...template, team_id: team.id } });
    const refused = await ask(`DELETE /api/v1/teams/${team.id}`, { key });
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].message).toContain('private templates');
    await ask(`DELETE ${path}/${made.id}`, { key });
    expect((await ask(`DELETE /api/v1/teams/${team.id}`, { key })).status).toBe(204);
  });

  test.each([
    ['a team that is not there', { team_id: 9 }, 'team_id'],
    ['sharing without a team', { read_access: 'TEAM' }, 'read_access'],
    ['sharing with nobody', { read_access: 'SPECIFIC_TEAMS' }, 'shared_team_slugs'],
    ['sharing with an unknown team', { read_access: 'SPECIFIC_TEAMS', shared_team_slugs: ['x'] }, 'shared_team_slugs'],
    ['a folder for stories', { team_id: 1101, folder_id: 6101 }, 'folder_id'],
    ['an optional credential', { action_inputs: [{ name: 'c', type: 'CREDENTIAL' }] }, 'action_inputs.0.required'],
  ])('are refused: %s', async (_, fields, details) => {
    const { ask } = openTenant();
    const refused = await ask(`POST ${path}`, { key, body: { ...template, ...fields } });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ details }] } });
  });
});

describe('jobs', () => {
  const ids = async (ask: ReturnType<typeof openTenant>['ask'], kind: string) => {
    const { body } = await ask(`GET ${admin}/${kind}_jobs`, { key });
    return body[`admin/${kind}_jobs`].map(({ id }: { id: number }) => id);
  };

  test.each(['queued', 'retry', 'dead'])('that are %s are deleted all at once', async (kind) => {
    const { ask } = openTenant();
    expect(await ids(ask, kind)).not.toEqual([]);
    expect((await ask(`DELETE ${admin}/delete_all_${kind}_jobs`, { key })).status).toBe(204);
    expect(await ids(ask, kind)).toEqual([]);
    expect(await ids(ask, 'in_progress')).toEqual([1931]);
  });

  test('of one action are deleted without those of others', async () => {
    const { ask } = openTenant();
    expect((await ask(`DELETE ${admin}/actions/4104/delete_all_retry_jobs`, { key })).status).toBe(204);
    expect(await ids(ask, 'retry')).toEqual([1934]);
    expect((await ask(`DELETE ${admin}/actions/4103/delete_all_queued_jobs`, { key })).status).toBe(204);
    expect(await ids(ask, 'queued')).toEqual([1932]);
    expect((await ask(`DELETE ${admin}/actions/4102/delete_all_dead_jobs`, { key })).status).toBe(204);
    expect(await ids(ask, 'dead')).toEqual([]);
    expect((await ask(`DELETE ${admin}/actions/9999/delete_all_dead_jobs`, { key })).status).toBe(404);
  });

  test('end with their story', async () => {
    const { ask } = openTenant();
    await ask('DELETE /api/v1/stories/3101', { key });
    expect(await ids(ask, 'dead')).toEqual([]);
    expect(await ids(ask, 'retry')).toEqual([1934]);
  });
});

describe('the certificate authority', () => {
  const certificate = '-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----\n';

  test('is set with an empty answer and stands in the audit log', async () => {
    const { ask } = openTenant();
    const set = await ask(`PUT ${admin}/custom_certificate_authority`, { key, body: { certificate } });
    expect(set).toMatchObject({ status: 200, body: undefined });
    const { body } = await ask('GET /api/v1/audit_logs?operation_name=CustomCertificateAuthoritySet', { key });
    expect(body.audit_logs).toMatchObject([{ user_id: 2202, inputs: { inputs: { certificate } } }]);
  });

  test('is refused when it is none', async () => {
    const { ask } = openTenant();
    const refused = await ask(`PUT ${admin}/custom_certificate_authority`, { key, body: { certificate: 'trust me' } });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ details: 'certificate' }] } });
  });
});

describe('sync destinations', () => {
  const path = `${admin}/sync_destinations`;
  const remote = {
    destination_tenant_url: 'https://still-cove-6613.tines.com',
    destination_tenant_api_key: 'still-cove-key-example',
    destination_team_id: 1104,
    team_id: 1101,
    story_ids: [3101],
  };

  test('know which stories they have, until somebody edits one', async () => {
    const { ask } = openTenant();
    const { status, body: made } = await ask(`POST ${path}`, { key, body: remote });
    expect(status).toBe(201);
    const { id } = made.sync_destination;
    const statuses = async () => {
      const { body } = await ask(`GET ${path}/${id}`, { key });
      return body.sync_destination.subscriptions.map((entry: { status: string }) => entry.status);
    };
    expect(await statuses()).toEqual(['requires_sync']);
    expect((await ask(`POST ${path}/${id}/manual_sync`, { key })).body).toEqual({ sync_initiated: true });
    expect(await statuses()).toEqual(['synced']);
    await ask('PUT /api/v1/stories/3101', { key, body: { name: 'Edited' } });
    expect(await statuses()).toEqual(['requires_sync']);
    expect((await ask(`POST ${path}/${id}/story/3101/sync`, { key })).body).toEqual({ story_sync_initiated: true });
    expect(await statuses()).toEqual(['synced']);
    expect((await ask(`POST ${path}/${id}/story/3102/sync`, { key })).status).toBe(404);
    await ask('DELETE /api/v1/stories/3101', { key });
    expect(await statuses()).toEqual([]);
  });

  test('are changed in part, listed and deleted', async () => {
    const { ask } = openTenant();
    for (const method of ['PUT', 'PATCH']) {
      const { body } = await ask(`${method} ${path}/1941`, { key, body: { manual_sync_only: true } });
      expect(body.sync_destination).toMatchObject({ manual_sync_only: true, subscriptions: [{}, {}] });
    }
    await ask(`PUT ${path}/1941`, { key, body: { story_ids: [] } });
    const { body } = await ask(`GET ${path}`, { key });
    expect(body.sync_destinations[0].subscriptions).toEqual([]);
    expect((await ask(`DELETE ${path}/1941`, { key, body: { keep_stories: true } })).status).toBe(204);
    expect((await ask(`GET ${path}/1941`, { key })).status).toBe(404);
  });

  test('in the own tenant need a team that is there, and no key', async () => {
    const { ask } = openTenant();
    const { destination_tenant_api_key, ...own } = { ...remote, destination_tenant_url: 'http://tenant.example' };
    const { status, body } = await ask(`POST ${path}`, { key, body: { ...own, destination_team_id: 9999 } });
    expect(status).toBe(201);
    await ask(`POST ${path}/${body.sync_destination.id}/manual_sync`, { key });
    const { body: failed } = await ask(`GET ${path}/${body.sync_destination.id}`, { key });
    expect(failed.sync_destination.subscriptions).toMatchObject([
      { status: 'failed', error_message: 'The destination team does not exist.' },
    ]);
  });

  test('show their key nowhere', async () => {
    const { ask, tenant } = openTenant();
    const { body } = await ask(`POST ${path}`, { key, body: remote });
    const { body: log } = await ask('GET /api/v1/audit_logs', { key });
    expect(log.audit_logs[0].inputs.inputs.destinationTenantApiKey).toBe('REDACTED');
    for (const text of [body, log, tenant.snapshot(), tenant.requests].map((value) => JSON.stringify(value))) {
      expect(text).not.toContain(remote.destination_tenant_api_key);
    }
  });

  test.each([
    ['another tenant without a key', { destination_tenant_api_key: undefined }, 'destination_tenant_api_key'],
    ['a team that is not there', { team_id: 9 }, 'team_id'],
    ['a story of another team', { story_ids: [3101, 3103] }, 'story_ids.1'],
    ['an address that is none', { destination_tenant_url: 'https://[' }, 'destination_tenant_url'],
  ])('are refused: %s', async (_, fields, details) => {
    const { ask } = openTenant();
    const refused = await ask(`POST ${path}`, { key, body: { ...remote, ...fields } });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ details }] } });
  });
});
