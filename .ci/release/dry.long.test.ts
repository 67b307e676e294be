import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askAttw, askPublint, installJudges } from './judges.ts';
import { root } from './packages.ts';

const folder = mkdtempSync(join(tmpdir(), 'tines-openapi-dry-'));
const dry = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, '.ci/release/dry.ts'), ...args], { cwd: root, encoding: 'utf8' });

beforeAll(async () => {
  await installJudges();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the packages as they are are fit to be released, used by a user and all', () => {
  const { status, stdout, stderr } = dry();
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toMatch(/ok npx tines-contract run holds +\d+\.\d s {2}\d{4} cases/);
  expect(stdout).toMatch(/Fit to be released, in \d+ s\.\n$/);
  const sizes = stdout.split('\n').filter((line) => /^ {2}(package|@tines-openapi)/.test(line));
  expect(sizes).toHaveLength(6);
  expect(new Set(sizes.map((line) => line.length)).size).toBe(1);
});

test('a package that is too heavy ends the run with 1 and a line that says by how much', () => {
  const limits = join(folder, 'limits.json');
  const name = '@tines-openapi/client';
  writeFileSync(limits, JSON.stringify({ [name]: { packed: 1, unpacked: 1e9, files: 1e9 } }));
  const { status, stdout, stderr } = dry('--no-install', '--limits', limits);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^ {5}@tines-openapi\/client: packed is \d+, more than the limit of 1 /m);
  expect(stderr).toContain('Not fit to be released: 5 problems');
  expect(dry('--limits', join(folder, 'none.json')).status).toBe(2);
});

/** Packs a package of these files. */
function pack(manifest: object, files: Record<string, string>) {
  const at = mkdtempSync(join(folder, 'planted-'));
  mkdirSync(join(at, 'package'));
  const all = { 'package.json': JSON.stringify({ name: 'planted', version: '1.0.0', ...manifest }), ...files };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(at, 'package', name), text);
  const archive = join(at, 'planted-1.0.0.tgz');
  expect(spawnSync('tar', ['-czf', archive, '-C', at, 'package']).status).toBe(0);
  return { archive, files: Object.keys(all), manifest: { name: 'planted', version: '1.0.0', ...manifest } };
}

test('publint finds an entry that is not in the archive', async () => {
  const planted = pack({ type: 'module', exports: { '.': './gone.js' } }, {});
  expect(await askPublint(planted)).toEqual([expect.stringContaining('gone.js')]);
});

test('attw finds types that do not fit their module, and asks nothing of data', async () => {
  const exports = { '.': { types: './index.d.ts', import: './index.js', require: './index.cjs' } };
  const files = {
    'index.js': 'export const a = 1;',
    'index.cjs': 'exports.a = 1;',
    'index.d.ts': 'export const a: 1;',
  };
  const found = await askAttw(pack({ type: 'module', exports }, files));
  expect(found).toEqual([expect.stringMatching(/Masquerading/i)]);
  expect(await askAttw(pack({ exports: { './a.json': './a.json' } }, { 'a.json': '{}' }))).toEqual([]);
});
