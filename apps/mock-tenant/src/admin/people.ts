import { isRole } from '../auth/policy.ts';
import { refuseField } from '../behaviours/refusals.ts';
import { removeUser } from '../behaviours/user-removal.ts';
import { changePerson, invite, type PersonFields, personAt } from '../behaviours/users.ts';
import { nameOf, writeAudit } from '../state/audit.ts';
import type { UserRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import { type Acting, demandOwner } from './actor.ts';

/** A person as `/_mock` shows it. */
export interface ShownPerson {
  id: number;
  email: string;
  first_name: string;
  last_name: string;
  tenant_owner: boolean;
  tenant_permissions: string[];
  is_active: boolean;
  memberships: { team_id: number; team_name: string; role: string }[];
  created_at: string;
  last_seen: string | null;
}

/** What can be set of a person. */
export interface PersonChanges {
  email?: string;
  first_name?: string;
  last_name?: string;
  tenant_owner?: boolean;
  tenant_permissions?: string[];
  is_active?: boolean;
  /** All teams of the person from now on. */
  memberships?: { team_id: number; role: string }[];
}

export interface ShownServiceAccount {
  id: number;
  name: string;
  tenant_owner: boolean;
  tenant_permissions: string[];
  created_at: string;
}

export function listPeople(state: State): ShownPerson[] {
  const people = state.users.all().filter((user) => !user.service_account);
  return people.map((user) => shownPerson(state, user));
}

export function listServiceAccounts(state: State): ShownServiceAccount[] {
  const accounts = state.users.all().filter((user) => user.service_account);
  return accounts.map((user) => ({
    id: user.id,
    name: nameOf(user),
    tenant_owner: user.admin,
    tenant_permissions: [...user.tenant_permissions],
    created_at: user.created_at,
  }));
}

/** @throws Refusal with 403 for who is no tenant owner, with 422 where the address is taken or a team or role is unknown. */
export function createPerson(state: State, acting: Acting, wanted: PersonChanges & { email: string }): ShownPerson {
  demandOwner(acting.actor);
  demandMemberships(state, wanted.memberships);
  const invited = invite(state, { ...fieldsOf(wanted), email: wanted.email });
  const user = state.users.put({ ...invited, invitation_accepted: true });
  setMemberships(state, user.id, wanted.memberships);
  writeAudit(state, 'UsersInvitation', acting.actor, { ...wanted }, acting.request);
  return shownPerson(state, user);
}

/** @throws Refusal with 403 for who is no tenant owner, with 404 for nobody, with 422 as on creation. */
export function updatePerson(state: State, acting: Acting, id: number, wanted: PersonChanges): ShownPerson {
  demandOwner(acting.actor);
  personAt(state, id);
  demandMemberships(state, wanted.memberships);
  const user = changePerson(state, id, fieldsOf(wanted));
  setMemberships(state, id, wanted.memberships);
  writeAudit(state, 'UserEdit', acting.actor, { userId: id, ...wanted }, acting.request);
  return shownPerson(state, user);
}

/** @throws Refusal with 403 for who is no tenant owner, with 404 for nobody. */
export function deletePerson(state: State, { actor, request }: Acting, id: number): void {
  demandOwner(actor);
  removeUser(state, personAt(state, id).id, actor.id);
  writeAudit(state, 'UserDeletion', actor, { userId: id }, request);
}

function fieldsOf({ tenant_owner, memberships, ...fields }: PersonChanges): PersonFields {
  return { ...fields, ...(tenant_owner !== undefined && { admin: tenant_owner }) };
}

function demandMemberships(state: State, memberships: PersonChanges['memberships'] = []): void {
  for (const [at, { team_id, role }] of memberships.entries()) {
    const pointer = `/memberships/${at}`;
    if (!state.teams.get(team_id)) throw refuseField(`${pointer}/team_id`, 'team_id must be an existing team.');
    if (!isRole(state, role)) {
      throw refuseField(`${pointer}/role`, 'role must be a default or custom role of the tenant.');
    }
  }
}

/** One role in each team; where a team is named twice, the last role counts. */
function setMemberships(state: State, user_id: number, memberships: PersonChanges['memberships']): void {
  if (!memberships) return;
  for (const { id } of state.memberships.where('user_id', user_id)) state.memberships.delete(id);
  for (const [team_id, role] of new Map(memberships.map((entry) => [entry.team_id, entry.role]))) {
    state.memberships.insert({ team_id, user_id, role });
  }
}

export function shownPerson(state: State, user: UserRow): ShownPerson {
  const memberships = state.memberships.where('user_id', user.id);
  return {
    id: user.id,
    email: user.email,
    first_name: user.first_name,
    last_name: user.last_name,
    tenant_owner: user.admin,
    tenant_permissions: [...user.tenant_permissions],
    is_active: user.is_active,
    memberships: memberships.map(({ team_id, role }) => ({
      team_id,
      team_name: state.teams.get(team_id)?.name ?? '',
      role,
    })),
    created_at: user.created_at,
    last_seen: user.last_seen,
  };
}
