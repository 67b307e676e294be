/** Who may call what, from the marks of the document and the access file that ships with it. */
import { readFile } from 'node:fs/promises';
import type { Operation } from './document.ts';

/** One right of the access file. */
export interface Right {
  scope: 'any' | 'team' | 'tenant';
  description: string;
  roles?: string[];
  customPermissions?: string[];
  tenantPermissions?: string[];
  evidence: string;
}

/** The access file. */
export interface Access {
  keyTypes: Record<string, string>;
  roles: Record<string, string>;
  tenantPermissions: Record<string, string>;
  rights: Record<string, Right>;
}

/** What each type of key needs for one operation: words for a table cell, `yes` and `no` among them. */
export interface KeyNeeds {
  personal: string;
  service: string;
  tenantOwner: string;
  team: string;
}

/** Reads the access file that `@tines-openapi/spec` ships. */
export async function loadAccess(): Promise<Access> {
  return JSON.parse(await readFile(new URL(import.meta.resolve('@tines-openapi/spec/access.json')), 'utf8'));
}

/**
 * The right that an operation needs; undefined for those that take no key.
 *
 * @throws When the document names a right that the access file lacks.
 */
export function rightOf(access: Access, operation: Operation): Right | undefined {
  const name = operation.object['x-access']?.right;
  if (name === undefined) return undefined;
  const right = access.rights[name];
  if (right === undefined) throw new Error(`${operation.id} needs the right ${name}, which access.yaml does not have.`);
  return right;
}

/** Says for each type of key whether it can hold a right, and through what. */
export function needsOf(right: Right | undefined): KeyNeeds {
  if (right === undefined) return { personal: 'no key', service: 'no key', tenantOwner: 'no key', team: 'no key' };
  if (right.scope === 'any') return { personal: 'yes', service: 'yes', tenantOwner: 'yes', team: 'yes' };
  const custom = right.customPermissions ?? [];
  const roles = (right.roles ?? []).join(', ');
  const team = custom.length === 0 ? roles : `${roles}, or a custom role with ${custom.join(' or ')}`;
  const permissions = (right.tenantPermissions ?? []).join(', ');
  return {
    personal:
      right.scope === 'team' ? 'by its role' : permissions === '' ? 'tenant owner' : `${permissions}, tenant owner`,
    service: permissions === '' ? 'no' : permissions,
    tenantOwner: 'yes',
    team: right.scope === 'team' ? team : 'no',
  };
}
