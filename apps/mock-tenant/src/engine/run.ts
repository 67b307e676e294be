/**
 * A run of a story: an action emits events, and each event goes along the links to the next actions, breadth first, until
 * nothing is left to do. It is over before the call that began it is answered; only actions that are told to wait come back
 * later, when the clock of the tenant has reached their time (`runDue`).
 */
import { copyOf } from '../behaviours/stories/copies.ts';
import type { LinkType } from '../state/rows/actions.ts';
import type { ActionRow, EventRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import { callStory } from './call-story.ts';
import { emitEvent, log, ownOutput, payloadWith, type Run } from './emit.ts';
import type { Outcome } from './outcome.ts';
import { perform } from './perform.ts';

/** Most events of one run: a circle of links would otherwise have no end. */
export const eventLimit = 1000;
/** Most stories that call one another in one run. */
export const depthLimit = 10;

interface Step {
  actionId: number;
  inbound: EventRow | null;
  waited: boolean;
}

/** What goes on while a run goes on. */
export interface Course {
  readonly state: State;
  readonly run: Run;
  /** Events made so far, oldest first. Groups and called stories count, so that the limit holds for all together. */
  readonly made: EventRow[];
  readonly depth: number;
}

/** Runs an action without an event before it, as a person or a schedule does. Each call is a run of its own. */
export function runAction(state: State, action: ActionRow): EventRow[] {
  if (!isRunning(state, action)) return [];
  const course = newCourse(state, 0, []);
  follow(course, [{ actionId: action.id, inbound: null, waited: false }]);
  return course.made;
}

/**
 * Has an action emit something that came from outside, and runs what follows.
 *
 * @returns The events of the run, oldest first; none where the action or its story is stopped.
 */
export function runFrom(
  state: State,
  action: ActionRow,
  output: unknown,
  within: { depth: number; made: EventRow[] } = { depth: 0, made: [] },
): EventRow[] {
  if (!isRunning(state, action)) return [];
  const course = newCourse(state, within.depth, within.made);
  const first = within.made.length;
  const event = record(course, action, null, payloadWith(action, null, output));
  follow(course, next(course, action, event, 'DEFAULT'));
  return course.made.slice(first);
}

/** Emits an event again in its story run, and runs what follows. */
export function emitAgain(state: State, event: EventRow): void {
  const action = state.actions.get(event.agent_id);
  if (!action || !isRunning(state, action)) return;
  const course: Course = { state, run: runOf(state, event), made: [], depth: 0 };
  const before = state.events.get(event.previous_events_ids.at(-1) ?? -1) ?? null;
  const again = emitEvent(state, course.run, action, before, event.payload as Record<string, unknown>, true);
  course.made.push(again);
  follow(course, next(course, action, again, 'DEFAULT'));
}

/** Comes back to the actions whose time has come, the earliest first. */
export function runDue(state: State): void {
  const due = state.pendingRuns.all().filter((waiting) => waiting.due <= state.clock.now());
  for (const waiting of due.sort((one, other) => one.due - other.due || one.id - other.id)) {
    state.pendingRuns.delete(waiting.id);
    const event = state.events.get(waiting.event_id);
    const action = state.actions.get(waiting.action_id);
    if (!event || !action || !isRunning(state, action)) continue;
    const course: Course = { state, run: runOf(state, event), made: [], depth: 0 };
    follow(course, [{ actionId: action.id, inbound: event, waited: true }]);
  }
}

function newCourse(state: State, depth: number, made: EventRow[]): Course {
  return { state, run: { storyRunGuid: state.random.uuid(), group: null }, made, depth };
}

/** The run that an event belongs to. */
function runOf(state: State, { story_run_guid, group_run_guid, agent_id }: EventRow): Run {
  const id = state.actions.get(agent_id)?.group_id ?? null;
  const group = group_run_guid === null || id === null ? null : { guid: group_run_guid, id };
  return { storyRunGuid: story_run_guid, group };
}

function isRunning(state: State, action: ActionRow): boolean {
  const { story, draft } = copyOf(state, action);
  return !action.disabled && !(draft ? draft.content.disabled : story.disabled);
}

function follow(course: Course, steps: Step[]): void {
  for (let step = steps.shift(); step; step = steps.shift()) {
    const action = course.state.actions.get(step.actionId);
    if (!action || action.disabled) continue;
    if (course.made.length >= eventLimit) {
      log(course.state, action.id, 4, `The run was stopped after ${eventLimit} events.`, step.inbound);
      return;
    }
    steps.push(...take(course, action, step));
  }
}

/** Has one action do its work. @returns What follows from it. */
function take(course: Course, action: ActionRow, { inbound, waited }: Step): Step[] {
  const { state } = course;
  const at = state.clock.iso();
  state.actions.update(action.id, inbound ? { last_receive_at: at } : { last_check_at: at });
  const outcome = outcomeOf(course, action, inbound, waited || inbound === null);
  switch (outcome.kind) {
    case 'emit':
      return outcome.outputs.flatMap((output) => {
        const event = record(course, action, inbound, payloadWith(action, inbound, output));
        return next(course, action, event, 'DEFAULT');
      });
    case 'no_match':
      return aside(course, action, inbound, 'NO_MATCH', { rule_matched: false });
    case 'fail':
      log(state, action.id, 4, outcome.message, inbound);
      return aside(course, action, inbound, 'FAILURE', { error: outcome.message });
    case 'wait':
      if (inbound) {
        state.pendingRuns.insert({
          action_id: action.id,
          event_id: inbound.id,
          due: state.clock.now() + outcome.milliseconds,
        });
      }
      return [];
    case 'nothing':
      return [];
  }
}

function outcomeOf(course: Course, action: ActionRow, inbound: EventRow | null, waited: boolean): Outcome {
  if (action.type === 'Agents::GroupAgent') return runGroup(course, action, inbound);
  if (action.type === 'Agents::SendToStoryAgent') return callStory(course, action, inbound);
  const payload = (inbound?.payload ?? {}) as Record<string, unknown>;
  const { outcome, memory, logs = [] } = perform({ action, payload, waited });
  if (memory) course.state.actions.update(action.id, { memory });
  for (const { level, message } of logs) log(course.state, action.id, level, message, inbound);
  return outcome;
}

/** Runs what is in a group. The group emits what its last event holds. */
function runGroup(course: Course, group: ActionRow, inbound: EventRow | null): Outcome {
  const { state } = course;
  const inner = state.actions.where('story_id', group.story_id).filter(({ group_id }) => group_id === group.id);
  const fed = new Set(
    inner.flatMap(({ id }) => state.actionLinks.where('source_id', id)).map((link) => link.receiver_id),
  );
  const within = { ...course, run: { ...course.run, group: { guid: state.random.uuid(), id: group.id } } };
  const first = course.made.length;
  const entries = inner.filter(({ id }) => !fed.has(id));
  follow(
    within,
    entries.map(({ id }) => ({ actionId: id, inbound, waited: false })),
  );
  const last = course.made.slice(first).at(-1);
  return { kind: 'emit', outputs: [last ? ownOutput(state, last) : {}] };
}

function record(
  { state, run, made }: Course,
  action: ActionRow,
  inbound: EventRow | null,
  payload: Record<string, unknown>,
): EventRow {
  const event = emitEvent(state, run, action, inbound, payload, false);
  made.push(event);
  return event;
}

/** An outcome that only some links follow makes an event where there is such a link. */
function aside(course: Course, action: ActionRow, inbound: EventRow | null, type: LinkType, output: unknown): Step[] {
  const links = course.state.actionLinks.where('source_id', action.id).filter((link) => link.type === type);
  if (links.length === 0) return [];
  return next(course, action, record(course, action, inbound, payloadWith(action, inbound, output)), type);
}

function next({ state }: Course, action: ActionRow, event: EventRow, type: LinkType): Step[] {
  return state.actionLinks
    .where('source_id', action.id)
    .filter((link) => link.type === type)
    .map(({ receiver_id }) => ({ actionId: receiver_id, inbound: event, waited: false }));
}
