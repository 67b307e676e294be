import { execFileSync } from 'node:child_process';
import { globSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { listPublishable } from '../release/packages.ts';
import { findForbidden, type LicencePolicy, type LicenceReport, readReport } from './licences.ts';

const root = join(import.meta.dirname, '../..');
const readJson = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const policy: LicencePolicy = readJson('.ci/policy/licences.json');
const publishable = listPublishable();

/** The licences of what is installed, as pnpm reads them. */
function listLicences(...args: string[]) {
  const said = execFileSync('pnpm', ['--silent', ...args, 'licenses', 'list', '--json'], {
    cwd: root,
    encoding: 'utf8',
  });
  return readReport(JSON.parse(said) as LicenceReport);
}

describe('licences', () => {
  test('of what comes with the published packages are on the list', () => {
    const shipped = listLicences('--prod', ...publishable.flatMap(({ manifest }) => ['--filter', manifest.name]));
    expect(shipped.length).toBeGreaterThan(20);
    expect(findForbidden(shipped, policy.published)).toEqual([]);
  });

  test('of the tools are on the list, or an exception with a reason', () => {
    const all = listLicences('--recursive');
    expect(all.length).toBeGreaterThan(500);
    expect(findForbidden(all, [...policy.published, ...policy.workshop], policy.exceptions)).toEqual([]);
    for (const { why } of policy.exceptions) expect(why).toMatch(/^[A-Z].{20,}\.$/);
  });

  test.each<[string, string, boolean]>([
    ['MIT', 'one', true],
    ['(MIT OR GPL-3.0)', 'one', true],
    ['MIT AND GPL-3.0', 'one', false],
    ['(MIT AND ISC)', 'one', true],
    ['GPL-3.0', 'one', false],
    ['Unknown', 'one', false],
    ['LGPL-3.0', '@native/linux', true],
    ['LGPL-3.0', '@other/linux', false],
    ['GPL-3.0', '@native/linux', false],
  ])('%s of %s: allowed is %s', (licence, name, allowed) => {
    const exceptions = [{ package: '@native/*', licence: 'LGPL-3.0', why: 'Planted.' }];
    expect(findForbidden([{ name, licence }], ['MIT', 'ISC'], exceptions)).toHaveLength(allowed ? 0 : 1);
  });
});

/** Packages whose install scripts may run, and where: the program that everything runs on, and what fetches a program. */
const runnable: Record<string, readonly string[]> = {
  'pnpm-workspace.yaml': ['node'],
  'apps/consumers/runtimes/pnpm-workspace.yaml': ['bun', 'deno', 'esbuild', 'node'],
  'apps/consumers/client-peers/pnpm-workspace.yaml': ['esbuild'],
};

describe('install scripts', () => {
  const workspaces = globSync('{.,.ci/**,apps/**,packages/**}/pnpm-workspace.yaml', {
    cwd: root,
    exclude: (name) => /node_modules/.test(name),
  });
  const allowBuilds = (file: string): Record<string, boolean> =>
    parse(readFileSync(join(root, file), 'utf8')).allowBuilds ?? {};

  test.each(workspaces)('run in %s only where they are agreed', (file) => {
    const running = Object.entries(allowBuilds(file)).filter(([, allowed]) => allowed);
    const agreed = runnable[file] ?? [];
    expect(running.map(([name]) => name).filter((name) => !agreed.includes(name))).toEqual([]);
  });

  test('of what is installed are all decided on', () => {
    const scripted = globSync('node_modules/.pnpm/*/node_modules/{*,@*/*}/package.json', { cwd: root })
      .filter((file) => !lstatSync(join(root, file, '..')).isSymbolicLink())
      .map((file): { name: string; scripts?: Record<string, string> } => readJson(file))
      .filter(({ scripts = {} }) => scripts.preinstall ?? scripts.install ?? scripts.postinstall);
    expect(scripted.map(({ name }) => name)).toContain('node');
    expect(scripted.map(({ name }) => name).filter((name) => !(name in allowBuilds('pnpm-workspace.yaml')))).toEqual(
      [],
    );
  });

  test('are in no published package', () => {
    const names = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
    for (const { folder } of publishable)
      expect(Object.keys(readJson(`${folder}/package.json`).scripts).filter((name) => names.includes(name))).toEqual(
        [],
      );
  });
});

test('the updates know what users get: the dependencies of the published packages', () => {
  const { packageRules } = readJson('.github/renovate.json') as {
    packageRules: { addLabels?: string[]; matchPackageNames?: string[] }[];
  };
  const shipped = packageRules.find(({ addLabels = [] }) => addLabels.includes('shipped'))?.matchPackageNames;
  const names = publishable.flatMap(({ manifest }) => Object.keys(manifest.dependencies ?? {}));
  const outside = new Set(names.filter((name) => !name.startsWith('@tines-openapi/')));
  expect(shipped).toEqual([...outside].toSorted());
});
