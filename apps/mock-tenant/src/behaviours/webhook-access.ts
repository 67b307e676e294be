import { pickKey } from '../auth/credentials.ts';
import { seesTeam } from '../auth/policy.ts';
import { authenticate } from '../auth/principal.ts';
import { asText } from '../engine/formulas.ts';
import { refuse } from '../server/errors.ts';
import type { Request } from '../server/exchange.ts';
import type { ActionRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';

type Demand = (state: State, action: ActionRow, request: Request) => void;

/**
 * What a webhook asks for in the place of the secret in its address, by its option `access_control`: nothing, a key as for the
 * API, or a token of another server. Every other value, and none, is the way `secret`. How the four are spelled in the option
 * was never seen; the words are the mock's own.
 */
const withoutSecret: ReadonlyMap<string, Demand> = new Map<string, Demand>([
  ['public', () => {}],
  ['tines_api_keys', demandKey],
  ['oauth', demandToken],
]);

function demandOf({ options }: ActionRow): Demand | undefined {
  return withoutSecret.get(asText(options.access_control));
}

/** Whether the address must end with the secret of the webhook. */
export function asksForSecret(action: ActionRow): boolean {
  return demandOf(action) === undefined;
}

/**
 * Holds the caller to what a webhook asks for beside its address.
 *
 * @throws Refusal with 401 where no good key or no token came, with 403 where the key does not reach the webhook's team.
 */
export function demandAccess(state: State, action: ActionRow, request: Request): void {
  demandOf(action)?.(state, action, request);
}

function demandKey(state: State, { team_id }: ActionRow, { headers }: Request): void {
  const presented = pickKey(headers);
  const principal = presented && authenticate(state, presented);
  if (!principal) throw refuse(401, 'This webhook asks for an API key, as the API does.');
  if (!seesTeam(principal, state, team_id)) throw refuse(403, 'This key does not reach the team of the webhook.');
}

/** The token is looked at for its presence: the server that could tell whether it is good is not here. */
function demandToken(_state: State, _action: ActionRow, { headers }: Request): void {
  if (pickKey(headers)?.scheme === 'bearer') return;
  throw refuse(401, 'This webhook asks for an OAuth token: "Authorization: Bearer <token>".');
}
