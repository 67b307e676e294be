import { refuse } from '../server/errors.ts';
import type { EventRow } from '../state/rows.ts';
import { slugify } from './names.ts';
import { paginate } from './paging.ts';
import type { Behaviours, Call } from './types.ts';

type ListCall = Call<'listEvents'>;

export const eventBehaviours: Behaviours = {
  listEvents(call) {
    const { query, request } = call;
    // Newest first, as ids grow with time.
    const found = candidates(call)
      .filter((event) => matches(event, query))
      .reverse();
    const { rows, meta } = paginate(found, request, query);
    const events = query.exclude_previous_event_payloads ? rows.map((row) => withOwnOutput(call, row)) : rows;
    return { status: 200, body: { events, meta } };
  },

  getEvent({ state, params }) {
    const event = state.events.get(params.event_id);
    if (!event) throw refuse(404, 'Not found.');
    return { status: 200, body: event };
  },
};

/** Events of the teams that the key sees; a team wins over a story when both are sent. */
function candidates({ state, query, teams }: ListCall): EventRow[] {
  const wanted = (event: EventRow) => {
    const action = state.actions.get(event.agent_id);
    if (!action || !teams.has(action.team_id)) return false;
    if (query.team_id !== undefined) return action.team_id === query.team_id;
    return query.story_id === undefined || action.story_id === query.story_id;
  };
  return state.events.all().filter(wanted);
}

function matches(event: EventRow, query: ListCall['query']): boolean {
  if (query.since_id !== undefined && event.id <= query.since_id) return false;
  if (query.until_id !== undefined && event.id > query.until_id) return false;
  if (query.since !== undefined && Date.parse(event.created_at) <= Date.parse(query.since)) return false;
  // No seeded or made event was emitted again before there is an operation that does so.
  if (query.show_reemitted_events_only) return false;
  return query.until === undefined || Date.parse(event.created_at) <= Date.parse(query.until);
}

function withOwnOutput({ state }: ListCall, event: EventRow): EventRow {
  const name = slugify(state.actions.get(event.agent_id)?.name ?? '');
  const payload = event.payload as Record<string, unknown>;
  return { ...event, payload: name in payload ? { [name]: payload[name] } : {} };
}
