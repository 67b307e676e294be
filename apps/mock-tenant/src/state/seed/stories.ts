import { emptyStory } from '../../behaviours/stories/defaults.ts';
import type { StoryRow } from '../rows.ts';
import type { State } from '../state.ts';

export function seedStories(state: State): void {
  for (const row of stories) state.stories.put(row);
  state.notes.put({
    id: 3501,
    story_id: 3101,
    draft_id: null,
    guid: 'a7c4e1905d2b4f8693e07b1cd8f2a564',
    group_id: null,
    position: { x: 195, y: 0 },
    content: '**Reports** come from the button in the mail client.',
  });
}

function story(
  row: Pick<StoryRow, 'id' | 'name' | 'guid' | 'slug' | 'team_id' | 'user_id'> & Partial<StoryRow>,
): StoryRow {
  return {
    ...emptyStory,
    created_at: '2026-03-02T08:15:00Z',
    updated_at: '2026-11-18T14:02:11Z',
    edited_at: '2026-11-18T14:02:11Z',
    ...row,
  };
}

const stories: readonly StoryRow[] = [
  story({
    id: 3101,
    name: 'Phishing report triage',
    user_id: 2101,
    description: 'Takes reported mail, looks up its links and opens a case.',
    priority: true,
    team_id: 1101,
    folder_id: 6101,
    tags: ['phishing'],
    guid: '5f0c2b7de1a94c3c8b6d7e21a4f09b13',
    slug: 'phishing_report_triage',
    monitor_failures: true,
    icon: ':fishing_pole_and_fish:',
  }),
  story({
    id: 3102,
    name: 'Impossible travel alert',
    user_id: 2102,
    description: 'Compares the places of two sign-ins of one person.',
    team_id: 1101,
    tags: ['identity'],
    guid: 'c27b90d4f1e84a36b5029e6d7a1f3c84',
    slug: 'impossible_travel_alert',
    icon: ':airplane:',
  }),
  story({
    id: 3103,
    name: 'Contain a host',
    user_id: 2104,
    description: 'Takes a host out of the network and tells who did it.',
    team_id: 1102,
    folder_id: 6104,
    change_control_enabled: true,
    guid: 'b81f4d6290ce4a7f9d35e0a4c6721f8b',
    slug: 'contain_a_host',
    icon: ':no_entry:',
    created_at: '2026-05-11T07:30:00Z',
  }),
];
