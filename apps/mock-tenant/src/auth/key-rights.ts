import type { KeyType, UserRow } from '../state/rows.ts';
import { settingsOf } from '../state/settings.ts';
import type { State } from '../state/state.ts';
import { rightNamed, roleHolds } from './policy.ts';

/**
 * Whether a person may make keys at all. A setting of the tenant limits that to tenant owners and holders of API_KEY_CREATE.
 */
export function mayMakeKeys(state: State, person: UserRow): boolean {
  if (!settingsOf(state).restrict_key_creation) return true;
  return person.admin || person.tenant_permissions.includes('API_KEY_CREATE');
}

/** Teams for which a person may make and delete keys: all for a tenant owner, else where the person manages members. */
export function teamsForKeys(state: State, person: UserRow): number[] {
  if (person.admin) return state.teams.all().map(({ id }) => id);
  const manage = rightNamed('team.manage');
  const memberships = state.memberships.where('user_id', person.id);
  return memberships.filter(({ role }) => roleHolds(state, role, manage)).map(({ team_id }) => team_id);
}

/** Types that a person may make, as the rights of that person allow. */
export function keyTypesFor(state: State, person: UserRow): KeyType[] {
  if (!mayMakeKeys(state, person)) return [];
  if (person.admin) return ['personal', 'service', 'tenant_owner', 'team'];
  return teamsForKeys(state, person).length > 0 ? ['personal', 'team'] : ['personal'];
}

/** Whether a person may delete a key: the own personal one, and others of a kind and team that the person could make. */
export function mayDeleteKey(
  state: State,
  person: UserRow,
  key: { type: KeyType; user_id: number; team_id: number | null },
): boolean {
  if (key.type === 'personal') return key.user_id === person.id;
  if (person.admin) return true;
  return key.type === 'team' && key.team_id !== null && teamsForKeys(state, person).includes(key.team_id);
}
