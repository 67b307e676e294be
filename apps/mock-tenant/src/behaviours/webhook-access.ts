import { pickKey } from '../auth/credentials.ts';
import { seesTeam } from '../auth/policy.ts';
import { authenticate } from '../auth/principal.ts';
import { asText } from '../engine/formulas.ts';
import { refuse } from '../server/errors.ts';
import type { Request } from '../server/exchange.ts';
import type { ActionRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';

/**
 * Who may call a webhook, as its option `access_control` says. There are four ways, whose spelling in the option was never
 * seen and is the mock's own: `secret`, the secret in the address, which is the way without the option; `public`, nothing;
 * `tines_api_keys`, a key as for the API; `oauth`, a token of another server.
 */
export function asksForSecret({ options }: ActionRow): boolean {
  return !['public', 'tines_api_keys', 'oauth'].includes(asText(options.access_control));
}

/**
 * Holds the caller to what a webhook asks for beside its address. A token of another server is looked at for its presence:
 * the server that could tell whether it is good is not here.
 *
 * @throws Refusal with 401 where no good key or no token came, with 403 where the key does not reach the webhook's team.
 */
export function demandAccess(state: State, action: ActionRow, { headers }: Request): void {
  const way = asText(action.options.access_control);
  if (way !== 'tines_api_keys' && way !== 'oauth') return;
  const presented = pickKey(headers);
  if (way === 'oauth') {
    if (presented?.scheme !== 'bearer')
      throw refuse(401, 'This webhook asks for an OAuth token: "Authorization: Bearer <token>".');
    return;
  }
  const principal = presented && authenticate(state, presented);
  if (!principal) throw refuse(401, 'This webhook asks for an API key, as the API does.');
  if (!seesTeam(principal, state, action.team_id))
    throw refuse(403, 'This key does not reach the team of the webhook.');
}
