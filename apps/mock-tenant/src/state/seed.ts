import { hashSecret } from '../auth/secret.ts';
import type { ActionRow, KeyRow, StoryRow, UserRow } from './rows.ts';
import type { State } from './state.ts';

/**
 * The tenant of the document's examples: `quiet-harbor-4821.tines.com`. The ids here are the ids there; a test holds them
 * together.
 */
export function seed(state: State): void {
  seedPeople(state);
  seedKeys(state);
  seedStories(state);
}

/** The demo keys: the secret, and what the key is. */
export const demoKeys = [
  { secret: 'personal-owner-demo-key', name: 'Amara, personal', type: 'personal', user_id: 2101 },
  { secret: 'personal-editor-demo-key', name: 'Ben, personal', type: 'personal', user_id: 2102 },
  { secret: 'service-audit-demo-key', name: 'Audit export', type: 'service', user_id: 2201 },
  { secret: 'tenant-owner-demo-key', name: 'Tenant automation', type: 'tenant_owner', user_id: 2202 },
  {
    secret: 'team-editor-demo-key',
    name: 'Detection editor',
    type: 'team',
    user_id: 2203,
    team_id: 1101,
    role: 'EDITOR',
  },
  {
    secret: 'team-viewer-demo-key',
    name: 'Detection viewer',
    type: 'team',
    user_id: 2204,
    team_id: 1101,
    role: 'VIEWER',
  },
  { secret: 'deactivated-user-demo-key', name: 'Chloe, personal', type: 'personal', user_id: 2103 },
] as const satisfies ({ secret: string } & Pick<KeyRow, 'name' | 'type' | 'user_id'> & Partial<KeyRow>)[];

function seedPeople(state: State): void {
  state.teams.put({ id: 1101, name: 'Detection', slug: 'detection', parent_id: null });
  state.teams.put({ id: 1102, name: 'Response', slug: 'response', parent_id: null });
  state.teams.put({ id: 1103, name: 'Response night shift', slug: 'response_night_shift', parent_id: 1102 });

  const person = (id: number, first_name: string, last_name: string, more: Partial<UserRow> = {}): UserRow => ({
    id,
    scim_uid: null,
    email: `${first_name}.${last_name}@quiet-harbor.example`.toLowerCase(),
    created_at: '2026-01-12T09:00:00Z',
    updated_at: '2026-11-20T07:45:10Z',
    admin: false,
    is_active: true,
    first_name,
    last_name,
    last_seen: '2026-11-23T16:20:04Z',
    tenant_permissions: [],
    service_account: false,
    invitation_accepted: true,
    ...more,
  });
  state.users.put(person(2101, 'Amara', 'Okafor', { admin: true }));
  state.users.put(person(2102, 'Ben', 'Lindqvist'));
  state.users.put(person(2103, 'Chloe', 'Marchetti', { is_active: false, last_seen: '2026-08-30T12:00:00Z' }));
  state.users.put(person(2104, 'Dev', 'Patel'));
  state.users.put(person(2105, 'Elif', 'Demir'));

  const account = (id: number, first_name: string, more: Partial<UserRow> = {}): UserRow => ({
    ...person(id, first_name, ''),
    email: `service-${id}@quiet-harbor.example`,
    last_seen: null,
    service_account: true,
    ...more,
  });
  state.users.put(account(2201, 'Audit export', { tenant_permissions: ['AUDIT_LOG_READ'] }));
  state.users.put(account(2202, 'Tenant automation', { admin: true }));
  state.users.put(account(2203, 'Detection editor'));
  state.users.put(account(2204, 'Detection viewer'));

  const member = (id: number, user_id: number, team_id: number, role: string) =>
    state.memberships.put({ id, user_id, team_id, role });
  member(1, 2101, 1101, 'TEAM_ADMIN');
  member(2, 2101, 1102, 'TEAM_ADMIN');
  member(3, 2102, 1101, 'EDITOR');
  member(4, 2103, 1102, 'EDITOR');
  member(5, 2104, 1101, 'TEAM_ADMIN');
  member(6, 2104, 1102, 'TEAM_ADMIN');
  member(7, 2105, 1101, 'VIEWER');
  member(8, 2105, 1102, 'CASE_MANAGER');
}

function seedKeys(state: State): void {
  for (const { secret, ...key } of demoKeys) {
    state.keys.insert({ team_id: null, role: null, ...key, secret_hash: hashSecret(secret) });
  }
}

