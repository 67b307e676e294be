import type { StoryRow } from '../rows.ts';
import type { State } from '../state.ts';

export function seedStories(state: State): void {
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
}
