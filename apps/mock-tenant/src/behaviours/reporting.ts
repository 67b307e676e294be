import type { ActionPerformance } from '@tines-openapi/types';
import { isoSeconds } from '../state/clock.ts';
import type { ActionRow, EventRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import { paginate } from './paging.ts';
import { spansBetween, startOfSpan } from './time-spans.ts';
import type { Behaviours, Call } from './types.ts';

/** Figures that follow from the events that actions made. */
export const reportingBehaviours: Behaviours = {
  getTimeSaved(call) {
    const { request, query } = call;
    const { rows, meta } = paginate(timeSaved(call), request, query);
    return { status: 200, body: { time_saved: rows, meta } };
  },

  getActionPerformance(call) {
    const { state, query, request } = call;
    const found = actionsOf(call).flatMap((action) => performanceOf(state, action) ?? []);
    const { rows, meta } = paginate(ranked(found, query.filter_option), request, query);
    return { status: 200, body: { action_performance: rows, meta } };
  },
};

interface Filtered {
  state: State;
  teams: ReadonlySet<number>;
  query: { team_id?: number; story_id?: number; action_id?: number };
}

function actionsOf({ state, teams, query }: Filtered): ActionRow[] {
  const { team_id, story_id, action_id } = query;
  const candidates = story_id === undefined ? state.actions.all() : state.actions.where('story_id', story_id);
  return candidates
    .filter((action) => teams.has(action.team_id))
    .filter((action) => team_id === undefined || action.team_id === team_id)
    .filter((action) => action_id === undefined || action.id === action_id);
}

/** An event counts as a run of its action that saved what the action says that a run saves. */
function timeSaved(call: Call<'getTimeSaved'>): { date: string; value: number }[] {
  const { state, query } = call;
  const unit = query.date_unit ?? 'day';
  const after = query.start_date === undefined ? Number.NEGATIVE_INFINITY : Date.parse(query.start_date);
  // What happened at this very moment counts.
  const before = query.end_date === undefined ? state.clock.now() + 1 : Date.parse(query.end_date);
  const bySpan = new Map<number, number>();
  for (const action of actionsOf(call)) {
    const seconds = (action.time_saved_value ?? 0) * (secondsIn[action.time_saved_unit ?? 'minutes'] ?? 0);
    if (seconds === 0) continue;
    for (const event of state.events.where('agent_id', action.id)) {
      const at = Date.parse(event.created_at);
      if (at < after || at >= before) continue;
      const span = startOfSpan(at, unit);
      bySpan.set(span, (bySpan.get(span) ?? 0) + seconds);
    }
  }
  const first = query.start_date === undefined ? Math.min(...bySpan.keys()) : after;
  const spans =
    query.fill_gaps === false ? [...bySpan.keys()].sort((a, b) => a - b) : spansBetween(first, before, unit);
  return spans.map((span) => ({ date: isoSeconds(span), value: bySpan.get(span) ?? 0 }));
}

/** Only `minutes` was seen. */
const secondsIn: Record<string, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** @returns Undefined where the action never ran. */
function performanceOf(state: State, action: ActionRow): ActionPerformance | undefined {
  const events = state.events.where('agent_id', action.id);
  if (events.length === 0) return undefined;
  const durations = events.map((event) => durationOf(state, event));
  return {
    action: {
      id: action.id,
      story_id: action.story_id,
      type: shortType(action.type),
      name: action.name,
      story_container: { id: containerOf(action.story_id), live_story: { group: false } },
    },
    average_duration: durations.reduce((sum, duration) => sum + duration, 0) / durations.length,
    min_duration: Math.min(...durations),
    max_duration: Math.max(...durations),
    processed_count: durations.length,
    story_name: state.stories.get(action.story_id)?.name ?? '',
    recorded_at: isoSeconds(startOfSpan(state.clock.now(), 'hour')),
  };
}

/** How long a run took, in seconds: nothing in a mock runs, so it is the time since the event that led to this one. */
function durationOf(state: State, event: EventRow): number {
  const earlier = event.previous_events_ids?.flatMap((id) => state.events.get(id) ?? []) ?? [];
  if (earlier.length === 0) return 0;
  const since = Math.max(...earlier.map((other) => Date.parse(other.created_at)));
  return Math.max(0, (Date.parse(event.created_at) - since) / 1000);
}

function ranked(rows: ActionPerformance[], option: Call<'getActionPerformance'>['query']['filter_option']) {
  if (option === undefined) return rows;
  const compare = {
    most_active_actions: (one, other) => other.processed_count - one.processed_count,
    action_with_least_activity: (one, other) => one.processed_count - other.processed_count,
    slowest_actions: (one, other) => other.average_duration - one.average_duration,
    fastest_actions: (one, other) => one.average_duration - other.average_duration,
  } satisfies Record<typeof option, (one: ActionPerformance, other: ActionPerformance) => number>;
  return [...rows].sort(compare[option]);
}

/** `Agents::HTTPRequestAgent` is `httpRequest` here. */
function shortType(type: string): string {
  const name = type.replace(/^Agents::/, '').replace(/Agent$/, '');
  return name.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]/, (start) => start.toLowerCase());
}

/** The id of what holds the copies of a story shows nowhere else, so any that is the same each time will do. */
function containerOf(storyId: number): number {
  return storyId + 700;
}
