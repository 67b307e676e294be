import type { KeyRow, KeyType, UserRow } from '../state/rows.ts';
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

/** Why a person may not make a key of this type. Null where the person may. */
export function refusalToMake(state: State, person: UserRow, type: KeyType): string | null {
  if (!mayMakeKeys(state, person))
    return 'Only tenant owners and holders of API_KEY_CREATE may make keys in this tenant.';
  if (keyTypesFor(state, person).includes(type)) return null;
  if (type === 'team') return 'Made by tenant owners, and for a team by those who manage its members.';
  return `Made by tenant owners only${type === 'service' ? ', who grant its tenant permissions' : ''}.`;
}

/** Whether a person is shown a key: a tenant owner sees all of them, others the own ones and those of teams that they manage. */
export function maySeeKey(state: State, person: UserRow, key: KeyInQuestion): boolean {
  return person.admin || key.user_id === person.id || mayDeleteKey(state, person, key);
}

/** Why a person may not delete a key. Null where the person may. */
export function refusalToDelete(state: State, person: UserRow, key: KeyInQuestion): string | null {
  if (mayDeleteKey(state, person, key)) return null;
  if (key.type === 'personal') return 'A personal key is deleted by its person only.';
  const alsoAdmins = key.type === 'team' ? ' and admins of its team' : '';
  return `A ${key.type.replace('_', ' ')} key is deleted by tenant owners${alsoAdmins}.`;
}

type KeyInQuestion = Pick<KeyRow, 'type' | 'user_id' | 'team_id'>;

/** Whether a person may delete a key: the own personal one, and others of a kind and team that the person could make. */
function mayDeleteKey(state: State, person: UserRow, key: KeyInQuestion): boolean {
  if (key.type === 'personal') return key.user_id === person.id;
  if (person.admin) return true;
  return key.type === 'team' && key.team_id !== null && teamsForKeys(state, person).includes(key.team_id);
}
