import type { ScimUserGroupMapping } from '@tines-openapi/types';
import { changeSettings, settingsOf } from '../../state/settings.ts';
import type { State } from '../../state/state.ts';
import type { Behaviours } from '../types.ts';

export const scimMappingBehaviours: Behaviours = {
  getScimUserGroupMapping({ state }) {
    return { status: 200, body: shown(state) };
  },

  updateScimUserGroupMapping({ state, body }) {
    const { mappings, tenant_owners_group = null } = body.user_group_mapping;
    changingGrants(state, () => {
      for (const { id } of state.scimMappings.all()) state.scimMappings.delete(id);
      for (const { group_name, team_name, role_name } of mappings) {
        state.scimMappings.insert({ group_name, team_name, role_name });
      }
      changeSettings(state, { tenant_owners_group });
    });
    return { status: 200, body: shown(state) };
  },
};

function shown(state: State): ScimUserGroupMapping {
  const { tenant_owners_group } = settingsOf(state);
  return {
    mappings: state.scimMappings
      .all()
      .map(({ group_name, team_name, role_name }) => ({ group_name, team_name, role_name })),
    ...(tenant_owners_group !== null && { tenant_owners_group }),
  };
}

/** What the groups of a person give: a role in teams, and tenant ownership. */
interface Grants {
  roles: Map<number, string>;
  owner: boolean;
}

/**
 * Changes groups or their mapping, and gives and takes what follows from it. What a person has in a team by other ways stays,
 * and so does everything that the change does not touch.
 */
export function changingGrants<T>(state: State, change: () => T): T {
  const before = grantsByUser(state);
  const result = change();
  const after = grantsByUser(state);
  for (const userId of new Set([...before.keys(), ...after.keys()])) {
    applyGrants(state, userId, before.get(userId) ?? noGrants, after.get(userId) ?? noGrants);
  }
  return result;
}

const noGrants: Grants = { roles: new Map(), owner: false };

function grantsByUser(state: State): Map<number, Grants> {
  const { tenant_owners_group } = settingsOf(state);
  const teams = new Map(state.teams.all().map(({ id, name }) => [name, id]));
  const grants = new Map<number, Grants>();
  for (const { display_name, member_ids } of state.scimGroups.all()) {
    for (const id of member_ids) {
      const { roles, owner } = grants.get(id) ?? noGrants;
      grants.set(id, { roles: new Map(roles), owner: owner || display_name === tenant_owners_group });
    }
  }
  for (const { group_name, team_name, role_name } of state.scimMappings.all()) {
    const team = teams.get(team_name);
    const group = state.scimGroups.where('display_name', group_name)[0];
    if (team === undefined || !group) continue;
    // A person has one role in a team, so the first entry of the mapping that gives one decides.
    for (const id of group.member_ids) {
      const roles = grants.get(id)?.roles;
      if (roles && !roles.has(team)) roles.set(team, role_name);
    }
  }
  return grants;
}

function applyGrants(state: State, userId: number, before: Grants, after: Grants): void {
  const user = state.users.get(userId);
  if (!user) return;
  const memberships = new Map(state.memberships.where('user_id', userId).map((row) => [row.team_id, row]));
  for (const team_id of before.roles.keys()) {
    const membership = memberships.get(team_id);
    if (!after.roles.has(team_id) && membership?.by_scim) state.memberships.delete(membership.id);
  }
  for (const [team_id, role] of after.roles) {
    if (before.roles.get(team_id) === role) continue;
    const membership = memberships.get(team_id);
    if (membership) state.memberships.put({ ...membership, role, by_scim: true });
    else state.memberships.insert({ team_id, user_id: userId, role, by_scim: true });
  }
  if (before.owner !== after.owner) state.users.put({ ...user, admin: after.owner });
}
