import { Buffer } from 'node:buffer';
import { type KeyKind, keyKinds } from '../auth/key-kinds.ts';
import { keyTypesFor, mayMakeKeys, refusalToDelete, refusalToMake, teamsForKeys } from '../auth/key-rights.ts';
import { defaultRoles, isRole, permissionDescriptions, tenantPermissions } from '../auth/policy.ts';
import { hashSecret } from '../auth/secret.ts';
import { refuseField } from '../behaviours/refusals.ts';
import { removeUser } from '../behaviours/user-removal.ts';
import { refuse } from '../server/errors.ts';
import { nameOf, writeAudit } from '../state/audit.ts';
import type { KeyType, UserRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import { type Acting, forbidden } from './actor.ts';
import { type ShownKey, shownKey } from './shown-key.ts';

/** A key to make. */
export interface NewKey {
  type: KeyType;
  name: string;
  /** Team and role of a team key. */
  team_id?: number;
  role?: string;
  /** Tenant permissions of a service key. */
  tenant_permissions?: string[];
}

/** A key with its secret, which is told once. */
export type MadeKey = ShownKey & { secret: string };

export interface KeyChoices {
  person: { id: number; name: string };
  types: KeyType[];
  teams: { id: number; name: string }[];
  roles: string[];
  tenant_permissions: string[];
  /** All types in words, and why the person may not make one, where that is so. */
  kinds: (KeyKind & { refusal: string | null })[];
  /** What roles and tenant permissions are for, by their names. */
  role_descriptions: Record<string, string>;
  permission_descriptions: Record<string, string>;
}

/** What the acting person may choose when making a key. */
export function keyChoices(state: State, { actor }: Acting): KeyChoices {
  const teams = mayMakeKeys(state, actor) ? teamsForKeys(state, actor) : [];
  return {
    person: { id: actor.id, name: nameOf(actor) },
    types: keyTypesFor(state, actor),
    teams: teams.flatMap((id) => {
      const team = state.teams.get(id);
      return team ? { id, name: team.name } : [];
    }),
    roles: [...Object.keys(defaultRoles), ...state.roles.all().map(({ name }) => name)],
    tenant_permissions: [...tenantPermissions],
    kinds: keyKinds.map((kind) => ({ ...kind, refusal: refusalToMake(state, actor, kind.type) })),
    role_descriptions: {
      ...defaultRoles,
      ...Object.fromEntries(state.roles.all().map(({ name, description }) => [name, description])),
    },
    permission_descriptions: { ...permissionDescriptions },
  };
}

/**
 * Makes a key as the acting person.
 *
 * @throws Refusal with 403 where the person may not make such a key, with 422 where the key does not hang together.
 */
export function createKey(state: State, acting: Acting, wanted: NewKey): MadeKey {
  const { actor, request } = acting;
  demandFields(state, wanted);
  demandMaker(state, actor, wanted);
  const secret = makeSecret(state);
  const created_at = state.clock.iso();
  const key = state.keys.insert({
    name: wanted.name,
    type: wanted.type,
    secret_hash: hashSecret(secret),
    user_id: wanted.type === 'personal' ? actor.id : makeServiceAccount(state, wanted).id,
    team_id: wanted.team_id ?? null,
    role: wanted.role ?? null,
    made_by: actor.id,
    created_at,
  });
  writeAudit(state, 'AuthenticationTokenCreation', actor, { ...wanted }, request);
  return { secret, ...shownKey(state, key) };
}

/**
 * Deletes a key, and the service account that came with it.
 *
 * @throws Refusal with 404 where there is no such key, with 403 where the person may not delete it.
 */
export function deleteKey(state: State, { actor, request }: Acting, id: number): void {
  const key = state.keys.get(id);
  if (!key) throw refuse(404, 'Not found.');
  const refusal = refusalToDelete(state, actor, key);
  if (refusal !== null) throw forbidden(refusal);
  state.keys.delete(id);
  if (key.type !== 'personal') removeUser(state, key.user_id, actor.id);
  writeAudit(state, 'AuthenticationTokenDeletion', actor, { id, name: key.name, type: key.type }, request);
}

/** @throws Refusal with 422 where fields are missing, or sent for a type that has none. */
function demandFields(state: State, { type, team_id, role, tenant_permissions }: NewKey): void {
  if ((team_id !== undefined) !== (type === 'team')) {
    throw refuseField('/team_id', 'team_id is required for a team key, and not allowed for others.');
  }
  if ((role !== undefined) !== (type === 'team')) {
    throw refuseField('/role', 'role is required for a team key, and not allowed for others.');
  }
  if (tenant_permissions !== undefined && type !== 'service') {
    throw refuseField('/tenant_permissions', 'tenant_permissions are allowed for a service key only.');
  }
  if (team_id !== undefined && !state.teams.get(team_id)) {
    throw refuseField('/team_id', 'team_id must be an existing team.');
  }
  if (role !== undefined && !isRole(state, role)) {
    throw refuseField('/role', 'role must be a default or custom role of the tenant.');
  }
  if (tenant_permissions?.some((permission) => !tenantPermissions.includes(permission))) {
    throw refuseField('/tenant_permissions', `tenant_permissions must be among ${tenantPermissions.join(', ')}.`);
  }
}

/** @throws Refusal with 403 that says who may. */
function demandMaker(state: State, actor: UserRow, { type, team_id }: NewKey): void {
  if (!mayMakeKeys(state, actor)) throw forbidden(refusalToMake(state, actor, type) ?? '');
  const types = keyTypesFor(state, actor);
  if (!types.includes(type)) throw forbidden(`This person may make keys of these types only: ${types.join(', ')}.`);
  if (team_id !== undefined && !teamsForKeys(state, actor).includes(team_id)) {
    throw forbidden('A key for a team is made by tenant owners and by those who manage the members of that team.');
  }
}

function makeServiceAccount(state: State, { name, type, tenant_permissions = [] }: NewKey): UserRow {
  const now = state.clock.iso();
  const scim_id = state.random.uuid();
  return state.users.insert({
    scim_uid: null,
    email: `service-${scim_id.slice(0, 8)}@quiet-harbor.example`,
    created_at: now,
    updated_at: now,
    admin: type === 'tenant_owner',
    is_active: true,
    first_name: name,
    last_name: '',
    last_seen: null,
    tenant_permissions,
    service_account: true,
    invitation_accepted: true,
    scim_id,
  });
}

/** Twenty url-safe characters, the form that keys of old samples have. Made from the seed, so that runs repeat. */
function makeSecret(state: State): string {
  return Buffer.from(state.random.guid(), 'hex').subarray(0, 15).toString('base64url');
}
