import examplesFile from '@tines-openapi/spec/examples.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';
const admin = '/api/v1/admin';
const scim = '/api/scim/v2';
const ben = `${scim}/Users/3f2a9c1e-7b6d-4e5f-8a90-1b2c3d4e5f60`;
const detection = `${scim}/Groups/b81d4c02-5f3e-4a7b-9c66-0d2e8f1a7340`;

interface Example {
  name: string;
  // Examples are read by what a test knows of them.
  // biome-ignore lint/suspicious/noExplicitAny: the test asserts the shape
  value: any;
}
interface OperationExamples {
  request?: Example[];
  responses: Record<string, Example[]>;
}
const examples = examplesFile as unknown as Record<string, OperationExamples>;

/** @throws TypeError where the operation has no example of that name. */
function exampleOf(operationId: string, name: string) {
  const { request = [], responses = {} } = examples[operationId] ?? {};
  const found = [...request, ...Object.values(responses).flat()].find((example) => example.name === name);
  if (!found) throw new TypeError(`${operationId} has no example ${name}.`);
  return found.value;
}

/** A tenant known by the name that the examples give it. */
async function answered(line: string, body?: unknown) {
  const { ask, tenant } = openTenant();
  // A write moves the clock by a second first, to the moment of the examples.
  tenant.state.clock.set(Date.parse('2026-11-24T08:59:59Z'));
  const headers = line.includes(scim) ? { 'content-type': 'application/scim+json' } : {};
  const answer = await ask(line, { key, headers, ...(body !== undefined && { body }) });
  const text = JSON.stringify(answer.body ?? null).replaceAll(
    'http://tenant.example',
    'https://quiet-harbor-4821.tines.com',
  );
  return { body: JSON.parse(text), seen: tenant.requests.at(-1), status: answer.status };
}

/** What is read in the seed is what the document shows. */
const single: [line: string, operationId: string, example: string][] = [
  [`GET ${admin}/users/2102`, 'getUser', 'user'],
  [`GET ${admin}/users/2105?include=team_memberships`, 'getUser', 'user-with-team-memberships'],
  [`GET ${admin}/users?per_page=2`, 'listUsers', 'user-list'],
  [`GET ${admin}/users?filter=TENANT_OWNER`, 'listUsers', 'user-list-of-tenant-owners'],
  [`GET ${admin}/users/2102/signin_activities`, 'listUserSignInActivities', 'login-activity-list'],
  ['POST /api/v1/admin/users/2102/resend_invitation', 'resendUserInvitation', 'invitation-message'],
  ['GET /api/v1/teams/1102', 'getTeam', 'team'],
  ['GET /api/v1/teams?scope=standard', 'listTeams', 'team-list'],
  ['GET /api/v1/teams/1101/members', 'listTeamMembers', 'team-member-list'],
  ['POST /api/v1/teams/1101/destroy_static_external_id', 'destroyTeamStaticExternalId', 'destroyed-external-id'],
  [`GET ${admin}/roles/1951`, 'getRole', 'role'],
  [`GET ${admin}/scim_user_group_mapping`, 'getScimUserGroupMapping', 'scim-user-group-mapping'],
  [`GET ${admin}/ip_access_control_rules/1901`, 'getIpAccessControlRule', 'ip-access-control-rule'],
  [`GET ${admin}/ip_access_control_rules`, 'listIpAccessControlRules', 'ip-access-control-rule-list'],
  [`GET ${admin}/action_egress_control_rules/1911`, 'getActionEgressControlRule', 'action-egress-control-rule'],
  [`GET ${admin}/action_egress_control_rules`, 'listActionEgressControlRules', 'action-egress-control-rule-list'],
  [`GET ${admin}/templates/1921`, 'getTemplate', 'template'],
  [`GET ${admin}/in_progress_jobs`, 'listInProgressJobs', 'in-progress-job-list'],
  [`GET ${admin}/queued_jobs`, 'listQueuedJobs', 'queued-job-list'],
  [`GET ${admin}/retry_jobs`, 'listRetryJobs', 'retry-job-list'],
  [`GET ${admin}/dead_jobs`, 'listDeadJobs', 'dead-job-list'],
  [`GET ${admin}/sync_destinations/1941`, 'getSyncDestination', 'sync-destination'],
  [`GET ${admin}/sync_destinations`, 'listSyncDestinations', 'sync-destination-list'],
  [`POST ${admin}/sync_destinations/1941/manual_sync`, 'triggerSyncDestination', 'sync-initiated'],
  [`POST ${admin}/sync_destinations/1941/story/3101/sync`, 'triggerSyncDestinationStory', 'story-sync-initiated'],
  [`GET ${ben}`, 'scimGetUser', 'scim-user'],
  [
    `GET ${scim}/Users?filter=userName%20eq%20%22ben.lindqvist@quiet-harbor.example%22`,
    'scimListUsers',
    'scim-user-list',
  ],
  [`GET ${scim}/Users?filter=userName%20eq%20%22nobody%22`, 'scimListUsers', 'scim-user-list-empty'],
  [`GET ${detection}`, 'scimGetGroup', 'scim-group'],
  [`GET ${scim}/Groups?excludedAttributes=members`, 'scimListGroups', 'scim-group-list'],
  [`GET ${scim}/ServiceProviderConfig`, 'scimGetServiceProviderConfig', 'scim-service-provider-config'],
  [`GET ${scim}/ResourceTypes`, 'scimListResourceTypes', 'scim-resource-type-list'],
  [`GET ${scim}/ResourceTypes/User`, 'scimGetResourceType', 'scim-resource-type'],
];

