import type { User, UserTeamMembership } from '@tines-openapi/types';
import { refuse } from '../server/errors.ts';
import type { MembershipRow, UserRow } from '../state/rows.ts';
import { settingsOf } from '../state/settings.ts';
import type { State } from '../state/state.ts';
import { paginate } from './paging.ts';
import { refuseField } from './refusals.ts';
import type { Behaviours } from './types.ts';
import { removeUser } from './user-removal.ts';

export const userBehaviours: Behaviours = {
  listUsers({ state, query, request }) {
    const found = state.users
      .all()
      .filter((user) => !user.service_account)
      .filter((user) => query.filter !== 'TENANT_OWNER' || user.admin);
    const { rows, meta } = paginate(found, request, query);
    return { status: 200, body: { 'admin/users': rows.map((user) => shown(state, user, query.include)), meta } };
  },

  getUser({ state, params, query }) {
    return { status: 200, body: shown(state, personAt(state, params.user_id), query.include) };
  },

  createUser({ state, body }) {
    demandNoScim(state);
    return { status: 201, body: shown(state, invite(state, body)) };
  },

  updateUser({ state, params, body }) {
    demandNoScim(state);
    return { status: 200, body: shown(state, changePerson(state, params.user_id, body)) };
  },

  deleteUser({ state, params, principal }) {
    const { id } = personAt(state, params.user_id);
    removeUser(state, id, principal.actor.id);
    return { status: 204, body: undefined };
  },

  listUserSignInActivities({ state, params, query, request }) {
    const { id } = personAt(state, params.user_id);
    const found = state.signIns
      .where('user_id', id)
      .filter((entry) => query.before === undefined || Date.parse(entry.created_at) < Date.parse(query.before))
      .filter((entry) => query.after === undefined || Date.parse(entry.created_at) > Date.parse(query.after))
      .reverse();
    const { rows, meta } = paginate(found, request, query);
    return { status: 200, body: { 'admin/login_activities': rows, meta } };
  },

  resendUserInvitation({ state, params }) {
    const { invitation_accepted } = personAt(state, params.user_id);
    // Where an invitation goes out, the live answer is an empty body, which no type of a body can say.
    if (!invitation_accepted) return { status: 200, body: undefined as never };
    return { status: 200, body: { message: 'User already accepted invitation.' } };
  },

  // Nobody signs in to a mock, so there is no session to end: the call is checked and logged.
  expireUserSession({ state, params }) {
    personAt(state, params.user_id);
    return { status: 204, body: undefined };
  },
};

/** @throws Refusal with 404 where there is no such person. A service account is none. */
export function personAt(state: State, id: number): UserRow {
  const user = state.users.get(id);
  if (!user || user.service_account) throw refuse(404, 'Not found.');
  return user;
}

export type PersonFields = Partial<
  Pick<UserRow, 'email' | 'first_name' | 'last_name' | 'admin' | 'tenant_permissions' | 'is_active'>
>;

/**
 * Makes a person who has not yet accepted the invitation.
 *
 * @throws Refusal with 422 where the e-mail address is taken.
 */
export function invite(state: State, fields: PersonFields & { email: string }): UserRow {
  const email = freeEmail(state, fields.email);
  const now = state.clock.iso();
  return state.users.insert({
    scim_uid: null,
    email,
    created_at: now,
    updated_at: now,
    admin: fields.admin ?? false,
    is_active: fields.is_active ?? true,
    first_name: fields.first_name ?? '',
    last_name: fields.last_name ?? '',
    last_seen: null,
    tenant_permissions: fields.tenant_permissions ?? [],
    service_account: false,
    invitation_accepted: false,
    scim_id: state.random.uuid(),
  });
}

/**
 * Changes what is sent of a person.
 *
 * @throws Refusal with 404 where there is no such person, with 422 where the e-mail address is another person's.
 */
export function changePerson(state: State, id: number, fields: PersonFields): UserRow {
  const user = personAt(state, id);
  const { email, first_name, last_name, admin, tenant_permissions, is_active } = { ...user, ...fields };
  return state.users.put({
    ...user,
    email: email.toLowerCase() === user.email ? user.email : freeEmail(state, email),
    first_name,
    last_name,
    admin,
    tenant_permissions,
    is_active,
    updated_at: state.clock.iso(),
  });
}

/** Addresses are kept in lower case, as they are compared without regard to it. */
function freeEmail(state: State, email: string): string {
  const lower = email.toLowerCase();
  if (state.users.where('email', lower).length === 0) return lower;
  throw refuseField('/email', 'There is a user with this e-mail address.');
}

/** @throws Refusal with 422 where only the identity provider adds and changes people. */
export function demandNoScim(state: State): void {
  if (settingsOf(state).scim !== 'exclusive') return;
  throw refuseField('', 'SCIM is on for this tenant: people are added and changed by SCIM only.');
}

function shown(state: State, row: UserRow, include: string | undefined = undefined): User {
  const { service_account, invitation_accepted, scim_id, ...user } = row;
  if (include !== 'team_memberships') return user;
  const memberships = state.memberships.where('user_id', user.id);
  return { ...user, team_memberships: memberships.map((row) => membershipOf(state, row)) };
}

function membershipOf(state: State, { team_id, role }: MembershipRow): UserTeamMembership {
  return { team_id, team_name: state.teams.get(team_id)?.name ?? '', role };
}
