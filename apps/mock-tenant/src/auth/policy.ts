import accessFile from '@tines-openapi/spec/access.json' with { type: 'json' };
import type { State } from '../state/state.ts';
import type { Principal } from './principal.ts';

/** One right, as `access.yaml` of the document describes it. */
export interface Right {
  scope: 'any' | 'team' | 'tenant';
  description: string;
  roles?: string[];
  tenantPermissions?: string[];
  customPermissions?: string[];
}

const rights = accessFile.rights as Record<string, Right>;

/** @throws TypeError where the document names a right that `access.yaml` does not have. */
export function rightNamed(name: string): Right {
  const right = rights[name];
  if (!right) throw new TypeError(`The document asks for the right "${name}", which access.yaml does not have.`);
  return right;
}

/** Whether the principal holds a right that is not bound to a team. */
export function holdsTenantRight(principal: Principal, right: Right): boolean {
  if (right.scope === 'any' || principal.tenantOwner) return true;
  return (right.tenantPermissions ?? []).some((permission) => principal.tenantPermissions.has(permission));
}

/** Whether the principal holds a team right in this team. A case group belongs to its team. */
export function holdsTeamRight(principal: Principal, right: Right, state: State, teamId: number): boolean {
  if (principal.tenantOwner) return true;
  const role = roleIn(principal, state, teamId);
  return role !== undefined && (right.roles ?? []).includes(role);
}

/** Whether the principal has anything to do with this team at all. */
export function seesTeam(principal: Principal, state: State, teamId: number): boolean {
  return principal.tenantOwner || roleIn(principal, state, teamId) !== undefined;
}

/** Ids of the teams in which the principal holds the right. */
export function teamsWithRight(principal: Principal, right: Right, state: State): number[] {
  const ids = state.teams.all().map((team) => team.id);
  return ids.filter((id) => holdsTeamRight(principal, right, state, id));
}

function roleIn(principal: Principal, state: State, teamId: number): string | undefined {
  const parent = state.teams.get(teamId)?.parent_id;
  return principal.roles.get(teamId) ?? (parent ? principal.roles.get(parent) : undefined);
}
