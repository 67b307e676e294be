import { defaultSettings } from '../settings.ts';
import type { State } from '../state.ts';

/** What the administration of the tenant holds: roles, rules, templates, jobs, destinations, groups and settings. */
export function seedAdministration(state: State): void {
  state.settings.put(defaultSettings);
  state.roles.put({
    id: 1951,
    name: 'Shift lead',
    description: 'Runs the night shift and opens cases.',
    permissions: ['STORY_CREATE', 'CASE_CREATE'],
    created_at: '2026-05-04T11:20:00Z',
    updated_at: '2026-09-14T08:05:43Z',
  });
  seedSignIns(state);
  seedRules(state);
  seedTemplates(state);
  seedJobs(state);
  seedSyncDestinations(state);
  seedScim(state);
}

function seedSignIns(state: State): void {
  state.signIns.put({
    id: 1961,
    user_id: 2102,
    ip: '2001:db8:24::7',
    user_agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15',
    created_at: '2026-11-21T17:12:03Z',
  });
  state.signIns.put({
    id: 1962,
    user_id: 2102,
    ip: '203.0.113.24',
    user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
    created_at: '2026-11-24T08:31:20Z',
  });
}

function seedRules(state: State): void {
  const made = (at: string) => ({ created_at: at, updated_at: at });
  state.ipAccessRules.put({
    id: 1901,
    ip: '203.0.113.0/24',
    description: 'Harbor office',
    ...made('2025-10-02T09:00:00Z'),
  });
  state.ipAccessRules.put({
    id: 1902,
    ip: '2001:db8:24::7',
    description: 'Build server',
    ...made('2026-01-15T14:30:00Z'),
  });
  state.egressRules.put({
    id: 1911,
    ip: '198.51.100.0/24',
    fqdn: null,
    description: 'Endpoint manager',
    allowed_action_types: ['http-request'],
    ...made('2025-11-20T10:10:00Z'),
  });
  state.egressRules.put({
    id: 1912,
    ip: null,
    fqdn: 'reputation.example',
    description: 'URL reputation',
    allowed_action_types: ['http-request'],
    ...made('2026-03-02T08:30:00Z'),
  });
}

function seedTemplates(state: State): void {
  state.templates.put({
    id: 1921,
    name: 'Rate a link',
    description: 'Asks the reputation service about one link.',
    agent_type: 'Agents::HTTPRequestAgent',
    agent_options: { url: 'https://reputation.example/v1/links', method: 'get', content_type: 'json' },
    vendor: 'Reputation',
    product: 'Link ratings',
    action_inputs: [
      { name: 'link', type: 'TEXT', required: true, description: 'The link to ask about.' },
      {
        name: 'detail',
        type: 'OPTION',
        required: false,
        description: 'How much to tell.',
        default_value: 'short',
        data: { options: ['short', 'full'], multi_select_enabled: false },
      },
    ],
    team_id: 1101,
    folder_id: null,
    read_access: 'TEAM',
    shared_team_slugs: [],
  });
}

function seedJobs(state: State): void {
  const job = { type: 'AgentReceiveJob' };
  const extract = { id: 4102, name: 'Extract links' };
  state.jobs.put({
    ...job,
    id: 1931,
    kind: 'in_progress',
    agent: { id: 4103, name: 'Look up link' },
    events: 5102,
  });
  state.jobs.put({
    ...job,
    id: 1932,
    kind: 'queued',
    agent: extract,
    events: 5101,
    retry_count: 0,
    last_retry: '',
  });
  state.jobs.put({
    ...job,
    id: 1933,
    kind: 'retry',
    agent: { id: 4104, name: 'Is it malicious?' },
    events: 5103,
    retry_count: 3,
    last_retry: 1795510771.482,
    error_class: 'ArgumentError',
  });
  state.jobs.put({
    id: 1934,
    kind: 'retry',
    type: 'CredentialRefreshJob',
    agent: 9106,
    retry_count: 1,
    last_retry: 1795509004.117,
    error_class: 'Timeout::Error',
  });
  state.jobs.put({
    ...job,
    id: 1935,
    kind: 'dead',
    agent: extract,
    events: 5101,
    retry_count: 25,
    last_retry: 1795424371.05,
    error_class: 'ArgumentError',
  });
}

function seedSyncDestinations(state: State): void {
  const edited = (id: number) => state.stories.get(id)?.edited_at ?? null;
  state.syncDestinations.put({
    id: 1941,
    destination_tenant_url: 'https://calm-inlet-2957.tines.com',
    destination_team_id: 1101,
    manual_sync_only: false,
    origin_team_id: 1101,
    subscriptions: [
      { story_id: 3101, synced_edit: edited(3101), error_message: null },
      { story_id: 3102, synced_edit: null, error_message: null },
    ],
  });
  state.syncDestinations.put({
    id: 1942,
    destination_tenant_url: 'https://quiet-harbor-4821.tines.com',
    destination_team_id: 1101,
    manual_sync_only: true,
    origin_team_id: 1102,
    subscriptions: [{ story_id: 3103, synced_edit: null, error_message: 'The destination team does not exist.' }],
  });
}

function seedScim(state: State): void {
  const mapping = (id: number, group_name: string, team_name: string, role_name: string) =>
    state.scimMappings.put({ id, group_name, team_name, role_name });
  mapping(1, 'soc-detection', 'Detection', 'EDITOR');
  mapping(2, 'soc-detection', 'Response', 'VIEWER');
  mapping(3, 'soc-leads', 'Response', 'TEAM_ADMIN');
  // The group came before the mapping: it takes effect when one of the two changes.
  state.scimGroups.put({
    id: 1,
    scim_id: 'b81d4c02-5f3e-4a7b-9c66-0d2e8f1a7340',
    external_id: '00g3detect',
    display_name: 'soc-detection',
    member_ids: [2102],
    created_at: '2026-01-12T09:32:10Z',
    updated_at: '2026-10-05T13:08:01Z',
  });
}
