import { timingSafeEqual } from 'node:crypto';
import { hashSecret } from '../auth/secret.ts';
import { refuse } from '../server/errors.ts';
import type { Request } from '../server/exchange.ts';

/** The header in which `/_mock` takes its token. */
export const tokenHeader = 'x-mock-token';

/**
 * Holds a call of `/_mock` to the token of the tenant, where it has one.
 *
 * @throws Refusal with 401 where the token is missing or another one.
 */
export function demandToken(token: string | undefined, { headers }: Request): void {
  if (token === undefined) return;
  const presented = headers[tokenHeader];
  if (presented === undefined) {
    throw refuse(401, 'This tenant can be reached from outside, so /_mock takes a token: send it as X-Mock-Token.');
  }
  const same = timingSafeEqual(Buffer.from(hashSecret(presented)), Buffer.from(hashSecret(token)));
  if (!same) throw refuse(401, 'X-Mock-Token is not the token of this tenant.');
}
