import type { Role } from '@tines-openapi/types';
import { RolePermission } from '@tines-openapi/types/enums';
import { defaultRoles, isDefaultRole, permissionsGive, permissionsOf, rightNamed } from '../auth/policy.ts';
import { refuse, refuseFindings } from '../server/errors.ts';
import type { RoleRow } from '../state/rows/administration.ts';
import type { State } from '../state/state.ts';
import { paginate } from './paging.ts';
import { refuseField } from './refusals.ts';
import type { Behaviours } from './types.ts';

/** Permissions whose names the document knows. */
const known: ReadonlySet<string> = new Set(RolePermission);

/** Most custom roles that a tenant may have. */
const mostRoles = 25;

export const roleBehaviours: Behaviours = {
  listRoles({ state, query, request }) {
    const all = [...Object.keys(defaultRoles).map(shownDefault), ...state.roles.all().map(shown)];
    const { rows, meta } = paginate(all, request, query);
    return { status: 200, body: { 'admin/roles': rows, meta } };
  },

  getRole({ state, params }) {
    if (isDefaultRole(params.role_id)) return { status: 200, body: shownDefault(params.role_id) };
    return { status: 200, body: shown(roleAt(state, params.role_id)) };
  },

  createRole({ state, body }) {
    if (state.roles.size >= mostRoles) {
      throw refuseField('/name', `A tenant has at most ${mostRoles} custom roles. Delete one first.`);
    }
    if (isDefaultRole(body.name) || state.roles.where('name', body.name).length > 0) {
      throw refuseField('/name', 'There is a role of this name. Names of roles are unique.');
    }
    const now = state.clock.iso();
    const { name, description = '', permissions } = body;
    const role = state.roles.insert({ name, description, permissions, created_at: now, updated_at: now });
    return { status: 201, body: shown(role) };
  },

  updateRole({ state, params, body }) {
    const role = roleAt(state, params.role_id);
    const { description = role.description, permissions = role.permissions } = body;
    const changed = state.roles.put({ ...role, description, permissions, updated_at: state.clock.iso() });
    return { status: 200, body: shown(changed) };
  },

  // Who held the role stays in the team and may do nothing there but see it: what really happens is on no page.
  deleteRole({ state, params }) {
    state.roles.delete(roleAt(state, params.role_id).id);
    return { status: 204, body: undefined };
  },
};

/**
 * A custom role by id or name.
 *
 * @throws Refusal with 422 for a default role, with 404 where there is no such role.
 */
function roleAt(state: State, idOrName: string): RoleRow {
  const byId = /^\d+$/.test(idOrName) ? state.roles.get(Number(idOrName)) : undefined;
  const role = byId ?? state.roles.where('name', idOrName)[0];
  if (role) return role;
  if (isDefaultRole(idOrName)) {
    throw refuseFindings('', [
      { in: 'path', pointer: '/role_id', message: 'A default role cannot be changed or deleted, only a custom one.' },
    ]);
  }
  throw refuse(404, 'Not found.');
}

function shown({ id, name, description, permissions, created_at, updated_at }: RoleRow): Role {
  const builder = permissionsGive(permissions, rightNamed('story.write'));
  return { id: String(id), name, type: 'custom', description, permissions, created_at, updated_at, builder };
}

function shownDefault(name: string): Role {
  const builder = rightNamed('story.write').roles?.includes(name) ?? false;
  // Most names in `access.yaml` are assumed, so that custom roles can be tried; those that a tenant answers were seen.
  const permissions = permissionsOf(name).filter((permission) => known.has(permission));
  const times = { created_at: null, updated_at: null };
  return { id: name, name, type: 'default', description: defaultRoles[name] ?? '', permissions, ...times, builder };
}
