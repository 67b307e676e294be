import { holdsTeamRight, holdsTenantRight, rightNamed, seesTeam, teamsWithRight } from '../auth/policy.ts';
import type { Principal } from '../auth/principal.ts';
import { findTarget } from '../auth/target.ts';
import type { Call } from '../behaviours/types.ts';
import type { Operation } from '../contract/document.ts';
import type { Tenant } from '../tenant.ts';
import { refuse } from './errors.ts';
import { isScimPath } from './scim.ts';

/** What the caller may do in this call, for the behaviour that answers it. */
export type Authority = Pick<Call<never>, 'teams' | 'demand'>;

/**
 * Holds the caller to the right that the operation needs.
 *
 * @throws Refusal with 404 or 403, as the tenant is told to refuse.
 */
export function authorise(
  { state, options }: Tenant,
  principal: Principal | undefined,
  operation: Operation,
  params: Record<string, string | undefined>,
  body: unknown,
): Authority {
  // The standard of SCIM says 403, where the rest of the API tends to hide what a key may not see.
  const status = isScimPath(operation.path) ? 403 : options.denied;
  const denied = () => refuse(status, status === 403 ? 'This key may not do that.' : 'Not found.');
  if (!principal || operation.right === undefined) return { teams: new Set(), demand: () => {} };
  const demand = (right: string, teamId: number) => {
    if (!state.teams.get(teamId) || !seesTeam(principal, state, teamId)) throw refuse(404, 'Not found.');
    if (!holdsTeamRight(principal, rightNamed(right), state, teamId)) throw denied();
  };
  const right = rightNamed(operation.right);
  if (right.scope !== 'team') {
    if (!holdsTenantRight(principal, right)) throw denied();
    return { teams: new Set(state.teams.all().map(({ id }) => id)), demand };
  }
  const teams = new Set(teamsWithRight(principal, right, state));
  const target = findTarget(state, params, body, operation.method === 'post');
  if (target === 'missing') throw refuse(404, 'Not found.');
  if (target !== undefined) demand(operation.right, target);
  else if (teams.size === 0 && !principal.tenantOwner) throw denied();
  return { teams, demand };
}
