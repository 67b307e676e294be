import accessFile from '@tines-openapi/spec/access.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { defaultRoles, type Right, rightNamed } from '../src/auth/policy.ts';
import { findTarget } from '../src/auth/target.ts';
import { operations } from '../src/contract/document.ts';
import { Collection, type Row } from '../src/state/collection.ts';
import { openTenant, type Scheme } from './ask.ts';

const schemes: Scheme[] = ['bearer', 'user_token'];
const roles = [
  'TEAM_ADMIN',
  'EDITOR',
  'VIEWER',
  'CASE_MANAGER',
  'WORKBENCH_USER',
  'DASHBOARD_MANAGER',
  'DASHBOARD_VIEWER',
];

/**
 * The rights of each role, in the order of the roles above: `+` holds it, `-` does not. Written from the pages on teams and
 * roles, so that a change of `access.yaml` is a change of this table too.
 */
const matrix: Record<string, string> = {
  'team.read': '+++++++',
  'team.manage': '+------',
  'story.read': '+++----',
  'story.write': '++-----',
  'story.delete': '+------',
  'story.export': '+++----',
  'story.import': '++-----',
  'story.publish': '++-----',
  'action.run': '++-----',
  'event.read': '+++----',
  'folder.read': '+++----',
  'folder.write': '++-----',
  'folder.delete': '+------',
  'tag.read': '+++----',
  'tag.write': '++-----',
  'resource.read': '+++----',
  'resource.write': '++-----',
  'resource.delete': '+------',
  'credential.read': '+++----',
  'credential.write': '++-----',
  'credential.delete': '+------',
  'case.read': '++++---',
  'case.write': '++-+---',
  'case.delete': '+------',
  'case.configure': '++-----',
  'record.read': '+++----',
  'record.write': '++-----',
  'record.delete': '++-----',
  'dashboard.read': '+++--++',
  'dashboard.write': '++---+-',
  'workbench.use': '++--+--',
  'workbench.author': '++-----',
  'reporting.read': '+++----',
};

const rights = Object.entries(accessFile.rights as Record<string, Right>);
const teamRights = rights.filter(([, right]) => right.scope === 'team').map(([name]) => name);

describe('the table of rights', () => {
  test('is the one that the roles are described by', () => {
    expect(Object.keys(defaultRoles)).toEqual(roles);
    const written = Object.fromEntries(
      teamRights.map((name) => {
        const holders = rightNamed(name).roles ?? [];
        return [name, roles.map((role) => (holders.includes(role) ? '+' : '-')).join('')];
      }),
    );
    expect(written).toEqual(matrix);
  });

  test('and x-access know the same rights', () => {
    const asked = new Set(operations.flatMap(({ right }) => right ?? []));
    expect([...asked].sort()).toEqual(rights.map(([name]) => name).sort());
  });

  test('names permissions of custom roles for every right that not all roles hold', () => {
    const without = teamRights.filter((name) => !rightNamed(name).customPermissions?.length);
    expect(without).toEqual(['team.read']);
  });
});

const { state } = openTenant().tenant;
const collections = Object.values(state).filter((value): value is Collection<Row> => value instanceof Collection);
const ids = collections.flatMap((rows) => rows.all().map(({ id }) => String(id)));
const teams = [1101, 1102];

/** The first thing of a team in the seed that a path parameter of this name can mean. */
function idIn(team: number, name: string): string | undefined {
  return ids.find((id) => findTarget(state, { [name]: id }, undefined, false) === team);
}

interface SampleCall {
  line: string;
  team: number;
  body?: unknown;
}

/** A call that needs the right, and the team that it is about. Authorisation comes before the contract: it may be empty. */
function callFor(right: string): SampleCall {
  const fitting = operations.filter((operation) => operation.right === right);
  const inTeam = fitting.find(({ path }) => path.includes('{team_id}'));
  const plain = fitting.find(({ path, method }) => !path.includes('{') && (method === 'get' || method === 'post'));
  const operation = inTeam ?? plain ?? fitting[0];
  const first = /\{(\w+)\}/.exec(operation?.path ?? '')?.[1];
  const team = first === undefined ? 1101 : teams.find((id) => idIn(id, first) !== undefined);
  if (!operation || team === undefined) throw new TypeError(`Nothing in the seed needs ${right}.`);
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => idIn(team, name) ?? '1');
  const body = operation.method === 'get' ? {} : { body: { team_id: team } };
  return { line: `${operation.method.toUpperCase()} ${path}`, team, ...body };
}

for (const role of roles) {
  describe(`a team key with the role ${role}`, () => {
    const { ask, tenant } = openTenant({ denied: 403 });
    const make = (team_id: number) => tenant.manage.createKey({ type: 'team', name: role, team_id, role }).secret;
    const keys = new Map(teams.map((id) => [id, make(id)]));
    const cells = teamRights.flatMap((right) => schemes.map((scheme) => [right, scheme] as const));

    test.each(cells)('%s, as %s', async (right, scheme) => {
      const holds = matrix[right]?.[roles.indexOf(role)] === '+';
      const start = tenant.snapshot();
      const { line, team, body } = callFor(right);
      const { status } = await ask(line, { key: keys.get(team) ?? '', scheme, body });
      tenant.restore(start);
      expect({ line, allowed: status !== 403 }).toEqual({ line, allowed: holds });
    });
  });
}
