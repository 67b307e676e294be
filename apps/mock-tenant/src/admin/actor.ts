import { refuse } from '../server/errors.ts';
import type { Refusal, Request } from '../server/exchange.ts';
import type { UserRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';

/** Who makes a call to the mock's own API, and from where. */
export interface Acting {
  actor: UserRow;
  request: Pick<Request, 'address' | 'headers'>;
}

/**
 * The person as whom a call is made.
 *
 * @param named Id or e-mail address; the first active tenant owner where none is given.
 * @throws Refusal with 403 where that is nobody who is active.
 */
export function actorNamed(state: State, named: string | undefined): UserRow {
  const actor = named === undefined ? activePeople(state).find((person) => person.admin) : personNamed(state, named);
  if (actor) return actor;
  if (named === undefined) throw refuse(403, 'No tenant owner is active. Name a person in X-Mock-User, or reset.');
  throw refuse(403, 'X-Mock-User must be the id or the e-mail address of an active person.');
}

/** The active person of this id or e-mail address. */
export function personNamed(state: State, named: string): UserRow | undefined {
  return activePeople(state).find((person) => String(person.id) === named || person.email === named.toLowerCase());
}

function activePeople(state: State): UserRow[] {
  return state.users.all().filter((user) => !user.service_account && user.is_active);
}

export const onlyOwners = 'Only tenant owners may do that.';

/** @throws Refusal with 403 where the person is no tenant owner. */
export function demandOwner(actor: UserRow): void {
  if (!actor.admin) throw forbidden(onlyOwners);
}

export function forbidden(message: string): Refusal {
  return refuse(403, message);
}
