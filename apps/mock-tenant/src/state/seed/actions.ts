import type { ActionRow } from '../rows.ts';
import type { State } from '../state.ts';

export function seedActions(state: State): void {
  for (const row of phishing) state.actions.put(actionOf(3101, 1101, row));
  for (const row of travel) state.actions.put(actionOf(3102, 1101, row));
  for (const row of containment) state.actions.put(actionOf(3103, 1102, row));
  for (const [source_id, receiver_id] of links) state.actionLinks.insert({ source_id, receiver_id, type: 'DEFAULT' });
}

type Described = Pick<ActionRow, 'id' | 'type' | 'name' | 'guid' | 'position' | 'options'> & Partial<ActionRow>;

function actionOf(storyId: number, teamId: number, row: Described): ActionRow {
  const webhook = row.type === 'Agents::WebhookAgent';
  return {
    user_id: 2101,
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
    monitor_failures: false,
    monitor_all_events: false,
    monitor_no_events_emitted: null,
    story_id: storyId,
    team_id: teamId,
    draft_id: null,
    memory: [],
    webhook_path: webhook ? String(row.options.path) : null,
    ...row,
  };
}

const phishing: readonly Described[] = [
  {
    id: 4101,
    type: 'Agents::WebhookAgent',
    name: 'Receive report',
    guid: '0b6ef1b2c4d84f0e9a7715c3d2e8f601',
    options: {
      path: '1f0e2d3c4b5a69788796a5b4c3d2e1f0',
      secret: 'aa00bb11cc22dd33ee44ff5566778899',
      verbs: 'get,post',
    },
    position: { x: 0, y: 0 },
    blended_events_count: 214,
    last_event_at: '2026-11-24T08:30:00Z',
    monitor_failures: true,
    num_runs_to_save: 100,
  },
  {
    id: 4102,
    type: 'Agents::EventTransformationAgent',
    name: 'Extract links',
    guid: '7d20f85c1b9e4a67b3c8d94f6e15a02b',
    options: {
      mode: 'message_only',
      payload: { links: ['<<receive_report.body.link>>'], blocked: '<<RESOURCE.blocked_domains>>' },
    },
    position: { x: 0, y: 150 },
    blended_events_count: 214,
    last_receive_at: '2026-11-24T08:30:00Z',
    last_event_at: '2026-11-24T08:30:01Z',
    monitor_failures: true,
  },
  {
    id: 4103,
    type: 'Agents::HTTPRequestAgent',
    name: 'Look up link',
    description: 'Asks the reputation service about a link.',
    guid: 'c4f1e0a97b3d4d5f8e2a6b91d07c35e4',
    options: {
      url: 'https://reputation.example/v1/links',
      method: 'get',
      params: { link: '<<extract_links.links[0]>>' },
      headers: { 'X-Api-Key': '<<CREDENTIAL.url_reputation_key>>' },
    },
    position: { x: 0, y: 300 },
    blended_events_count: 214,
    logs_count: 3,
    last_receive_at: '2026-11-24T08:30:02Z',
    last_event_at: '2026-11-24T08:30:03Z',
    last_error_log_at: '2026-11-20T11:47:09Z',
    monitor_failures: true,
    time_saved_value: 10,
    time_saved_unit: 'minutes',
  },
  {
    id: 4104,
    type: 'Agents::TriggerAgent',
    name: 'Is it malicious?',
    guid: 'c5e08b3f72a6491d8f04a9d7e63b15c0',
    options: { rules: [{ type: 'field==value', value: 'malicious', path: '<<look_up_link.body.verdict>>' }] },
    position: { x: 0, y: 450 },
  },
  {
    id: 4190,
    type: 'Agents::GroupAgent',
    name: 'Tell the reporter',
    guid: '84b2d7f06a1c4e93b5d80f2e7c6a9135',
    options: {},
    position: { x: 300, y: 0 },
    nested_group_id: 4190,
    blended_events_count: 1,
    last_event_at: '2026-11-24T08:30:03Z',
  },
  {
    id: 4191,
    type: 'Agents::EventTransformationAgent',
    name: 'Write the answer',
    guid: '1e9f60c8b7d24a358f41c0d6a3b5e972',
    options: { mode: 'message_only', payload: { text: 'Thank you. We look into it.' } },
    position: { x: 0, y: 0 },
    group_id: 4190,
    blended_events_count: 1,
    last_event_at: '2026-11-24T08:30:01Z',
  },
  {
    id: 4192,
    type: 'Agents::EmailAgent',
    name: 'Send the answer',
    guid: '5ac3e81f9d0b47268e74b1d3f6c20a97',
    options: {
      recipients: ['<<receive_report.body.reporter>>'],
      subject: 'Your report',
      body: '<<write_the_answer.text>>',
    },
    position: { x: 0, y: 150 },
    group_id: 4190,
    blended_events_count: 1,
    last_event_at: '2026-11-24T08:30:03Z',
  },
];

const travel: readonly Described[] = [
  {
    id: 4111,
    type: 'Agents::WebhookAgent',
    name: 'Receive sign-in',
    guid: '6d1e0f7a93b24c58a0e7d5b8f2c41936',
    options: { path: '8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d', secret: '11ee22dd33cc44bb55aa66ff77008899', verbs: 'post' },
    position: { x: 360, y: 135 },
    blended_events_count: 58,
    last_event_at: '2026-11-24T07:12:44Z',
  },
  {
    id: 4112,
    type: 'Agents::EventTransformationAgent',
    name: 'Compare places',
    description: 'Lets a sign-in through when its place is new.',
    guid: 'e48a5c1b7f0d4e92b36c8d19a0f7524e',
    options: { mode: 'deduplicate', path: '<<receive_sign_in.body.place>>', lookback: '100' },
    position: { x: 360, y: 240 },
    blended_events_count: 58,
    last_receive_at: '2026-11-24T07:12:44Z',
    last_event_at: '2026-11-24T07:12:45Z',
    monitor_failures: true,
    time_saved_value: 5,
    time_saved_unit: 'minutes',
  },
];

/** The live side of the story under change control; its draft is in `change-control.ts`. */
const containment: readonly Described[] = [
  {
    id: 4121,
    type: 'Agents::WebhookAgent',
    name: 'Receive host',
    guid: 'f20c9a7e41d84b63a5180e7d3c6b92f4',
    options: { path: '2f3e4d5c6b7a8998a7b6c5d4e3f20112', secret: '7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d', verbs: 'post' },
    position: { x: 360, y: 135 },
  },
  {
    id: 4122,
    type: 'Agents::HTTPRequestAgent',
    name: 'Isolate host',
    guid: '3ea6b50d8c174f29b0d4a7915e62c8f3',
    options: {
      url: 'https://endpoint.example/v2/hosts/isolate',
      method: 'post',
      content_type: 'application_json',
      payload: { hostname: '<<receive_host.body.hostname>>' },
    },
    position: { x: 360, y: 240 },
  },
];

const links = [
  [4101, 4102],
  [4102, 4103],
  [4103, 4104],
  [4104, 4190],
  [4191, 4192],
  [4111, 4112],
  [4121, 4122],
] as const;
