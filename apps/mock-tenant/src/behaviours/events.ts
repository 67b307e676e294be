import type { Event } from '@tines-openapi/types';
import { emitAgain } from '../engine/run.ts';
import { refuse } from '../server/errors.ts';
import type { EventRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import { slugify } from './names.ts';
import { paginate } from './paging.ts';
import type { Behaviours, Call } from './types.ts';

export const eventBehaviours: Behaviours = {
  listEvents(call) {
    const { state, query, request } = call;
    const found = eventsNewestFirst(state, candidates(call)).filter((event) => isWithin(event, query));
    const { rows, meta } = paginate(found, request, query);
    const events = rows.map((event) => shownEvent(state, event, query.exclude_previous_event_payloads));
    return { status: 200, body: { events, meta } };
  },

  getEvent({ state, params }) {
    return { status: 200, body: shownEvent(state, eventAt(state, params.event_id)) };
  },

  // It becomes a new event that carries the mark; the first one stays as it is.
  reemitEvent({ state, params }) {
    emitAgain(state, eventAt(state, params.event_id));
    return { status: 204, body: undefined };
  },
};

/** @throws Refusal with 404 where there is no such event, or it is older than its story keeps events. */
function eventAt(state: State, id: number): EventRow {
  const event = state.events.get(id);
  if (!event || !isKept(state, event)) throw refuse(404, 'Not found.');
  return event;
}

/** Events of the teams that the key sees; a team wins over a story when both are sent. */
function candidates({ state, query, teams }: Call<'listEvents'>): EventRow[] {
  const { team_id, story_id, include_groups } = query;
  const ofStory = team_id === undefined && story_id !== undefined;
  const rows = ofStory ? state.events.where('story_id', story_id) : state.events.all();
  return rows.filter((event) => {
    const team = state.stories.get(event.story_id)?.team_id;
    if (team === undefined || !teams.has(team)) return false;
    if (team_id !== undefined) return team === team_id;
    return !ofStory || include_groups === true || event.group_run_guid === null;
  });
}

type Window = Pick<
  Call<'listEvents'>['query'],
  'since_id' | 'until_id' | 'since' | 'until' | 'show_reemitted_events_only'
>;

/** Whether an event lies after the `since` and up to the `until` of a call. */
export function isWithin(event: EventRow, query: Window): boolean {
  if (query.since_id !== undefined && event.id <= query.since_id) return false;
  if (query.until_id !== undefined && event.id > query.until_id) return false;
  if (query.since !== undefined && Date.parse(event.created_at) <= Date.parse(query.since)) return false;
  if (query.show_reemitted_events_only && !event.re_emitted) return false;
  return query.until === undefined || Date.parse(event.created_at) <= Date.parse(query.until);
}

/** Events expire after the time that their story keeps them. */
export function isKept(state: State, { created_at, story_id }: EventRow): boolean {
  const seconds = state.stories.get(story_id)?.keep_events_for;
  return seconds !== undefined && Date.parse(created_at) + seconds * 1000 > state.clock.now();
}

/** The events that are still kept, newest first, as ids grow with time. */
export function eventsNewestFirst(state: State, events: EventRow[]): EventRow[] {
  return events.filter((event) => isKept(state, event)).sort((one, other) => other.id - one.id);
}

/** An event as the API answers it. @param ownOnly Whether its payload is cut down to what its action put into it. */
export function shownEvent(state: State, row: EventRow, ownOnly?: boolean): Event {
  const { story_id, group_run_guid, ...event } = row;
  if (!ownOnly) return event;
  const name = slugify(state.actions.get(event.agent_id)?.name ?? '');
  const payload = event.payload as Record<string, unknown>;
  return { ...event, payload: name in payload ? { [name]: payload[name] } : {} };
}
