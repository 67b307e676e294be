import { refuseFindings } from '../../server/errors.ts';
import type { StoryRow } from '../../state/rows.ts';
import type { State } from '../../state/state.ts';

/** What a new story has where nothing else is said. */
export const emptyStory = {
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
  mode: 'LIVE',
  folder_id: null,
  published: true,
  change_control_enabled: false,
  locked: false,
  owners: [],
  webhook_api: null,
  icon: ':gear:',
} as const satisfies Partial<StoryRow>;

/** @throws Refusal with 422 where the folder is not one for stories of that team. */
export function demandFolder(state: State, folderId: number | null | undefined, teamId: number): void {
  if (folderId === undefined || folderId === null) return;
  const folder = state.folders.get(folderId);
  if (folder?.team_id === teamId && folder.content_type === 'STORY') return;
  throw refuseFindings('', [
    { in: 'body', pointer: '/folder_id', message: 'folder_id must be a folder for stories of the same team.' },
  ]);
}
