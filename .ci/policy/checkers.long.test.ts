import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'tines-openapi-checkers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('workflows', () => {
  const actionlint = ['run', 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12', '-no-color'];
  const missing = spawnSync('go', ['version']).status !== 0;
  const reason = 'Go is not installed, and actionlint runs on it.';

  test('pass actionlint', (context) => {
    if (missing && process.env.REQUIRE_ALL_TOOLCHAINS) throw new Error(reason);
    if (missing) return context.skip(reason);
    const { status, stdout, stderr } = spawnSync('go', actionlint, { cwd: root, encoding: 'utf8' });
    expect(stdout + stderr.replace(/^go: .*\n/gm, '')).toBe('');
    expect(status).toBe(0);
  });

  test('that are wrong do not', (context) => {
    if (missing && process.env.REQUIRE_ALL_TOOLCHAINS) throw new Error(reason);
    if (missing) return context.skip(reason);
    mkdirSync(join(folder, '.github/workflows'), { recursive: true });
    const wrong =
      'on: push\njobs:\n  all:\n    runs-on: ubuntu-24.04\n    needs: nothing\n    steps: [{ run: "true" }]\n';
    writeFileSync(join(folder, '.github/workflows/planted.yml'), wrong);
    const { status, stdout } = spawnSync('go', [...actionlint, join(folder, '.github/workflows/planted.yml')], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    expect(stdout).toContain('needs job "nothing" which does not exist');
  });
});

test('the settings for updates fit the schema of Renovate', () => {
  // Its package holds the schema; the rest of it, hundreds of dependencies, is not installed.
  execFileSync('npm', ['pack', 'renovate@44.121.2', '--silent', '--pack-destination', folder], { cwd: folder });
  execFileSync('tar', ['-xzf', 'renovate-44.121.2.tgz', 'package/renovate-schema.json'], { cwd: folder });
  const schema = JSON.parse(readFileSync(join(folder, 'package/renovate-schema.json'), 'utf8'));
  const settings = JSON.parse(readFileSync(join(root, '.github/renovate.json'), 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const validate = ajv.compile(schema);
  validate(settings);
  expect(validate.errors ?? []).toEqual([]);
  // The schema lets every key pass, also one that is misspelt.
  const known = ['$schema', ...Object.keys(schema.properties)];
  expect(Object.keys(settings).filter((key) => !known.includes(key))).toEqual([]);
  expect(validate({ ...settings, prConcurrentLimit: 'many' })).toBe(false);
});
