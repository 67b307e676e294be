import type { KeyRow, UserRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import type { PresentedKey } from './credentials.ts';
import { hashSecret } from './secret.ts';

/** Who makes a request, and how far that reaches. */
export interface Principal {
  key: KeyRow;
  /** The user or service account that the key acts as. */
  actor: UserRow;
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
  const key = state.keys.where('secret_hash', hashSecret(secret))[0];
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

function rolesOf(state: State, key: KeyRow): Map<number, string> {
  if (key.type === 'team' && key.team_id !== null && key.role !== null) return new Map([[key.team_id, key.role]]);
  if (key.type !== 'personal') return new Map();
  return new Map(state.memberships.where('user_id', key.user_id).map(({ team_id, role }) => [team_id, role]));
}
