import type { Action } from '@tines-openapi/types';
import { refuse } from '../server/errors.ts';
import type { ActionRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import { isNotWorking } from './stories/activity.ts';

/** @throws Refusal with 404 where there is no such action. */
export function actionAt(state: State, id: number): ActionRow {
  const action = state.actions.get(id);
  if (!action) throw refuse(404, 'Not found.');
  return action;
}

/** An action as the API answers it, with its links, and with the live counters where they were asked for. */
export function shownAction(state: State, row: ActionRow, live?: boolean): Action {
  const { draft_id, memory, webhook_path, ...action } = row;
  return {
    ...action,
    story_mode: draft_id === null ? 'LIVE' : 'TEST',
    sources: [...new Set(state.actionLinks.where('receiver_id', row.id).map(({ source_id }) => source_id))],
    receivers: [...new Set(state.actionLinks.where('source_id', row.id).map(({ receiver_id }) => receiver_id))],
    ...(live && {
      pending_action_runs_count: state.pendingRuns.where('action_id', row.id).length,
      not_working: isNotWorking(row),
    }),
  };
}
