import { refuse, refuseFindings } from '../server/errors.ts';
import type { StoryRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import { contains, slugify } from './names.ts';
import { paginate } from './paging.ts';
import { removeStory } from './story-removal.ts';
import type { Behaviours, Call } from './types.ts';

type ListQuery = Call<'listStories'>['query'];

export const storyBehaviours: Behaviours = {
  listStories({ state, query, teams, request }) {
    const found = candidates(state, query, teams).filter((story) => matches(state, story, query));
    const { rows, meta } = paginate(sorted(state, found, query.order), request, query);
    return { status: 200, body: { stories: rows.map((row) => shown(state, row, query.include_live_activity)), meta } };
  },

  getStory({ state, params, query }) {
    return { status: 200, body: shown(state, storyAt(state, params.story_id), query.include_live_activity) };
  },

  createStory({ state, body, principal }) {
    const name = body.name ?? 'New Story';
    demandFolder(state, body.folder_id, body.team_id);
    const now = state.clock.iso();
    const story = state.stories.insert({
      ...emptyStory,
      name,
      user_id: principal.actor.id,
      description: body.description ?? null,
      keep_events_for: body.keep_events_for ?? emptyStory.keep_events_for,
      disabled: body.disabled ?? false,
      priority: body.priority ?? false,
      team_id: body.team_id,
      folder_id: body.folder_id ?? null,
      tags: [...new Set(body.tags ?? [])],
      guid: state.random.guid(),
      slug: slugify(name),
      created_at: now,
      updated_at: now,
      edited_at: now,
    });
    return { status: 201, body: story };
  },

  updateStory(call) {
    const { state, params } = call;
    const story = storyAt(state, params.story_id);
    const now = state.clock.iso();
    const updated = state.stories.put({ ...story, ...changes(call, story), updated_at: now, edited_at: now });
    return { status: 200, body: updated };
  },

  deleteStory({ state, params }) {
    removeStory(state, params.story_id);
    return { status: 204, body: undefined };
  },

  batchDeleteStories({ state, body, demand }) {
    // All or nothing: an id that cannot be deleted leaves the others where they are.
    for (const id of body.ids) demand('story.delete', storyAt(state, id).team_id);
    for (const id of body.ids) removeStory(state, id);
    return { status: 204, body: undefined };
  },
};

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
} as const satisfies Partial<StoryRow>;

/** @throws Refusal with 404 where there is no such story. */
export function storyAt(state: State, id: number): StoryRow {
  const story = state.stories.get(id);
  if (!story) throw refuse(404, 'Not found.');
  return story;
}

/** @throws Refusal with 422 where the folder is not one for stories of that team. */
export function demandFolder(state: State, folderId: number | null | undefined, teamId: number): void {
  if (folderId === undefined || folderId === null) return;
  const folder = state.folders.get(folderId);
  if (folder?.team_id === teamId && folder.content_type === 'STORY') return;
  throw refuseFindings('', [
    { in: 'body', pointer: '/folder_id', message: 'folder_id must be a folder for stories of the same team.' },
  ]);
}

/** The stories that an index can find; the rest of the filters looks at these only. */
function candidates(state: State, query: ListQuery, teams: ReadonlySet<number>): StoryRow[] {
  if (query.folder_id !== undefined) {
    return state.stories.where('folder_id', query.folder_id).filter((story) => teams.has(story.team_id));
  }
  if (query.team_id !== undefined) return teams.has(query.team_id) ? state.stories.where('team_id', query.team_id) : [];
  if (teams.size === state.teams.size) return state.stories.all();
  return [...teams].flatMap((id) => state.stories.where('team_id', id)).sort((one, other) => one.id - other.id);
}

function matches(state: State, story: StoryRow, query: ListQuery): boolean {
  if (query.team_id !== undefined && story.team_id !== query.team_id) return false;
  if (query.search !== undefined && !contains(story.name, query.search)) return false;
  if (query.tags !== undefined && !query.tags.every((tag) => story.tags.includes(tag))) return false;
  return query.filter === undefined || filters[query.filter](story, state);
}

const filters: Record<NonNullable<ListQuery['filter']>, (story: StoryRow, state: State) => boolean> = {
  SEND_TO_STORY_ENABLED: (story) => story.send_to_story_enabled,
  HIGH_PRIORITY: (story) => story.priority,
  // Which stories have their API switched on stands in no answer, and favourites belong to the page of the product.
  API_ENABLED: () => false,
  FAVORITE: () => false,
  PUBLISHED: (story) => story.published,
  CHANGE_CONTROL_ENABLED: (story) => story.change_control_enabled,
  CHANGE_CONTROL_DISABLED: (story) => !story.change_control_enabled,
  DISABLED: (story) => story.disabled,
  LOCKED: (story) => story.locked,
};

