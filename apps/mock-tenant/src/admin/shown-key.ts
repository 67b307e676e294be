import { maySeeKey, refusalToDelete } from '../auth/key-rights.ts';
import { nameOf } from '../state/audit.ts';
import type { KeyRow, KeyType, UserRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';

/** A key as `/_mock` shows it: everything but the secret, which is not kept. */
export interface ShownKey {
  id: number;
  name: string;
  type: KeyType;
  acts_as: { id: number; name: string; service_account: boolean };
  /** What the key may do, in words. */
  reach: string;
  team: { id: number; name: string } | null;
  role: string | null;
  tenant_permissions: string[];
  made_by: { id: number; name: string | null };
  created_at: string;
  last_used_at: string | null;
  /** Whether it is let in now. */
  works: boolean;
  /** Credentials that hold it, by the connect flow. */
  held_by: { id: number; name: string }[];
}

export function listKeys(state: State): ShownKey[] {
  return state.keys.all().map((key) => shownKey(state, key));
}

/** A key in the list of a person, with why that person may not delete it. Null where the person may. */
export type ListedKey = ShownKey & { delete_refusal: string | null };

/** The keys that a person has access to. */
export function listKeysFor(state: State, person: UserRow): ListedKey[] {
  const seen = state.keys.all().filter((key) => maySeeKey(state, person, key));
  return seen.map((key) => ({ ...shownKey(state, key), delete_refusal: refusalToDelete(state, person, key) }));
}

export function shownKey(state: State, key: KeyRow): ShownKey {
  const actor = state.users.get(key.user_id);
  const maker = state.users.get(key.made_by);
  const team = key.team_id === null ? undefined : state.teams.get(key.team_id);
  return {
    id: key.id,
    name: key.name,
    type: key.type,
    acts_as: {
      id: key.user_id,
      name: actor ? nameOf(actor) : '',
      service_account: actor?.service_account ?? false,
    },
    reach: reachOf(state, key),
    team: team ? { id: team.id, name: team.name } : null,
    role: key.role,
    tenant_permissions: key.type === 'team' ? [] : [...(actor?.tenant_permissions ?? [])],
    made_by: { id: key.made_by, name: maker ? nameOf(maker) : null },
    created_at: key.created_at,
    last_used_at: state.keyUses.get(key.id) ?? null,
    works: actor?.is_active ?? false,
    held_by: state.credentials.where('key_id', key.id).map(({ id, name }) => ({ id, name })),
  };
}

function reachOf(state: State, key: KeyRow): string {
  const actor = state.users.get(key.user_id);
  if (!actor?.is_active) return 'nothing: its person is deactivated';
  if (key.type === 'tenant_owner' || (key.type === 'personal' && actor.admin)) return 'the whole tenant';
  if (key.type === 'team') return `team ${teamName(state, key.team_id)} as ${key.role}`;
  const roles = key.type === 'personal' ? state.memberships.where('user_id', actor.id) : [];
  const parts = [
    ...roles.map(({ team_id, role }) => `team ${teamName(state, team_id)} as ${role}`),
    ...actor.tenant_permissions,
  ];
  return parts.length === 0 ? 'nothing but the information that every key may read' : parts.join(', ');
}

function teamName(state: State, id: number | null): string {
  return (id === null ? undefined : state.teams.get(id)?.name) ?? 'that is gone';
}
