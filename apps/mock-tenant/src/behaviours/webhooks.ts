import { ownOutput } from '../engine/emit.ts';
import { asText } from '../engine/formulas.ts';
import { runFrom } from '../engine/run.ts';
import { refuse } from '../server/errors.ts';
import type { ActionRow, EventRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import type { Behaviours, Call } from './types.ts';
import { asksForSecret, demandAccess } from './webhook-access.ts';

/**
 * Webhooks. Unless the option `access_control` says otherwise, path and secret in the address are the credential and no key is
 * asked for; the option `verbs` says which methods are let in. The answer waits until the story is through.
 */
export const webhookBehaviours: Behaviours = {
  triggerWebhook: (call) => trigger(call) as never,
  triggerWebhookGet: (call) => {
    // Other reading calls change nothing, so the clock stands still for them.
    call.state.clock.advance(1000);
    return trigger(call) as never;
  },
  triggerWebhookPut: (call) => trigger(call) as never,
  triggerWebhookPatch: (call) => trigger(call) as never,
  triggerWebhookDelete: (call) => trigger(call) as never,
};

interface WebhookAnswer {
  /** Whatever the action or the story is set to answer, so more than the statuses that the document lists. */
  status: number;
  body: unknown;
  headers: Record<string, string>;
}

type WebhookCall = Pick<Call<'triggerWebhookGet'>, 'state' | 'params' | 'request'> & { body: unknown };

function trigger({ state, params, request, body }: WebhookCall): WebhookAnswer {
  const action = webhookAt(state, params.path, params.secret);
  demandAccess(state, action, request);
  demandVerb(action, request.method);
  const events = runFrom(state, action, received(action, request, body));
  const story = state.stories.get(action.story_id);
  const first = events[0];
  const made = first ? { 'x-tines-event-id': String(first.id) } : {};
  const api = story?.webhook_api;
  if (!first || !api || api.entry_action_id !== action.id) return ownAnswer(action, made);
  return exitAnswer(state, events, api.exit_action_ids, made);
}

/** @throws Refusal with 404 where no webhook has this path and secret; which of the two is wrong is not told. */
function webhookAt(state: State, path: string, secret: string): ActionRow {
  const found = state.actions
    .where('webhook_path', path)
    .filter((action) => !asksForSecret(action) || action.options.secret === secret)
    // A draft has the addresses of its story; calls reach the live one.
    .sort((one, other) => (one.draft_id ?? 0) - (other.draft_id ?? 0))[0];
  if (!found) throw refuse(404, 'Not found.');
  return found;
}

/** Methods of a webhook whose option `verbs` is empty. */
const defaultVerbs = 'get,post';

/** @throws Refusal with 405 where the action does not list the method. */
function demandVerb({ options }: ActionRow, method: string): void {
  const verbs = (asText(options.verbs) || defaultVerbs).split(',').map((verb) => verb.trim().toUpperCase());
  if (verbs.includes(method)) return;
  throw refuse(405, `This webhook takes ${verbs.join(', ')}, not ${method}.`, { allow: verbs.join(', ') });
}

/** Headers that come with every request and say nothing about the caller. */
const dull = new Set(['host', 'connection', 'content-length', 'authorization', 'x-user-token', 'cookie']);

/** What the event holds. A call without a body gives its query in the place of one. */
function received({ options }: ActionRow, request: Call<'triggerWebhook'>['request'], body: unknown): unknown {
  const sent = request.body.length === 0 ? Object.fromEntries(request.query) : body;
  const readable = Buffer.isBuffer(sent) ? sent.toString('utf8') : sent;
  if (options.include_headers === false) return readable;
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !dull.has(name)));
  return { body: readable, headers };
}

/** `Ok` with 201, unless options of the action say otherwise. */
function ownAnswer({ options }: ActionRow, headers: Record<string, string>): WebhookAnswer {
  const set = typeof options.response_headers === 'object' ? (options.response_headers ?? {}) : {};
  return {
    status: statusIn(options.response_code) ?? 201,
    body: asText(options.response) || 'Ok',
    headers: {
      ...lowerCased(set),
      ...headers,
      'content-type': 'text/plain; charset=utf-8',
      'x-tines-status': 'data_received',
    },
  };
}

/** What the first exit action emitted. A payload that holds `status` and `body` decides both, and the headers. */
function exitAnswer(
  state: State,
  events: EventRow[],
  exits: readonly number[],
  made: Record<string, string>,
): WebhookAnswer {
  const exit = events.find(({ agent_id }) => exits.includes(agent_id));
  // A live tenant gives up after 30 seconds; here the run is over and nothing more can come.
  if (!exit)
    return { status: 504, body: { error: 'No exit action ran.' }, headers: { ...made, 'x-tines-status': 'ok' } };
  const output = ownOutput(state, exit);
  const told = typeof output === 'object' && output !== null ? (output as Record<string, unknown>) : {};
  const decides = 'status' in told && 'body' in told;
  const body = decides ? told.body : output;
  const set = decides && typeof told.headers === 'object' ? (told.headers ?? {}) : {};
  return {
    status: (decides && statusIn(told.status)) || 200,
    body: body ?? {},
    headers: {
      ...(typeof body === 'string' && { 'content-type': 'text/plain; charset=utf-8' }),
      ...lowerCased(set),
      ...made,
    },
  };
}

function statusIn(value: unknown): number | undefined {
  const status = Number(value);
  return Number.isInteger(status) && status >= 200 && status <= 599 ? status : undefined;
}

function lowerCased(headers: object): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), asText(value)]));
}
