import type { ScimUser } from '@tines-openapi/types';
import { judge } from '../../contract/judge.ts';
import type { Request } from '../../server/exchange.ts';
import { refuseScim } from '../../server/scim.ts';
import type { UserRow } from '../../state/rows.ts';
import type { State } from '../../state/state.ts';
import type { Behaviours } from '../types.ts';
import { listed, locationOf, projected, scimAnswer, userSchema } from './answers.ts';
import { type Attributes, applyPatch } from './patch.ts';

export const scimUserBehaviours: Behaviours = {
  // Deactivated people are listed too, so that a provider finds them again; service accounts are not.
  scimListUsers({ state, query, request }) {
    const people = state.users.all().filter((user) => !user.service_account);
    const entries = people.map((user) => ({ shown: shown(user, request), filtered: filtered(user, request) }));
    return scimAnswer(200, listed(entries, query, request));
  },

  scimGetUser({ state, params, query, request }) {
    return scimAnswer(200, projected(shown(scimUserAt(state, params.id), request), query));
  },

  scimCreateUser({ state, body, request }) {
    const now = state.clock.iso();
    const fields = fieldsOf(state, { active: true, ...body }, undefined);
    const user = state.users.insert({
      admin: false,
      ...fields,
      created_at: now,
      updated_at: now,
      last_seen: null,
      tenant_permissions: [],
      service_account: false,
      invitation_accepted: true,
      scim_id: state.random.uuid(),
    });
    return scimAnswer(201, shown(user, request));
  },

  scimReplaceUser({ state, params, body, request }) {
    const user = scimUserAt(state, params.id);
    return scimAnswer(200, shown(written(state, user, body), request));
  },

  scimPatchUser({ state, params, body, request }) {
    const user = scimUserAt(state, params.id);
    const changed = applyPatch(filtered(user, request), body.Operations);
    return scimAnswer(200, shown(written(state, user, changed), request));
  },

  // The person is shut out and the data stays.
  scimDeleteUser({ state, params }) {
    const user = scimUserAt(state, params.id);
    state.users.put({ ...user, is_active: false, updated_at: state.clock.iso() });
    return { status: 204, body: undefined };
  },
};

/** @throws Refusal with 404 in the form of SCIM. */
export function scimUserAt(state: State, id: string): UserRow {
  const user = state.users.where('scim_id', id).find((row) => !row.service_account);
  if (!user) throw refuseScim(404, 'There is no resource with this id.');
  return user;
}

function shown(user: UserRow, request: Request): ScimUser {
  return {
    schemas: [userSchema],
    id: user.scim_id,
    externalId: user.scim_uid,
    userName: user.email,
    name: { givenName: user.first_name, familyName: user.last_name },
    active: user.is_active,
    userType: user.admin ? 'TENANT_OWNER' : null,
    meta: {
      resourceType: 'User',
      created: user.created_at,
      lastModified: user.updated_at,
      location: locationOf(request, `/Users/${user.scim_id}`),
    },
  };
}

/** The user with the address as providers look for it, which is not in answers. */
function filtered(user: UserRow, request: Request): Attributes {
  return { ...shown(user, request), emails: [{ value: user.email, type: 'work', primary: true }] };
}

function written(state: State, user: UserRow, attributes: Attributes): UserRow {
  return state.users.put({ ...user, ...fieldsOf(state, attributes, user), updated_at: state.clock.iso() });
}

const userNameSchema = '#/components/schemas/ScimUser/properties/userName';

type Fields = Pick<UserRow, 'email' | 'first_name' | 'last_name' | 'scim_uid' | 'is_active'> & { admin?: boolean };

/**
 * What the tenant keeps of a SCIM user. What is left out is cleared, `active` too; only a `userType` that comes changes
 * tenant ownership.
 *
 * @param user Whom the attributes are to be of; undefined for somebody new.
 * @throws Refusal with 400 for a value of the wrong kind, with 409 for a userName that is taken.
 */
function fieldsOf(state: State, attributes: Attributes, user: UserRow | undefined): Fields {
  const { userName, name, externalId, active, userType } = attributes;
  if (typeof userName !== 'string' || judge(userNameSchema, userName, 'body').length > 0) {
    throw refuseScim(400, 'userName must be an e-mail address.', 'invalidValue');
  }
  const email = userName.toLowerCase();
  if (state.users.where('email', email).some(({ id }) => id !== user?.id)) {
    throw refuseScim(409, 'There is a user with this userName.', 'uniqueness');
  }
  const { givenName, familyName } = (name ?? {}) as Attributes;
  return {
    email,
    first_name: textOf('name.givenName', givenName) ?? '',
    last_name: textOf('name.familyName', familyName) ?? '',
    scim_uid: textOf('externalId', externalId),
    is_active: flagOf(active),
    ...(typeof userType === 'string' && { admin: userType === 'TENANT_OWNER' }),
  };
}

function textOf(attribute: string, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  throw refuseScim(400, `${attribute} must be a text.`, 'invalidValue');
}

/** Entra may send the words True and False. */
function flagOf(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  const flag = typeof value === 'string' ? { true: true, false: false }[value.toLowerCase()] : value;
  if (typeof flag === 'boolean') return flag;
  throw refuseScim(400, 'active must be true or false.', 'invalidValue');
}
