import { slugify } from '../behaviours/names.ts';
import type { ActionRow, EventRow, RunRow } from '../state/rows.ts';
import { settingsOf } from '../state/settings.ts';
import type { State } from '../state/state.ts';

/** The run to which events belong while it goes on. */
export interface Run {
  readonly storyRunGuid: string;
  /** Set inside a group: events there belong to the run of the group and are not counted for the story. */
  readonly group: { readonly guid: string; readonly id: number } | null;
}

/** Keeps an event of an action, and counts it for the action and for the run. */
export function emitEvent(
  state: State,
  run: Run,
  action: ActionRow,
  inbound: EventRow | null,
  payload: Readonly<Record<string, unknown>>,
  reEmitted: boolean,
): EventRow {
  const at = state.clock.iso();
  const event = state.events.insert({
    user_id: action.user_id,
    agent_id: action.id,
    payload,
    created_at: at,
    updated_at: at,
    story_run_guid: run.storyRunGuid,
    previous_events_ids: inbound ? [...inbound.previous_events_ids, inbound.id] : [],
    re_emitted: reEmitted,
    story_id: action.story_id,
    group_run_guid: run.group?.guid ?? null,
  });
  const { blended_events_count } = state.actions.get(action.id) ?? action;
  state.actions.update(action.id, { blended_events_count: blended_events_count + 1, last_event_at: at });
  countForRun(state, run, action, at);
  return event;
}

/** Payload of an event: what came with the one before, and the output under the name of the action. */
export function payloadWith(action: ActionRow, inbound: EventRow | null, output: unknown): Record<string, unknown> {
  return { ...inbound?.payload, [slugify(action.name)]: output };
}

/** What the action itself put into an event. */
export function ownOutput(state: State, event: EventRow): unknown {
  const action = state.actions.get(event.agent_id);
  return action && (event.payload as Record<string, unknown>)[slugify(action.name)];
}

function countForRun(state: State, run: Run, action: ActionRow, at: string): void {
  const guid = run.group?.guid ?? run.storyRunGuid;
  const there = state.runs.where('guid', guid)[0];
  const grown: Omit<RunRow, 'id'> = {
    guid,
    story_id: action.story_id,
    draft_id: action.draft_id,
    group_id: run.group?.id ?? null,
    start_time: there?.start_time ?? at,
    end_time: at,
    action_ids: [...new Set([...(there?.action_ids ?? []), action.id])],
    event_count: (there?.event_count ?? 0) + 1,
  };
  if (there) state.runs.put({ id: there.id, ...grown });
  else state.runs.insert(grown);
}

/** Writes a line into the log of an action, unless the tenant is set to keep none. */
export function log(state: State, actionId: number, level: 2 | 3 | 4, message: string, inbound: EventRow | null): void {
  const action = state.actions.get(actionId);
  if (!action) return;
  const at = state.clock.iso();
  if (level === 4) state.actions.update(actionId, { last_error_log_at: at });
  if (!settingsOf(state).action_logs) return;
  state.actionLogs.insert({
    action_id: actionId,
    level,
    message,
    created_at: at,
    inbound_event: inbound ? { id: inbound.id, payload: inbound.payload } : null,
  });
  state.actions.update(actionId, { logs_count: action.logs_count + 1 });
}
