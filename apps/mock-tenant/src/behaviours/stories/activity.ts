import type { PendingAction } from '@tines-openapi/types';
import type { ActionRow } from '../../state/rows.ts';
import type { State } from '../../state/state.ts';
import { contains } from '../names.ts';
import { paginate } from '../paging.ts';
import type { Behaviours } from '../types.ts';
import { actionsOf, type Copy, copyToRead } from './copies.ts';

/**
 * What goes on in a story at this moment. Actions run at once here, so the only ones that wait are those that are told to:
 * event transforms that delay.
 */
export const storyActivityBehaviours: Behaviours = {
  listStoryPendingActions({ state, params, query, request }) {
    const found = actionsOf(state, copyToRead(state, params.story_id, query))
      .filter(({ name }) => query.search === undefined || contains(name, query.search))
      .map((action) => pendingAction(state, action))
      .filter(({ pending_action_runs_count }) => pending_action_runs_count > 0)
      .sort((one, other) => other.pending_action_runs_count - one.pending_action_runs_count);
    const { rows, meta } = paginate(found, request, query);
    return { status: 200, body: { pending_actions: rows, meta } };
  },
};

function pendingAction(state: State, { id, name, type }: ActionRow): PendingAction {
  return { id, name, type, pending_action_runs_count: state.pendingRuns.where('action_id', id).length };
}

/** Runs of actions that wait. */
export function pendingRunsOf(state: State, copy: Copy): number {
  return actionsOf(state, copy).reduce((sum, { id }) => sum + state.pendingRuns.where('action_id', id).length, 0);
}

/** Runs of the story in which something still waits. */
export function concurrentRunsOf(state: State, copy: Copy): number {
  const waiting = actionsOf(state, copy).flatMap(({ id }) => state.pendingRuns.where('action_id', id));
  return new Set(waiting.map(({ event_id }) => state.events.get(event_id)?.story_run_guid)).size;
}

/** Actions whose last word was an error. */
export function notWorkingOf(state: State, copy: Copy): number {
  return actionsOf(state, copy).filter(isNotWorking).length;
}

export function isNotWorking({ last_error_log_at, last_event_at }: ActionRow): boolean {
  return last_error_log_at !== null && (last_event_at === null || last_event_at <= last_error_log_at);
}

/** The counters that come with `include_live_activity`. */
export function liveCounters(state: State, copy: Copy) {
  return {
    pending_action_runs_count: pendingRunsOf(state, copy),
    concurrent_runs_count: concurrentRunsOf(state, copy),
    tokens_used_percentage: 0,
    not_working_actions_count: notWorkingOf(state, copy),
  };
}