function sorted(state: State, stories: StoryRow[], order: ListQuery['order']): StoryRow[] {
  if (order === undefined) return stories;
  const byName = (one: StoryRow, other: StoryRow) => one.name.localeCompare(other.name, 'en');
  const byEdit = (one: StoryRow, other: StoryRow) => one.edited_at.localeCompare(other.edited_at);
  const byActions = (one: StoryRow, other: StoryRow) => countActions(state, one) - countActions(state, other);
  const compare = {
    NAME: byName,
    NAME_DESC: (one, other) => byName(other, one),
    RECENTLY_EDITED: (one, other) => byEdit(other, one),
    LEAST_RECENTLY_EDITED: byEdit,
    ACTION_COUNT_ASC: byActions,
    ACTION_COUNT_DESC: (one, other) => byActions(other, one),
    // Nothing waits, runs or fails by itself in a mock, so every story counts zero.
    CONCURRENT_RUNS_COUNT_DESC: () => 0,
    PENDING_ACTION_RUNS_COUNT_DESC: () => 0,
    NOT_WORKING_ACTIONS_COUNT_DESC: () => 0,
  } satisfies Record<typeof order, (one: StoryRow, other: StoryRow) => number>;
  return [...stories].sort(compare[order]);
}

function countActions(state: State, story: StoryRow): number {
  return state.actions.where('story_id', story.id).length;
}

/** A story as it is answered, with the live counters where they were asked for. */
function shown(state: State, story: StoryRow, live: boolean | undefined): StoryRow {
  if (!live) return story;
  return {
    ...story,
    pending_action_runs_count: 0,
    concurrent_runs_count: 0,
    tokens_used_percentage: 0,
    not_working_actions_count: state.actions.where('story_id', story.id).filter((action) => action.last_error_log_at)
      .length,
  };
}

function changes({ state, body, demand }: Call<'updateStory'>, story: StoryRow): Partial<StoryRow> {
  const moved = body.team_id !== undefined && body.team_id !== story.team_id;
  if (moved) {
    demand('story.delete', story.team_id);
    demand('story.write', body.team_id as number);
  }
  const teamId = body.team_id ?? story.team_id;
  demandFolder(state, body.folder_id, teamId);
  const removed = new Set(body.remove_tag_names ?? []);
  const kept = {
    name: body.name,
    description: body.description,
    keep_events_for: body.keep_events_for,
    disabled: body.disabled,
    locked: body.locked,
    priority: body.priority,
    change_control_enabled: body.change_control_enabled,
    monitor_failures: body.monitor_failures,
    shared_team_slugs: body.shared_team_slugs,
    send_to_story_skill_use_requires_confirmation: body.send_to_story_skill_use_requires_confirmation,
    folder_id: body.folder_id === undefined && moved ? null : body.folder_id,
    team_id: body.team_id,
  };
  const sent = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
  return {
    ...sent,
    ...(body.name !== undefined && { slug: slugify(body.name) }),
    tags: [...new Set([...story.tags, ...(body.add_tag_names ?? [])])].filter((tag) => !removed.has(tag)),
    ...calledFrom(body),
  };
}

/** The fields that say from where a story may be called follow from one another. */
function calledFrom(body: Call<'updateStory'>['body']): Partial<StoryRow> {
  const source = body.send_to_story_access_source ?? sourceFromFlag(body.send_to_story_enabled);
  if (source === undefined) return {};
  if (source === 'OFF') {
    return {
      send_to_story_enabled: false,
      send_to_story_access_source: 'OFF',
      send_to_story_access: null,
      entry_agent_id: null,
      exit_agents: [],
    };
  }
  const entry = body.entry_action_id ?? body.entry_agent_id;
  const exits = body.exit_action_ids ?? body.exit_agent_ids;
  if (entry === undefined || exits === undefined) {
    throw refuseFindings('', [
      {
        in: 'body',
        pointer: '/send_to_story_access_source',
        message: 'entry_action_id and exit_action_ids are required to let others call the story.',
      },
    ]);
  }
  return {
    send_to_story_enabled: true,
    send_to_story_access_source: source,
    send_to_story_access: body.send_to_story_access ?? 'TEAM',
    entry_agent_id: entry,
    exit_agents: exits,
  };
}

function sourceFromFlag(enabled: boolean | undefined): StoryRow['send_to_story_access_source'] | undefined {
  if (enabled === undefined) return undefined;
  return enabled ? 'STS' : 'OFF';
}
