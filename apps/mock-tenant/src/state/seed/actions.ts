import type { ActionRow } from '../rows.ts';
import type { State } from '../state.ts';

export function seedActions(state: State): void {
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
