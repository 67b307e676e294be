import type { StoryRow } from '../../state/rows.ts';
import type { State } from '../../state/state.ts';
import { contains } from '../names.ts';
import type { Call } from '../types.ts';
import { concurrentRunsOf, notWorkingOf, pendingRunsOf } from './activity.ts';

type ListQuery = Call<'listStories'>['query'];

/** The stories that a list shows, in its order. */
export function listedStories({ state, query, teams }: Call<'listStories'>): readonly StoryRow[] {
  const { team_id, search, tags, filter } = query;
  const some = candidates(state, query, teams);
  const everyOne = [team_id, search, tags, filter].every((each) => each === undefined);
  return sorted(state, everyOne ? some : some.filter((story) => matches(story, query)), query.order);
}

/** The stories that an index can find; the rest of the filters looks at these only. */
function candidates(state: State, query: ListQuery, teams: ReadonlySet<number>): readonly StoryRow[] {
  if (query.folder_id !== undefined) {
    return state.stories.where('folder_id', query.folder_id).filter((story) => teams.has(story.team_id));
  }
  if (query.team_id !== undefined) return teams.has(query.team_id) ? state.stories.where('team_id', query.team_id) : [];
  if (teams.size === state.teams.size) return state.stories.list();
  return [...teams].flatMap((id) => state.stories.where('team_id', id)).sort((one, other) => one.id - other.id);
}

function matches(story: StoryRow, query: ListQuery): boolean {
  if (query.team_id !== undefined && story.team_id !== query.team_id) return false;
  if (query.search !== undefined && !contains(story.name, query.search)) return false;
  if (query.tags !== undefined && !query.tags.every((tag) => story.tags.includes(tag))) return false;
  return query.filter === undefined || filters[query.filter](story);
}

const filters: Record<NonNullable<ListQuery['filter']>, (story: StoryRow) => boolean> = {
  SEND_TO_STORY_ENABLED: (story) => story.send_to_story_enabled,
  HIGH_PRIORITY: (story) => story.priority,
  API_ENABLED: (story) => story.webhook_api !== null,
  // Favourites belong to a person and are set in the page of the product only.
  FAVORITE: () => false,
  PUBLISHED: (story) => story.published,
  CHANGE_CONTROL_ENABLED: (story) => story.change_control_enabled,
  CHANGE_CONTROL_DISABLED: (story) => !story.change_control_enabled,
  DISABLED: (story) => story.disabled,
  LOCKED: (story) => story.locked,
};

function sorted(state: State, stories: readonly StoryRow[], order: ListQuery['order']): readonly StoryRow[] {
  if (order === undefined) return stories;
  const byName = (one: StoryRow, other: StoryRow) => one.name.localeCompare(other.name, 'en');
  const byEdit = (one: StoryRow, other: StoryRow) => one.edited_at.localeCompare(other.edited_at);
  const rising = (count: (story: StoryRow) => number) => (one: StoryRow, other: StoryRow) => count(one) - count(other);
  const falling = (count: (story: StoryRow) => number) => (one: StoryRow, other: StoryRow) => count(other) - count(one);
  const actions = (story: StoryRow) =>
    state.actions.where('story_id', story.id).filter(({ draft_id }) => draft_id === null).length;
  const live = (story: StoryRow) => ({ story, draft: null });
  const compare = {
    NAME: byName,
    NAME_DESC: (one, other) => byName(other, one),
    RECENTLY_EDITED: (one, other) => byEdit(other, one),
    LEAST_RECENTLY_EDITED: byEdit,
    ACTION_COUNT_ASC: rising(actions),
    ACTION_COUNT_DESC: falling(actions),
    CONCURRENT_RUNS_COUNT_DESC: falling((story) => concurrentRunsOf(state, live(story))),
    PENDING_ACTION_RUNS_COUNT_DESC: falling((story) => pendingRunsOf(state, live(story))),
    NOT_WORKING_ACTIONS_COUNT_DESC: falling((story) => notWorkingOf(state, live(story))),
  } satisfies Record<typeof order, (one: StoryRow, other: StoryRow) => number>;
  return [...stories].sort(compare[order]);
}
