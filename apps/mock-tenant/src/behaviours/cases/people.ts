import type { CaseTaskAssignee, CaseUser } from '@tines-openapi/types';
import { seesTeam } from '../../auth/policy.ts';
import type { UserRow } from '../../state/rows.ts';
import type { State } from '../../state/state.ts';
import { type Context, wrongField } from './context.ts';

/** A person or service account as cases show one, with the id as text. */
export function caseUser({ state, request }: Pick<Context, 'state' | 'request'>, id: number): CaseUser {
  const user = state.users.get(id);
  return {
    user_id: String(id),
    // Whoever was deleted stays the author of what was written; under which name is on no page.
    first_name: user?.first_name ?? 'Deleted',
    last_name: user?.last_name ?? 'user',
    email: user?.email ?? `deleted-${id}@users.example`,
    avatar_url: `${request.origin}/avatars/${id}.png`,
    is_service_account: user?.service_account ?? false,
  };
}

/** The same with the id as a number, the form of comments, files and subscribers. */
export function numberedCaseUser(context: Pick<Context, 'state' | 'request'>, id: number): CaseUser {
  return { ...caseUser(context, id), user_id: id };
}

/** People as tasks show them. Whoever was deleted is assigned no longer. */
export function taskAssignees(state: State, ids: readonly number[]): CaseTaskAssignee[] {
  return ids.flatMap((id) => {
    const user = state.users.get(id);
    return user ? { id: String(id), email: user.email, first_name: user.first_name, last_name: user.last_name } : [];
  });
}

/** @returns The user of that address, or undefined where there is none or the user is deactivated. */
export function activeUser(state: State, email: string): UserRow | undefined {
  const user = state.users.where('email', email.toLowerCase())[0];
  return user?.is_active ? user : undefined;
}

/**
 * Ids of the users with these addresses, each once.
 *
 * @param field Name of the field that holds the addresses.
 * @throws Refusal that names the first address without an active user.
 */
export function userIds(context: Context, emails: readonly string[], field: string): number[] {
  const ids = emails.map((email, index) => {
    const user = activeUser(context.state, email);
    if (!user) throw wrongField(context, `${field}.${index}`, `${field} must hold addresses of active users only.`);
    return user.id;
  });
  return [...new Set(ids)];
}

/**
 * Who counts as the one who wrote something: the user named, where that user belongs to the team, else whoever the key acts
 * as. That a user outside of the team is passed over stands on the page of comments.
 */
export function authorId({ state, principal }: Context, teamId: number, email: string | null | undefined): number {
  const user = email ? activeUser(state, email) : undefined;
  if (!user) return principal.actor.id;
  const parent = state.teams.get(teamId)?.parent_id;
  const belongs = state.memberships
    .where('user_id', user.id)
    .some(({ team_id }) => team_id === teamId || team_id === parent);
  return belongs || user.admin ? user.id : principal.actor.id;
}

/** Whether the principal may know of things in this team. */
export function mayKnow({ principal, state }: Pick<Context, 'principal' | 'state'>, teamId: number): boolean {
  return seesTeam(principal, state, teamId);
}
