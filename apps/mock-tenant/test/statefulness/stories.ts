import type { Proof, Step } from './proof.ts';

const webhook = '/webhook/1f0e2d3c4b5a69788796a5b4c3d2e1f0/aa00bb11cc22dd33ee44ff5566778899';
const run = '7c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5';
const groupRun = '2b3c4d5e-6f70-4812-93a4-b5c6d7e8f901';
const request = '/api/v1/stories/3103/change_request';
const position = { x: 0, y: 0 };
const cancelled: Step = [`POST ${request}/cancel`, { change_request_id: 3401 }];

const verbs = (list: string): Step => [
  'PUT /api/v1/actions/4101',
  {
    options: { path: '1f0e2d3c4b5a69788796a5b4c3d2e1f0', secret: 'aa00bb11cc22dd33ee44ff5566778899', verbs: list },
  },
];
const webhookEvents: Step = ['GET /api/v1/actions/4101/events'];
const signIn: Step = [
  'POST /webhook/8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d/11ee22dd33cc44bb55aa66ff77008899',
  { place: 'Cork' },
];
const file: Step = ['GET /api/v1/stories/3102/export'];
const delay = {
  story_id: 3102,
  type: 'Agents::EventTransformationAgent',
  name: 'Wait',
  options: { mode: 'delay', seconds: 60 },
  position,
};

