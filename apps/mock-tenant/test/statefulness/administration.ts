import type { Proof, Step } from './proof.ts';

const admin = '/api/v1/admin';
const users: Step = [`GET ${admin}/users`];
const ben: Step = [`GET ${admin}/users/2102`];
const members: Step = ['GET /api/v1/teams/1101/members'];
const invited: Step = ['POST /api/v1/teams/1101/invite_member', { email: 'fatima@quiet-harbor.example' }];
const log: Step = ['GET /api/v1/audit_logs'];
const ipRules = `${admin}/ip_access_control_rules`;
const egressRules = `${admin}/action_egress_control_rules`;
const templates = `${admin}/templates`;
const destinations = `${admin}/sync_destinations`;
const certificate = '-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----\n';
const template = { name: 'T', product: 'P', agent_type: 'Agents::HTTPRequestAgent', agent_options: {} };
const destination = {
  destination_tenant_url: 'https://still-cove-6613.tines.com',
  destination_tenant_api_key: 'still-cove-key-example',
  destination_team_id: 1104,
  team_id: 1101,
  story_ids: [3101],
};

const jobs = (kind: string): Step => [`GET ${admin}/${kind}_jobs`];

/** People, teams, roles, rules, templates, jobs, the certificate authority and sync destinations. */
export const administrationProofs: readonly Proof[] = [
  { write: [`POST ${admin}/users`, { email: 'fatima@quiet-harbor.example' }], read: users },
  { write: [`PUT ${admin}/users/2102`, { admin: true }], read: ben },
  { write: [`DELETE ${admin}/users/2102`], read: ben },
  { write: [`DELETE ${admin}/users/2102`], read: [`GET ${admin}/users/2102/signin_activities`] },
  // Of these two only the audit log tells: nobody signs in to a mock, and no mail goes out.
  { write: [`POST ${admin}/users/2102/resend_invitation`], read: log },
  { write: [`POST ${admin}/users/2102/expire_session`], read: log },

  { write: ['POST /api/v1/teams', { name: 'Hunting' }], read: ['GET /api/v1/teams'] },
  { write: ['PUT /api/v1/teams/1101', { name: 'Hunting' }], read: ['GET /api/v1/teams/1101'] },
  {
    first: [['POST /api/v1/teams', { name: 'Hunting' }]],
    write: ['DELETE /api/v1/teams/1104'],
    read: ['GET /api/v1/teams/1104'],
  },
  { write: invited, read: members },
  { write: ['POST /api/v1/teams/1101/remove_member', { user_id: 2105 }], read: members },
  { write: ['POST /api/v1/teams/1101/resend_invitation', { user_id: 2105 }], read: log },
  {
    write: ['POST /api/v1/teams/1101/destroy_static_external_id'],
    read: ['POST /api/v1/teams/1101/destroy_static_external_id'],
  },

  { write: [`POST ${admin}/roles`, { name: 'R', permissions: [] }], read: [`GET ${admin}/roles`] },
  { write: [`PATCH ${admin}/roles/1951`, { permissions: [] }], read: [`GET ${admin}/roles/1951`] },
  { write: [`DELETE ${admin}/roles/1951`], read: [`GET ${admin}/roles/1951`] },

  { write: [`POST ${ipRules}`, { ip: '198.51.100.1', description: 'x' }], read: [`GET ${ipRules}`] },
  { write: [`PUT ${ipRules}/1901`, { ip: '198.51.100.1' }], read: [`GET ${ipRules}/1901`] },
  { write: [`PATCH ${ipRules}/1901`, { ip: '198.51.100.1' }], read: [`GET ${ipRules}/1901`] },
  { write: [`DELETE ${ipRules}/1901`], read: [`GET ${ipRules}`] },
  { write: [`POST ${egressRules}`, { ip: '198.51.100.1', description: 'x' }], read: [`GET ${egressRules}`] },
  { write: [`PUT ${egressRules}/1911`, { fqdn: 'a.example' }], read: [`GET ${egressRules}/1911`] },
  { write: [`PATCH ${egressRules}/1911`, { description: 'y' }], read: [`GET ${egressRules}/1911`] },
  { write: [`DELETE ${egressRules}/1911`], read: [`GET ${egressRules}`] },
  { write: [`PUT ${admin}/custom_certificate_authority`, { certificate }], read: log },

  { write: [`POST ${templates}`, template], read: [`GET ${templates}`] },
  { write: [`PUT ${templates}/1921`, { vendor: 'V' }], read: [`GET ${templates}/1921`] },
  { write: [`DELETE ${templates}/1921`], read: [`GET ${templates}/1921`] },

  { write: [`DELETE ${admin}/delete_all_queued_jobs`], read: jobs('queued') },
  { write: [`DELETE ${admin}/delete_all_retry_jobs`], read: jobs('retry') },
  { write: [`DELETE ${admin}/delete_all_dead_jobs`], read: jobs('dead') },
  { write: [`DELETE ${admin}/actions/4102/delete_all_queued_jobs`], read: jobs('queued') },
  { write: [`DELETE ${admin}/actions/4104/delete_all_retry_jobs`], read: jobs('retry') },
  { write: [`DELETE ${admin}/actions/4102/delete_all_dead_jobs`], read: jobs('dead') },
  { write: ['DELETE /api/v1/stories/3101'], read: jobs('in_progress') },

  { write: [`POST ${destinations}`, destination], read: [`GET ${destinations}`] },
  { write: [`PUT ${destinations}/1941`, { story_ids: [] }], read: [`GET ${destinations}/1941`] },
  { write: [`PATCH ${destinations}/1941`, { story_ids: [] }], read: [`GET ${destinations}/1941`] },
  { write: [`DELETE ${destinations}/1941`], read: [`GET ${destinations}/1941`] },
  { write: [`POST ${destinations}/1941/manual_sync`], read: [`GET ${destinations}/1941`] },
  { write: [`POST ${destinations}/1941/story/3102/sync`], read: [`GET ${destinations}/1941`] },
];