function seedStories(state: State): void {
  state.folders.put({ id: 6101, name: 'Phishing', content_type: 'STORY', team_id: 1101, parent_folder_id: null });
  state.folders.put({
    id: 6102,
    name: 'Lookup keys',
    content_type: 'CREDENTIAL',
    team_id: 1101,
    parent_folder_id: null,
  });
  state.folders.put({ id: 6103, name: 'Lists', content_type: 'RESOURCE', team_id: 1101, parent_folder_id: null });
  state.folders.put({ id: 6104, name: 'Playbooks', content_type: 'STORY', team_id: 1102, parent_folder_id: null });

  const story = (row: Pick<StoryRow, 'id' | 'name' | 'guid' | 'slug' | 'team_id'> & Partial<StoryRow>): StoryRow => ({
    user_id: 2101,
    description: null,
    keep_events_for: 604800,
    disabled: false,
    priority: false,
    send_to_story_enabled: false,
    send_to_story_access_source: 'OFF',
    send_to_story_access: null,
    shared_team_slugs: [],
    send_to_story_skill_use_requires_confirmation: true,
    entry_agent_id: null,
    exit_agents: [],
    tags: [],
    created_at: '2026-03-02T08:15:00Z',
    updated_at: '2026-11-18T14:02:11Z',
    edited_at: '2026-11-18T14:02:11Z',
    mode: 'LIVE',
    folder_id: null,
    published: true,
    change_control_enabled: false,
    locked: false,
    owners: [],
    ...row,
  });
  state.stories.put(
    story({
      id: 3101,
      name: 'Phishing report triage',
      description: 'Takes reported mail, looks up its links and opens a case.',
      priority: true,
      team_id: 1101,
      folder_id: 6101,
      tags: ['phishing'],
      guid: '5f0c2b7de1a94c3c8b6d7e21a4f09b13',
      slug: 'phishing_report_triage',
    }),
  );
  state.stories.put(
    story({
      id: 3102,
      name: 'Impossible travel alert',
      user_id: 2102,
      team_id: 1101,
      tags: ['identity'],
      guid: 'c27b90d4f1e84a36b5029e6d7a1f3c84',
      slug: 'impossible_travel_alert',
    }),
  );
  state.stories.put(
    story({
      id: 3103,
      name: 'Contain a host',
      user_id: 2104,
      team_id: 1102,
      folder_id: 6104,
      change_control_enabled: true,
      guid: '8e7d6c5b4a39281706f5e4d3c2b1a098',
      slug: 'contain_a_host',
    }),
  );
  seedActions(state);
  seedEvents(state);
}

