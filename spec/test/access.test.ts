import { expect, test } from 'vitest';
import { type Json, listOf, objectAt, operationsOf } from '../scripts/json.ts';
import { readDist } from './document.ts';

const document = readDist('openapi.json');
const access = readDist('access.json');
const rights = Object.values(objectAt(access, 'rights'));

test('every permission by which a custom role holds a right is named by `RolePermission`, and no other is assumed', () => {
  const { known, assumed } = valuesOf('RolePermission');
  const used = new Set(rights.flatMap((right) => listOf(objectAt(right).customPermissions)));
  expect([...used].filter((name) => !known.includes(name) && !assumed.includes(name))).toEqual([]);
  expect(assumed.filter((name) => !used.has(name))).toEqual([]);
});

test('every permission by which a user or a key holds a right of the tenant is named by `TenantPermission`', () => {
  const { known } = valuesOf('TenantPermission');
  const used = rights.flatMap((right) => listOf(objectAt(right).tenantPermissions));
  expect(used.filter((name) => !known.includes(name))).toEqual([]);
  expect(Object.keys(objectAt(access, 'tenantPermissions')).sort()).toEqual([...known].sort());
});

test('every default role that holds a right is named by `TeamRole`', () => {
  const { known, assumed } = valuesOf('TeamRole');
  const roles = Object.keys(objectAt(access, 'roles'));
  expect([...roles].sort()).toEqual([...known, ...assumed].sort());
  const used = rights.flatMap((right) => listOf(objectAt(right).roles));
  expect(used.filter((name) => !roles.includes(String(name)))).toEqual([]);
});

test('every right that an operation asks for can be held, and every right is asked for', () => {
  const asked = operationsOf(document).flatMap(({ node }) => objectAt(node, 'x-access').right ?? []);
  expect([...new Set(asked)].sort()).toEqual(Object.keys(objectAt(access, 'rights')).sort());
});

function valuesOf(name: string): { known: Json[]; assumed: Json[] } {
  const schema = objectAt(document, 'components', 'schemas', name);
  return { known: listOf(schema['x-extensible-enum']), assumed: listOf(schema['x-assumed-values']) };
}
