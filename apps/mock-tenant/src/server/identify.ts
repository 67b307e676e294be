import { pickKey, type Scheme } from '../auth/credentials.ts';
import { authenticate, type Principal, principalOf } from '../auth/principal.ts';
import type { State } from '../state/state.ts';
import { refuse } from './errors.ts';
import type { Request } from './exchange.ts';

/**
 * Who asks, by the key in the headers; for a call from inside, by the key that a credential holds, whose secret nobody knows.
 *
 * @throws Refusal with 401 that says whether a key came.
 */
export function identify(state: State, { headers, storedKey }: Request): { scheme: Scheme; principal: Principal } {
  if (storedKey !== undefined) {
    const principal = principalOf(state, storedKey === null ? undefined : state.keys.get(storedKey));
    if (!principal) throw refuse(401, 'The API key that this credential holds is not valid any more.');
    return { scheme: 'bearer', principal };
  }
  const presented = pickKey(headers);
  if (!presented) {
    throw refuse(401, 'No API key came. Send it as "Authorization: Bearer <key>" or as "X-User-Token: <key>".');
  }
  const principal = authenticate(state, presented);
  if (!principal) throw refuse(401, 'This API key is not valid.');
  return { scheme: presented.scheme, principal };
}
