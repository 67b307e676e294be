import type { KeyRow, UserRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import type { PresentedKey } from './credentials.ts';
import { hashSecret } from './secret.ts';

/** Who makes a request, and how far that reaches. */
export interface Principal extends Reach {
  key: KeyRow;
  /** The user or service account that the key acts as. */
  actor: UserRow;
}

/** How far somebody reaches in the tenant. */
export interface Reach {
  tenantOwner: boolean;
  tenantPermissions: ReadonlySet<string>;
  /** Role by team id. */
  roles: ReadonlyMap<number, string>;
}

/**
 * The principal behind a key, with what it may do at this moment.
 *
 * @returns Undefined where the key is unknown, or its user was deactivated or deleted.
 */
export function authenticate(state: State, { secret }: PresentedKey): Principal | undefined {
  return principalOf(state, state.keys.where('secret_hash', hashSecret(secret))[0]);
}

/**
 * The principal behind a key that is known without its secret.
 *
 * @returns Undefined where there is no such key any more, or its user was deactivated or deleted.
 */
export function principalOf(state: State, key: KeyRow | undefined): Principal | undefined {
  const actor = key && state.users.get(key.user_id);
  if (!key || !actor?.is_active) return undefined;
  return {
    key,
    actor,
    tenantOwner: actor.admin && (key.type === 'personal' || key.type === 'tenant_owner'),
    tenantPermissions: new Set(key.type === 'team' ? [] : actor.tenant_permissions),
    roles: rolesOf(state, key),
  };
}

/** How far a person reaches in the pages of the tenant: as far as a personal key would. */
export function reachOfPerson(state: State, person: UserRow): Reach {
  return {
    tenantOwner: person.admin,
    tenantPermissions: new Set(person.tenant_permissions),
    roles: rolesOfPerson(state, person.id),
  };
}

function rolesOf(state: State, key: KeyRow): Map<number, string> {
  if (key.type === 'team' && key.team_id !== null && key.role !== null) return new Map([[key.team_id, key.role]]);
  return key.type === 'personal' ? rolesOfPerson(state, key.user_id) : new Map();
}

function rolesOfPerson(state: State, id: number): Map<number, string> {
  return new Map(state.memberships.where('user_id', id).map(({ team_id, role }) => [team_id, role]));
}
