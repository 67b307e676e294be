import accessFile from '@tines-openapi/spec/access.json' with { type: 'json' };
import type { State } from '../state/state.ts';
import type { Reach } from './principal.ts';

/** One right, as `access.yaml` of the document describes it. */
export interface Right {
  scope: 'any' | 'team' | 'tenant';
  description: string;
  roles?: string[];
  tenantPermissions?: string[];
  customPermissions?: string[];
}

const rights = accessFile.rights as Record<string, Right>;
/** The roles that Tines brings, with what they are for. */
export const defaultRoles: Readonly<Record<string, string>> = accessFile.roles;
/** What a service key and a user who is no tenant owner can be given in the tenant. */
export const permissionDescriptions: Readonly<Record<string, string>> = accessFile.tenantPermissions;
export const tenantPermissions: readonly string[] = Object.keys(permissionDescriptions);

/** @throws TypeError where the document names a right that `access.yaml` does not have. */
export function rightNamed(name: string): Right {
  const right = rights[name];
  if (!right) throw new TypeError(`The document asks for the right "${name}", which access.yaml does not have.`);
  return right;
}

/** Whether the principal holds a right that is not bound to a team. */
export function holdsTenantRight(principal: Reach, right: Right): boolean {
  if (right.scope === 'any' || principal.tenantOwner) return true;
  return (right.tenantPermissions ?? []).some((permission) => principal.tenantPermissions.has(permission));
}

/** Whether the principal holds a team right in this team. A case group belongs to its team. */
export function holdsTeamRight(principal: Reach, right: Right, state: State, teamId: number): boolean {
  if (principal.tenantOwner) return true;
  const role = roleIn(principal, state, teamId);
  return role !== undefined && roleHolds(state, role, right);
}

/** Whether a role, default or custom, gives a team right. A custom role that was deleted gives what every role gives. */
export function roleHolds(state: State, role: string, right: Right): boolean {
  const roles = right.roles ?? [];
  if (isDefaultRole(role)) return roles.includes(role);
  if (roles.length === Object.keys(defaultRoles).length) return true;
  return permissionsGive(state.roles.where('name', role)[0]?.permissions ?? [], right);
}

/** Whether permissions of a custom role give a right. */
export function permissionsGive(permissions: readonly string[], right: Right): boolean {
  if (permissions.includes('ALLOW_ALL')) return true;
  return (right.customPermissions ?? []).some((permission) => permissions.includes(permission));
}

/** Permissions that together give what a default role gives; everything in one word for the team admin. */
export function permissionsOf(role: string): string[] {
  if (role === 'TEAM_ADMIN') return ['ALLOW_ALL'];
  const held = Object.values(rights).filter((right) => right.roles?.includes(role));
  // The first permission of a right is its own; those after it give the right as a part of more.
  return [...new Set(held.flatMap((right) => right.customPermissions?.slice(0, 1) ?? []))];
}

export function isDefaultRole(name: string): boolean {
  return Object.hasOwn(defaultRoles, name);
}

/** Whether there is a role of this name, default or custom. */
export function isRole(state: State, name: string): boolean {
  return isDefaultRole(name) || state.roles.where('name', name).length > 0;
}

/** Whether the principal has anything to do with this team at all. */
export function seesTeam(principal: Reach, state: State, teamId: number): boolean {
  return principal.tenantOwner || roleIn(principal, state, teamId) !== undefined;
}

/** Ids of the teams in which the principal holds the right. */
export function teamsWithRight(principal: Reach, right: Right, state: State): number[] {
  const ids = state.teams.all().map((team) => team.id);
  return ids.filter((id) => holdsTeamRight(principal, right, state, id));
}

function roleIn(principal: Reach, state: State, teamId: number): string | undefined {
  const parent = state.teams.get(teamId)?.parent_id;
  return principal.roles.get(teamId) ?? (parent ? principal.roles.get(parent) : undefined);
}
