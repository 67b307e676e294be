import type { State } from '../state/state.ts';

/** The team that a request is about: its id, `missing` where the object does not exist, undefined where it is about none. */
export type Target = number | 'missing' | undefined;

type Finder = (state: State, id: number) => number | undefined;

/** Path parameters that name an object, and the team that the object belongs to. */
const byPathParameter: Record<string, Finder> = {
  team_id: (state, id) => state.teams.get(id)?.id,
  story_id: (state, id) => state.stories.get(id)?.team_id,
  action_id: (state, id) => state.actions.get(id)?.team_id,
  folder_id: (state, id) => state.folders.get(id)?.team_id,
  tag_id: (state, id) => state.tags.get(id)?.team_ids[0],
  resource_id: (state, id) => state.resources.get(id)?.team_id,
  credential_id: (state, id) => state.credentials.get(id)?.team_id,
  record_type_id: (state, id) => state.recordTypes.get(id)?.team_id,
  record_id: (state, id) => {
    const record = state.records.get(id);
    return record && state.recordTypes.get(record.record_type_id)?.team_id;
  },
  record_view_id: (state, id) => state.recordViews.get(id)?.team_id,
  dashboard_id: (state, id) => state.dashboards.get(id)?.team_id,
  case_id: (state, id) => state.cases.get(id)?.team_id,
  case_input_id: (state, id) => state.caseInputs.get(id)?.team_id,
  case_sub_status_id: (state, id) => state.caseStatuses.get(id)?.team_id,
  // Case inputs in version 2, and case templates. Where a path has these names for something else, a case stands before it.
  field_id: (state, id) => state.caseInputs.get(id)?.team_id,
  id: (state, id) => state.caseTemplates.get(id)?.team_id,
  note_id: (state, id) => state.stories.get(state.notes.get(id)?.story_id ?? -1)?.team_id,
  group_id: (state, id) => state.actions.get(id)?.team_id,
  change_request_id: (state, id) => state.stories.get(state.changeRequests.get(id)?.story_id ?? -1)?.team_id,
  event_id: (state, id) => {
    const event = state.events.get(id);
    return event && state.actions.get(event.agent_id)?.team_id;
  },
};

/** Body fields that say where something new goes, in the order in which they count. */
const byBodyField = ['team_id', 'story_id', 'group_id', 'folder_id'];

/**
 * Finds the team from the path, else from the body of a call that makes something new.
 *
 * @param body The body before it was checked, so anything may be in it.
 */
export function findTarget(
  state: State,
  params: Readonly<Record<string, unknown>>,
  body: unknown,
  creates: boolean,
): Target {
  for (const [name, value] of Object.entries(params)) {
    const find = byPathParameter[name];
    if (find) return find(state, Number(value)) ?? 'missing';
  }
  if (!creates || typeof body !== 'object' || body === null) return undefined;
  for (const name of byBodyField) {
    const value = (body as Record<string, unknown>)[name];
    if (typeof value === 'number') return byPathParameter[name]?.(state, value) ?? 'missing';
  }
  return undefined;
}

const storyByPathParameter: Record<string, Finder> = {
  story_id: (_, id) => id,
  action_id: (state, id) => state.actions.get(id)?.story_id,
  group_id: (state, id) => state.actions.get(id)?.story_id,
  note_id: (state, id) => state.notes.get(id)?.story_id,
  change_request_id: (state, id) => state.changeRequests.get(id)?.story_id,
  event_id: (state, id) => state.events.get(id)?.story_id,
};

/** The story that a call is about: the one that it names, or the one that holds what it names. */
export function findStory(state: State, params: Readonly<Record<string, unknown>>, body: unknown): number | undefined {
  for (const [name, value] of Object.entries(params)) {
    const find = storyByPathParameter[name];
    if (find) return find(state, Number(value));
  }
  const named = typeof body === 'object' && body !== null ? (body as Record<string, unknown>).story_id : undefined;
  return typeof named === 'number' ? named : undefined;
}