/** What is written with the request that the document shows answers what the document shows, but for ids given anew. */
const written: [line: string, operationId: string, request: string, example: string, anew?: string[]][] = [
  [`POST ${admin}/users`, 'createUser', 'create-user-request', 'user-created'],
  [`PUT ${admin}/users/2104`, 'updateUser', 'update-user-request', 'user-updated'],
  ['POST /api/v1/teams', 'createTeam', 'create-team-request', 'team-created'],
  ['PUT /api/v1/teams/1101', 'updateTeam', 'update-team-request', 'team-updated'],
  ['POST /api/v1/teams/1101/remove_member', 'removeTeamMember', 'remove-team-member-request', 'team-member-removal'],
  [
    'POST /api/v1/teams/1101/invite_member',
    'inviteTeamMember',
    'invite-team-member-by-email-request',
    'team-member-invited',
    // An invitation by address knows no name.
    ['first_name', 'last_name'],
  ],
  [`POST ${admin}/roles`, 'createRole', 'create-role-request', 'role-created'],
  [`PATCH ${admin}/roles/1951`, 'updateRole', 'update-role-request', 'role-updated'],
  [
    `POST ${admin}/scim_user_group_mapping`,
    'updateScimUserGroupMapping',
    'update-scim-user-group-mapping-request',
    'scim-user-group-mapping',
  ],
  [
    `POST ${admin}/ip_access_control_rules`,
    'createIpAccessControlRule',
    'create-ip-access-control-rule-request',
    'ip-access-control-rule-created',
  ],
  [
    `PUT ${admin}/ip_access_control_rules/1901`,
    'updateIpAccessControlRule',
    'update-ip-access-control-rule-request',
    'ip-access-control-rule-updated',
  ],
  [
    `POST ${admin}/action_egress_control_rules`,
    'createActionEgressControlRule',
    'create-host-egress-rule-request',
    'action-egress-control-rule-created',
  ],
  [
    `PUT ${admin}/action_egress_control_rules/1911`,
    'updateActionEgressControlRule',
    'update-action-egress-control-rule-request',
    'action-egress-control-rule-updated',
  ],
  [`POST ${admin}/templates`, 'createTemplate', 'create-template-request', 'template-created'],
  [`PUT ${admin}/templates/1921`, 'updateTemplate', 'update-template-request', 'template-updated'],
  [
    `POST ${admin}/sync_destinations`,
    'createSyncDestination',
    'create-sync-destination-request',
    'sync-destination-created',
  ],
  [
    `PUT ${admin}/sync_destinations/1941`,
    'updateSyncDestination',
    'update-sync-destination-request',
    'sync-destination-updated',
  ],
  [
    `POST ${scim}/Users`,
    'scimCreateUser',
    'scim-create-user-from-entra-request',
    'scim-user-created',
    ['id', 'externalId', 'meta'],
  ],
  [`POST ${scim}/Users`, 'scimCreateUser', 'scim-create-user-from-okta-request', 'scim-user-created', ['id', 'meta']],
  [`PUT ${ben}`, 'scimReplaceUser', 'scim-replace-user-request', 'scim-user-replaced'],
  [`PATCH ${ben}`, 'scimPatchUser', 'scim-patch-user-from-okta-request', 'scim-user-deactivated'],
  [`PATCH ${ben}`, 'scimPatchUser', 'scim-patch-user-from-entra-request', 'scim-user-deactivated'],
  [`POST ${scim}/Groups`, 'scimCreateGroup', 'scim-create-group-request', 'scim-group-created', ['id', 'meta']],
  [`PATCH ${detection}`, 'scimPatchGroup', 'scim-patch-group-rename-request', 'scim-group-patched'],
];

