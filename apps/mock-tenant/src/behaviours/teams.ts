import type { TeamMember } from '@tines-openapi/types';
import { isRole } from '../auth/policy.ts';
import { refuse, refuseFindings } from '../server/errors.ts';
import type { MembershipRow, TeamRow, UserRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import { removeCaseSettings } from './cases/removal.ts';
import { slugify } from './names.ts';
import { paginate } from './paging.ts';
import { refuseField } from './refusals.ts';
import { removeTag } from './tags.ts';
import type { Behaviours } from './types.ts';
import { removeUser } from './user-removal.ts';
import { demandNoScim, invite, personAt } from './users.ts';

export const teamBehaviours: Behaviours = {
  // The seed has no personal teams, so every scope but `personal_only` lists the same.
  listTeams({ state, query, teams, request }) {
    const found = state.teams.all().filter((team) => team.parent_id === null && teams.has(team.id));
    const { rows, meta } = paginate(query.scope === 'personal_only' ? [] : found, request, query);
    return { status: 200, body: { teams: rows.map((team) => withGroups(state, team)), meta } };
  },

  getTeam({ state, params }) {
    return { status: 200, body: withGroups(state, teamAt(state, params.team_id)) };
  },

  createTeam({ state, body }) {
    const { id, name } = state.teams.insert({ name: body.name, slug: slugify(body.name), parent_id: null });
    return { status: 200, body: { id, name } };
  },

  updateTeam({ state, params, body }) {
    const team = teamAt(state, params.team_id);
    state.teams.put({ ...team, name: body.name, slug: slugify(body.name) });
    return { status: 200, body: { id: team.id, name: body.name } };
  },

  deleteTeam({ state, params, principal }) {
    const { id } = teamAt(state, params.team_id);
    const holds = contents(state, id);
    if (holds.length > 0) {
      throw refuseFindings('', [
        {
          in: 'path',
          pointer: '/team_id',
          message: `The team still holds ${holds.join(' and ')}. Move or delete them first.`,
        },
      ]);
    }
    removeTeam(state, id, principal.actor.id);
    return { status: 204, body: undefined };
  },

  listTeamMembers({ state, params, query, request }) {
    const members = state.memberships.where('team_id', params.team_id);
    const { rows, meta } = paginate(members, request, query);
    return { status: 200, body: { members: rows.flatMap((row) => memberOf(state, row) ?? []), meta } };
  },

  inviteTeamMember({ state, params, body }) {
    const role = body.role ?? 'VIEWER';
    if (!isRole(state, role)) throw refuseField('/role', 'role must be a default or custom role of the tenant.');
    const user = 'user_id' in body ? personAt(state, body.user_id) : invited(state, body.email);
    if (membershipOf(state, params.team_id, user.id)) {
      throw refuseField('user_id' in body ? '/user_id' : '/email', 'The user is a member already.');
    }
    const membership = state.memberships.insert({ team_id: params.team_id, user_id: user.id, role });
    return { status: 200, body: memberOf(state, membership) as TeamMember };
  },

  resendTeamMemberInvitation({ state, params, body }) {
    const membership = membershipOf(state, params.team_id, body.user_id);
    const member = membership && memberOf(state, membership);
    if (!member) throw refuse(404, 'Not found.');
    const { role, ...withoutRole } = member;
    return { status: 200, body: withoutRole };
  },

  destroyTeamStaticExternalId({ state, params }) {
    const externalId = state.staticExternalIds.where('team_id', params.team_id)[0];
    if (!externalId) throw refuse(404, 'Not found.');
    state.staticExternalIds.delete(externalId.id);
    return { status: 200, body: externalId.id };
  },

  removeTeamMember({ state, params, body }) {
    const membership = membershipOf(state, params.team_id, body.user_id);
    if (!membership) throw refuse(404, 'Not found.');
    if (state.memberships.where('team_id', params.team_id).length === 1) {
      throw refuseField('/user_id', 'The last member of a team cannot be removed.');
    }
    state.memberships.delete(membership.id);
    return { status: 200, body: { deleted_id: body.user_id } };
  },
};

/** @throws Refusal with 404 where there is no such team or case group. */
function teamAt(state: State, id: number): TeamRow {
  const team = state.teams.get(id);
  if (!team) throw refuse(404, 'Not found.');
  return team;
}

function withGroups(state: State, { id, name }: TeamRow) {
  const groups = state.teams.where('parent_id', id).map((group) => ({ id: group.id, name: group.name }));
  return { id, name, groups };
}

function contents(state: State, teamId: number): string[] {
  return [
    state.stories.where('team_id', teamId).length > 0 ? 'stories' : [],
    state.folders.where('team_id', teamId).length > 0 ? 'folders' : [],
    state.teams.where('parent_id', teamId).length > 0 ? 'case groups' : [],
    state.cases.where('team_id', teamId).length > 0 ? 'cases' : [],
    state.resources.where('team_id', teamId).length > 0 ? 'resources' : [],
    state.credentials.where('team_id', teamId).length > 0 ? 'credentials' : [],
    state.recordTypes.where('team_id', teamId).length > 0 ? 'record types' : [],
    state.recordViews.where('team_id', teamId).length > 0 ? 'record views' : [],
    state.dashboards.where('team_id', teamId).length > 0 ? 'dashboards' : [],
    state.templates.where('team_id', teamId).length > 0 ? 'private templates' : [],
    state.syncDestinations.where('origin_team_id', teamId).length > 0 ? 'sync destinations' : [],
  ].flat();
}

/** Memberships, skills and tags end with the team, and so do the keys that reach nothing else. */
function removeTeam(state: State, id: number, heirId: number): void {
  for (const membership of state.memberships.where('team_id', id)) state.memberships.delete(membership.id);
  for (const externalId of state.staticExternalIds.where('team_id', id)) state.staticExternalIds.delete(externalId.id);
  for (const skill of state.skills.where('team_id', id)) state.skills.delete(skill.id);
  for (const tag of state.tags.all()) if (tag.team_ids.includes(id)) removeTag(state, tag.id, id);
  for (const { user_id } of state.keys.where('team_id', id)) removeUser(state, user_id, heirId);
  removeCaseSettings(state, id);
  state.teams.delete(id);
}

/** The user with this address, who is invited to the tenant first where there is none. */
function invited(state: State, email: string): UserRow {
  const user = state.users.where('email', email.toLowerCase())[0];
  if (user) return personAt(state, user.id);
  demandNoScim(state);
  return invite(state, { email });
}

function membershipOf(state: State, teamId: number, userId: number): MembershipRow | undefined {
  return state.memberships.where('team_id', teamId).find((row) => row.user_id === userId);
}

function memberOf(state: State, { user_id, role }: MembershipRow): TeamMember | undefined {
  const user = state.users.get(user_id);
  if (!user) return undefined;
  const { id, first_name, last_name, email, admin, created_at, last_seen, invitation_accepted } = user;
  return { id, first_name, last_name, email, is_admin: admin, created_at, last_seen, invitation_accepted, role };
}
