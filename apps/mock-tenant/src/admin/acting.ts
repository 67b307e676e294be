import { refuse } from '../server/errors.ts';
import type { UserRow } from '../state/rows.ts';
import { type Acting, actorNamed } from './actor.ts';
import type { MockCall } from './mock-api.ts';
import { hasSession, signedIn } from './session.ts';

/** As whom the call is made. What is written moves the clock, as it does in the API. */
export function actingIn(call: MockCall): Acting {
  const actor = personIn(call);
  if (call.operation.method !== 'get') call.tenant.state.clock.advance(1000);
  return { actor, request: call.request };
}

/**
 * The person of a call: named in the header, else signed in on the page, else the first active tenant owner.
 *
 * @throws Refusal with 403 where that is nobody who is active. A session of somebody who is gone falls back to nobody.
 */
export function personIn({ tenant: { state }, request }: MockCall): UserRow {
  const named = request.headers['x-mock-user'];
  if (named === undefined && hasSession(request)) {
    const person = signedIn(state, request);
    if (!person) throw refuse(403, 'The person who is signed in was deactivated or deleted. Sign in as somebody else.');
    return person;
  }
  return actorNamed(state, named);
}
