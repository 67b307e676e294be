import type { StoryContent } from '../../state/rows/stories.ts';
import type { State } from '../../state/state.ts';

/** What a story says that no other story may call. */
export const notCalled = {
  send_to_story_enabled: false,
  send_to_story_access_source: 'OFF',
  send_to_story_access: null,
  shared_team_slugs: [],
  entry_agent_id: null,
  exit_agents: [],
} as const satisfies Partial<StoryContent>;

/** From where a story may be called, once actions are gone: without its entry nothing can come in any more. */
export function callsThatRemain(
  state: State,
  { entry_agent_id, exit_agents, webhook_api }: StoryContent,
): Partial<StoryContent> {
  const remains = (id: unknown) => state.actions.get(Number(id)) !== undefined;
  return {
    ...(entry_agent_id !== null && !remains(entry_agent_id) ? notCalled : { exit_agents: exit_agents.filter(remains) }),
    webhook_api:
      webhook_api && remains(webhook_api.entry_action_id)
        ? { ...webhook_api, exit_action_ids: webhook_api.exit_action_ids.filter(remains) }
        : null,
  };
}