/** Stories with their actions, events, runs, versions, drafts, change requests, notes and links, and webhooks. */
export const storyProofs: readonly Proof[] = [
  { write: ['POST /api/v1/stories', { team_id: 1101, name: 'New' }], read: ['GET /api/v1/stories'] },
  { write: ['PUT /api/v1/stories/3101', { name: 'Renamed' }], read: ['GET /api/v1/stories/3101'] },
  { write: ['DELETE /api/v1/stories/3101'], read: ['GET /api/v1/stories/3101'] },
  { write: ['DELETE /api/v1/stories/batch', { ids: [3101, 3102] }], read: ['GET /api/v1/stories'] },
  { write: ['PUT /api/v1/actions/4112', { name: 'Renamed' }], read: file },
  {
    write: ['POST /api/v1/stories/import', { new_name: 'Copy', team_id: 1101, data: emptyFile() }],
    read: ['GET /api/v1/stories'],
  },
  { write: ['POST /api/v1/stories/3101/disable', { disabled: true }], read: ['GET /api/v1/stories/3101'] },
  { write: ['POST /api/v1/stories/3101/owners', { user_id: 2102 }], read: ['GET /api/v1/stories/3101'] },
  {
    first: [['POST /api/v1/stories/3101/owners', { user_id: 2102 }]],
    write: ['DELETE /api/v1/stories/3101/owners', { user_id: 2102 }],
    read: ['GET /api/v1/stories/3101'],
  },
  { write: ['POST /api/v1/stories/3101/recipients', { address: 'a@b.example' }], read: ['GET /api/v1/stories/3101'] },
  {
    first: [['POST /api/v1/stories/3101/recipients', { address: 'a@b.example' }]],
    write: ['DELETE /api/v1/stories/3101/recipients', { address: 'a@b.example' }],
    read: ['GET /api/v1/stories/3101'],
  },
  {
    first: [['POST /api/v1/actions', { ...delay, source_ids: [4111] }]],
    write: signIn,
    read: ['GET /api/v1/stories/3102/pending_actions'],
  },
  { write: ['POST /api/v1/stories/3101/versions', {}], read: ['GET /api/v1/stories/3101/versions'] },
  {
    write: ['POST /api/v1/stories/3101/versions/3301', { name: 'Renamed' }],
    read: ['GET /api/v1/stories/3101/versions/3301'],
  },
  { write: ['DELETE /api/v1/stories/3101/versions/3301'], read: ['GET /api/v1/stories/3101/versions'] },
  { write: ['POST /api/v1/stories/3103/drafts', { name: 'Other' }], read: ['GET /api/v1/stories/3103/drafts'] },
  { write: ['DELETE /api/v1/stories/3103/drafts/3201'], read: ['GET /api/v1/stories/3103/drafts'] },
  { first: [cancelled], write: [`POST ${request}`, { title: 'Again' }], read: [`GET ${request}/view`] },
  { write: [`POST ${request}/approve`, { change_request_id: 3401 }], read: [`GET ${request}/view`] },
  { write: cancelled, read: ['GET /api/v1/change_requests/3401'] },
  {
    write: [`POST ${request}/reject`, { change_request_id: 3401 }],
    read: ['GET /api/v1/change_requests?status=REJECTED'],
  },
  {
    write: [`POST ${request}/promote`, { change_request_id: 3401, bypass_approval: true }],
    read: ['GET /api/v1/actions/4122'],
  },
  { write: ['POST /api/v1/actions', delay], read: ['GET /api/v1/actions'] },
  { write: ['DELETE /api/v1/actions/4104'], read: ['GET /api/v1/actions?story_id=3101'] },
  {
    first: [signIn],
    write: ['DELETE /api/v1/actions/4112/clear_memory'],
    between: [signIn],
    read: ['GET /api/v1/actions/4112/events'],
  },
  { write: ['DELETE /api/v1/actions/4103/remove_events'], read: ['GET /api/v1/actions/4103/events'] },
  { write: ['DELETE /api/v1/actions/4103/remove_logs'], read: ['GET /api/v1/actions/4103/logs'] },
  { write: ['POST /api/v1/actions/4103/run'], read: ['GET /api/v1/events'] },
  { write: ['POST /api/v1/events/5103/reemit'], read: [`GET /api/v1/stories/3101/runs/${run}`] },
  { write: ['POST /api/v1/events/5101/reemit'], read: [`GET /api/v1/stories/3101/runs/${run}/summary`] },
  { write: ['DELETE /api/v1/actions/4101/remove_events'], read: ['GET /api/v1/events/5101'] },
  { write: ['POST /api/v1/actions/4190/run'], read: ['GET /api/v1/groups/4190/runs'] },
  { write: ['POST /api/v1/events/5104/reemit'], read: [`GET /api/v1/groups/4190/runs/${groupRun}`] },
  { write: [`POST ${webhook}`, {}], read: ['GET /api/v1/stories/3101/runs'] },
  { write: [`GET ${webhook}`], read: webhookEvents },
  { first: [verbs('put')], write: [`PUT ${webhook}`, {}], read: webhookEvents },
  { first: [verbs('patch')], write: [`PATCH ${webhook}`, {}], read: webhookEvents },
  { first: [verbs('delete')], write: [`DELETE ${webhook}`, {}], read: webhookEvents },
  { write: ['POST /api/v1/notes', { story_id: 3101, content: 'New' }], read: ['GET /api/v1/notes'] },
  { write: ['PUT /api/v1/notes/3501', { content: 'New' }], read: ['GET /api/v1/notes/3501'] },
  { write: ['DELETE /api/v1/notes/3501'], read: ['GET /api/v1/notes/3501'] },
  {
    write: ['DELETE /api/v1/links', { links: [{ source_id: 4101, receiver_id: 4102 }] }],
    read: ['GET /api/v1/actions/4101'],
  },
];

function emptyFile(): Record<string, unknown> {
  return {
    schema_version: 26,
    standard_lib_version: 70,
    action_runtime_version: 20,
    name: 'Copy',
    description: null,
    guid: '0'.repeat(32),
    slug: 'copy',
    agents: [],
    diagram_notes: [],
    links: [],
    diagram_layout: '{}',
    send_to_story_enabled: false,
    entry_agent_guid: null,
    exit_agent_guids: [],
    api_entry_action_guids: [],
    api_exit_action_guids: [],
    keep_events_for: 604800,
    reporting_status: true,
    send_to_story_access: null,
    story_library_metadata: {},
    monitor_failures: false,
    synchronous_webhooks_enabled: false,
    pages: [],
    tags: [],
    time_saved_unit: 'minutes',
    time_saved_value: 0,
    origin_story_identifier: `cloud:${'0'.repeat(32)}:${'0'.repeat(32)}`,
    integration_product: null,
    integration_vendor: null,
    exported_at: '2026-11-24T09:00:00Z',
    icon: ':gear:',
    integrations: [],
  };
}
