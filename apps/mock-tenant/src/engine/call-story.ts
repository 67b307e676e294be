import type { ActionRow, EventRow, StoryRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import { ownOutput } from './emit.ts';
import { resolveFormulas } from './formulas.ts';
import type { Outcome } from './outcome.ts';
import { type Course, depthLimit, runFrom } from './run.ts';

/** Runs the story that a send-to-story action names, and emits what its first exit action emits. */
export function callStory(course: Course, action: ActionRow, inbound: EventRow | null): Outcome {
  const { state, depth, made } = course;
  const slug = /STORY\.([\p{L}\p{N}_]+)/u.exec(String(action.options.story))?.[1];
  const story = slug === undefined ? undefined : calledStory(state, slug, action);
  const entry = state.actions.get(story?.entry_agent_id ?? -1);
  if (!story || !entry) {
    return {
      kind: 'fail',
      message: 'The option story must name a story that this team may call, as <<STORY.its_slug>>.',
    };
  }
  if (depth >= depthLimit) return { kind: 'fail', message: `More than ${depthLimit} stories call one another.` };
  const body = resolveFormulas(action.options.payload ?? {}, inbound?.payload ?? {}).value;
  const events = runFrom(state, entry, body, { depth: depth + 1, made });
  const exit = events.find(({ agent_id }) => story.exit_agents.includes(agent_id));
  return { kind: 'emit', outputs: [exit ? ownOutput(state, exit) : {}] };
}

function calledStory(state: State, slug: string, { team_id }: ActionRow): StoryRow | undefined {
  const team = state.teams.get(team_id)?.slug ?? '';
  return state.stories.where('slug', slug).find((story) => {
    if (!story.send_to_story_enabled) return false;
    if (story.send_to_story_access === 'GLOBAL') return true;
    if (story.send_to_story_access === 'SPECIFIC_TEAMS') return story.shared_team_slugs.includes(team);
    return story.team_id === team_id;
  });
}
