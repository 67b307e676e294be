import type { User, UserTeamMembership } from '@tines-openapi/types';
import { refuse } from '../server/errors.ts';
import type { MembershipRow, UserRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import { paginate } from './paging.ts';
import type { Behaviours } from './types.ts';

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
    const user = state.users.get(params.user_id);
    if (!user || user.service_account) throw refuse(404, 'Not found.');
    return { status: 200, body: shown(state, user, query.include) };
  },
};

function shown(state: State, row: UserRow, include: string | undefined): User {
  const { service_account, invitation_accepted, ...user } = row;
  if (include !== 'team_memberships') return user;
  const memberships = state.memberships.where('user_id', user.id);
  return { ...user, team_memberships: memberships.map((row) => membershipOf(state, row)) };
}

function membershipOf(state: State, { team_id, role }: MembershipRow): UserTeamMembership {
  return { team_id, team_name: state.teams.get(team_id)?.name ?? '', role };
}
