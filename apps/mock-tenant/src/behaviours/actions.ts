import { refuse } from '../server/errors.ts';
import type { ActionRow } from '../state/rows.ts';
import { paginate } from './paging.ts';
import type { Behaviours } from './types.ts';

export const actionBehaviours: Behaviours = {
  listActions({ state, query, teams, request }) {
    const candidates =
      query.story_id === undefined ? state.actions.all() : state.actions.where('story_id', query.story_id);
    const found = candidates
      .filter((action) => teams.has(action.team_id))
      .filter((action) => query.team_id === undefined || action.team_id === query.team_id)
      .filter((action) => query.group_id === undefined || action.group_id === query.group_id)
      .filter((action) => query.action_type === undefined || action.type === query.action_type)
      .filter((action) => query.story_mode === undefined || action.story_mode === query.story_mode);
    const { rows, meta } = paginate(found, request, query);
    return { status: 200, body: { agents: rows.map((row) => shown(row, query.include_live_activity)), meta } };
  },

  getAction({ state, params, query }) {
    const action = state.actions.get(params.action_id);
    if (!action) throw refuse(404, 'Not found.');
    return { status: 200, body: shown(action, query.include_live_activity) };
  },
};

function shown(action: ActionRow, live: boolean | undefined): ActionRow {
  return live ? { ...action, pending_action_runs_count: 0 } : action;
}
