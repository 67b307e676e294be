import type { ChangeRequestDetail, ChangeRequestSummary } from '@tines-openapi/types';
import { refuse } from '../../server/errors.ts';
import type { ChangeRequestRow, StoryRow } from '../../state/rows.ts';
import type { State } from '../../state/state.ts';
import { paginate } from '../paging.ts';
import type { Behaviours, Call } from '../types.ts';
import { exportOf } from './export.ts';

/** The change requests of all stories. To act on one, the paths of its story are called. */
export const changeRequestBehaviours: Behaviours = {
  listChangeRequests({ state, query, teams, request }) {
    const wanted = wantedBy(query);
    const found = latestOfEachDraft(state)
      .filter((row) => teams.has(storyOf(state, row).team_id))
      .filter((row) => wanted(row, storyOf(state, row)))
      .reverse();
    const { rows, meta } = paginate(found, request, query);
    return { status: 200, body: { change_requests: rows.map((row) => summary(state, row)), meta } };
  },

  getChangeRequest({ state, params }) {
    const row = state.changeRequests.get(params.change_request_id);
    if (!row) throw refuse(404, 'Not found.');
    return { status: 200, body: detail(state, row) };
  },
};

/** Only the latest request of a draft is listed; requests whose draft is gone all are. */
function latestOfEachDraft(state: State): ChangeRequestRow[] {
  const latest = new Map<number | null, ChangeRequestRow>();
  for (const row of state.changeRequests.all()) latest.set(row.draft_id, row);
  return state.changeRequests.all().filter((row) => row.draft_id === null || latest.get(row.draft_id) === row);
}

function wantedBy(query: Call<'listChangeRequests'>['query']) {
  const teams = [query.team_id ?? [], query['team_id[]'] ?? []].flat();
  const states = [query.status ?? [], query['status[]'] ?? []].flat();
  return ({ status }: ChangeRequestRow, { team_id }: StoryRow) =>
    (teams.length === 0 || teams.includes(team_id)) &&
    (states.length === 0 ? status !== 'PUSHED' : states.includes(status));
}

function storyOf(state: State, { story_id }: ChangeRequestRow): StoryRow {
  return state.stories.get(story_id) as StoryRow;
}

function summary(state: State, row: ChangeRequestRow): ChangeRequestSummary {
  const story = storyOf(state, row);
  const draft = row.draft_id === null ? undefined : state.drafts.get(row.draft_id);
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    status: row.status,
    story_id: story.id,
    story_name: story.name,
    team_id: story.team_id,
    draft_id: draft?.id ?? null,
    draft_name: draft?.name ?? null,
    user_id: row.user_id,
    participants: [...(draft?.participants ?? row.participants)],
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}

function detail(state: State, row: ChangeRequestRow): ChangeRequestDetail {
  const story = storyOf(state, row);
  const draft = row.draft_id === null ? undefined : state.drafts.get(row.draft_id);
  return {
    ...summary(state, row),
    live_story_export: JSON.stringify(exportOf(state, { story, draft: null })),
    draft_export: draft ? JSON.stringify(exportOf(state, { story, draft })) : null,
  };
}
