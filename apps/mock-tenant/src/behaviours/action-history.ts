import { runAction } from '../engine/run.ts';
import type { ActionLogRow, ActionRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import { actionAt, shownAction } from './action-answers.ts';
import { eventsNewestFirst, isWithin, shownEvent } from './events.ts';
import { paginate } from './paging.ts';
import type { Behaviours } from './types.ts';

/** What an action has done: its events, its log lines, its memory, and doing it once more. */
export const actionHistoryBehaviours: Behaviours = {
  listActionEvents({ state, params, query, request }) {
    const { id } = actionAt(state, params.action_id);
    const found = eventsNewestFirst(state, state.events.where('agent_id', id)).filter((event) =>
      isWithin(event, query),
    );
    const { rows, meta } = paginate(found, request, query);
    const events = rows.map((event) => shownEvent(state, event, query.exclude_previous_event_payloads));
    return { status: 200, body: { events, meta } };
  },

  listActionLogs({ state, params, query, request }) {
    const { id } = actionAt(state, params.action_id);
    const found = state.actionLogs
      .where('action_id', id)
      .filter(({ level }) => query.level === undefined || level === query.level)
      .reverse();
    const { rows, meta } = paginate(found, request, query);
    return { status: 200, body: { action_logs: rows.map(shownLog), meta } };
  },

  // Deletion in the background is over before the answer, too.
  deleteActionEvents({ state, params }) {
    const { id } = actionAt(state, params.action_id);
    for (const event of state.events.where('agent_id', id)) state.events.delete(event.id);
    return { status: 200, body: changed(state, id, { blended_events_count: 0 }) };
  },

  deleteActionLogs({ state, params }) {
    const { id } = actionAt(state, params.action_id);
    for (const line of state.actionLogs.where('action_id', id)) state.actionLogs.delete(line.id);
    return { status: 200, body: changed(state, id, { logs_count: 0, last_error_log_at: null }) };
  },

  clearActionMemory({ state, params }) {
    const { id } = actionAt(state, params.action_id);
    return { status: 200, body: changed(state, id, { memory: [] }) };
  },

  runAction({ state, params }) {
    const action = actionAt(state, params.action_id);
    runAction(state, action);
    return { status: 200, body: shownAction(state, actionAt(state, action.id)) };
  },
};

/** None of this is an edit, so `updated_at` stays. */
function changed(state: State, id: number, changes: Partial<ActionRow>) {
  return shownAction(state, state.actions.update(id, changes) as ActionRow);
}

function shownLog({ action_id, ...line }: ActionLogRow) {
  return line;
}