function seedActions(state: State): void {
  const action = (
    row: Pick<ActionRow, 'id' | 'type' | 'name' | 'guid' | 'story_id' | 'team_id'> & Partial<ActionRow>,
  ): ActionRow => ({
    user_id: 2101,
    options: {},
    description: null,
    schedule: null,
    blended_events_count: 0,
    logs_count: 0,
    last_check_at: null,
    last_receive_at: null,
    created_at: '2026-03-02T08:20:00Z',
    updated_at: '2026-11-18T14:02:11Z',
    last_event_at: null,
    last_error_log_at: null,
    disabled: false,
    group_id: null,
    position: { x: 0, y: 0 },
    story_mode: 'LIVE',
    sources: [],
    receivers: [],
    monitor_failures: false,
    monitor_all_events: false,
    monitor_no_events_emitted: null,
    ...row,
  });
  const ran = { blended_events_count: 1, last_event_at: '2026-11-23T15:04:05Z' };
  state.actions.put(
    action({
      ...ran,
      id: 4101,
      type: 'Agents::WebhookAgent',
      name: 'Receive report',
      guid: '0b6ef1b2c4d84f0e9a7715c3d2e8f601',
      story_id: 3101,
      team_id: 1101,
      options: {
        path: '1f0e2d3c4b5a69788796a5b4c3d2e1f0',
        secret: 'aa00bb11cc22dd33ee44ff5566778899',
        verbs: 'get,post',
      },
      receivers: [4102],
    }),
  );
  state.actions.put(
    action({
      ...ran,
      id: 4102,
      type: 'Agents::EventTransformationAgent',
      name: 'Extract links',
      guid: '1c7fa2c3d5e95a1fab8826d4e3f9a712',
      story_id: 3101,
      team_id: 1101,
      options: { mode: 'message_only', payload: { links: '<<REGEX_MATCHES(receive_report.body, "https?://\\S+")>>' } },
      position: { x: 0, y: 150 },
      sources: [4101],
      receivers: [4103],
    }),
  );
  state.actions.put(
    action({
      ...ran,
      id: 4103,
      type: 'Agents::HTTPRequestAgent',
      name: 'Look up link',
      guid: '2d80b3d4e6fa6b2a0c9937e5f40ab823',
      story_id: 3101,
      team_id: 1101,
      options: { url: 'https://reputation.example/v1/links', method: 'get' },
      position: { x: 0, y: 300 },
      sources: [4102],
      receivers: [4104],
    }),
  );
  state.actions.put(
    action({
      id: 4104,
      type: 'Agents::TriggerAgent',
      name: 'Is it malicious?',
      guid: '3e91c4e5f70b7c3b1daa48f6051bc934',
      story_id: 3101,
      team_id: 1101,
      options: { rules: [{ type: 'field==value', value: 'malicious', path: '<<look_up_link.body.verdict>>' }] },
      position: { x: 0, y: 450 },
      sources: [4103],
    }),
  );
  state.actions.put(
    action({
      id: 4111,
      type: 'Agents::WebhookAgent',
      name: 'Receive sign-in',
      guid: '6d1e0f7a93b24c58a0e7d5b8f2c41936',
      story_id: 3102,
      team_id: 1101,
      options: { path: '8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d', secret: '11ee22dd33cc44bb55aa66ff77008899', verbs: 'post' },
      receivers: [4112],
    }),
  );
  state.actions.put(
    action({
      id: 4112,
      type: 'Agents::EventTransformationAgent',
      name: 'Compare places',
      guid: 'e48a5c1b7f0d4e92b36c8d19a0f7524e',
      story_id: 3102,
      team_id: 1101,
      options: { mode: 'message_only', payload: { distance: '<<receive_sign_in.body.distance>>' } },
      position: { x: 0, y: 150 },
      sources: [4111],
    }),
  );
  state.actions.put(
    action({
      id: 4121,
      type: 'Agents::WebhookAgent',
      name: 'Receive host',
      guid: '61c4f7182a3eaf6e40dd7b293842fc67',
      story_id: 3103,
      team_id: 1102,
      options: { path: '3b204f5e6d7c8b9aa918c7d6e5f40312', secret: 'cc22dd33ee44ff556677889900112233', verbs: 'post' },
      receivers: [4122],
    }),
  );
  state.actions.put(
    action({
      id: 4122,
      type: 'Agents::HTTPRequestAgent',
      name: 'Isolate host',
      guid: '72d508293b4fb07f51ee8c3a49530d78',
      story_id: 3103,
      team_id: 1102,
      options: { url: 'https://endpoints.example/v1/isolate', method: 'post' },
      position: { x: 0, y: 150 },
      sources: [4121],
    }),
  );
}

function seedEvents(state: State): void {
  const run = '7c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5';
  const report = { body: { subject: 'Invoice 4711', from: 'billing@sender.example' } };
  const links = { links: ['https://login.sender.example/reset'] };
  const verdict = { status: 200, body: { verdict: 'malicious' } };
  const payloads = [
    { receive_report: report },
    { receive_report: report, extract_links: links },
    { receive_report: report, extract_links: links, look_up_link: verdict },
  ];
  for (const [index, payload] of payloads.entries()) {
    const at = `2026-11-23T15:04:0${3 + index}Z`;
    state.events.put({
      id: 5101 + index,
      user_id: 2101,
      agent_id: 4101 + index,
      payload,
      created_at: at,
      updated_at: at,
      story_run_guid: run,
      previous_events_ids: index === 0 ? [] : [5100 + index],
      re_emitted: false,
    });
  }
  state.auditLogs.put({
    id: 7101,
    created_at: '2026-11-20T10:12:30Z',
    updated_at: '2026-11-20T10:12:30Z',
    operation_name: 'StoryCreation',
    inputs: { inputs: { name: 'Impossible travel alert', teamId: 1101 } },
    outputs: {},
    request_ip: '192.0.2.44',
    request_user_agent: 'Mozilla/5.0',
    tenant_id: 4821,
    user_id: 2101,
    user_email: 'amara.okafor@quiet-harbor.example',
    user_name: 'Amara Okafor',
    story_id: 3102,
  });
  state.auditLogs.put({
    id: 7102,
    created_at: '2026-11-23T08:01:12Z',
    updated_at: '2026-11-23T08:01:12Z',
    operation_name: 'Login',
    inputs: null,
    outputs: {},
    request_ip: '192.0.2.45',
    request_user_agent: 'Mozilla/5.0',
    tenant_id: 4821,
    user_id: 2102,
    user_email: 'ben.lindqvist@quiet-harbor.example',
    user_name: 'Ben Lindqvist',
    story_id: null,
  });
}