describe('the seed holds what the examples show', () => {
  test.each(single)('%s', async (line, operationId, example) => {
    const { body, seen } = await answered(line);
    expect(seen?.operationId).toBe(operationId);
    expect(body).toEqual(exampleOf(operationId, example));
  });

  test('roles, of which the example shows two', async () => {
    const { body } = await answered(`GET ${admin}/roles`);
    const [, custom] = exampleOf('listRoles', 'role-list')['admin/roles'];
    expect(body['admin/roles']).toContainEqual(custom);
    const { description, ...teamAdmin } = exampleOf('getRole', 'default-role');
    expect(body['admin/roles'][0]).toMatchObject(teamAdmin);
  });
});

describe('the requests of the examples are answered as the examples show', () => {
  test.each(written)('%s (%s): %s', async (line, operationId, request, example, anew = []) => {
    const { body, seen } = await answered(line, exampleOf(operationId, request));
    expect(seen?.operationId).toBe(operationId);
    expect(without(body, anew)).toEqual(without(exampleOf(operationId, example), anew));
  });

  test.each([['scimReplaceGroup', `PUT ${detection}`, 'scim-replace-group-request', 'scim-group-replaced']])(
    '%s, once the people in it are there',
    async (operationId, line, request, example) => {
      const { ask } = openTenant();
      const headers = { 'content-type': 'application/scim+json' };
      const { body: fay } = await ask(`POST ${scim}/Users`, {
        key,
        headers,
        body: exampleOf('scimCreateUser', 'scim-create-user-request'),
      });
      const known = exampleOf('scimCreateUser', 'scim-user-created').id;
      const swapped = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll(known, fay.id));
      const { body } = await ask(line, { key, headers, body: swapped(exampleOf(operationId, request)) });
      expect(without(body, ['meta'])).toEqual(without(swapped(exampleOf(operationId, example)), ['meta']));
    },
  );

  test.each([
    [`PUT ${admin}/users/2103`, 'updateUser', 'deactivate-user-request', 200],
    ['POST /api/v1/teams/1102/invite_member', 'inviteTeamMember', 'invite-team-member-by-id-request', 422],
    [
      `POST ${admin}/action_egress_control_rules`,
      'createActionEgressControlRule',
      'create-ip-egress-rule-request',
      201,
    ],
    [
      `PUT ${admin}/custom_certificate_authority`,
      'setCustomCertificateAuthority',
      'set-custom-certificate-authority-request',
      200,
    ],
    [`POST ${admin}/sync_destinations`, 'createSyncDestination', 'create-own-tenant-sync-destination-request', 201],
    [`DELETE ${admin}/sync_destinations/1941`, 'deleteSyncDestination', 'delete-sync-destination-request', 204],
    [`PATCH ${ben}`, 'scimPatchUser', 'scim-patch-user-name-request', 200],
    [`PATCH ${detection}`, 'scimPatchGroup', 'scim-patch-group-from-entra-request', 200],
  ])('%s (%s): %s answers %i', async (line, operationId, request, status) => {
    expect((await answered(line, exampleOf(operationId, request))).status).toBe(status);
  });
});

function without(value: unknown, names: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}
