import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;
const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n');
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8');

/** What the linter says of a file at that place, tried in a folder of its own. */
function lint(file: string, source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tines-openapi-lint-'));
  const { vcs, ...config } = JSON.parse(read('biome.json'));
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(config));
  writeFileSync(join(folder, file), source);
  const { stdout, stderr } = spawnSync('biome', ['lint', '--colors=off'], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return stdout + stderr;
}

describe('an arrow that points back fails the linter', () => {
  test.each([
    ['spec/lint/planted.ts', '@tines-openapi/types'],
    ['packages/types/scripts/planted.ts', '@tines-openapi/client'],
    ['packages/client/src/planted.ts', '@tines-openapi/mock-tenant'],
    ['packages/client/src/planted.ts', '@tines-openapi/spec/openapi.json'],
    ['packages/contract/src/planted.ts', '../../../apps/mock-tenant/src/tenant.ts'],
    ['apps/mock-tenant/src/planted.ts', '@tines-openapi/client'],
    ['apps/mock-tenant/src/planted.ts', '../../../packages/client/src/index.ts'],
    ['apps/console/src/planted.ts', '@tines-openapi/mock-tenant'],
  ])('%s must not import %s', (file, imported) => {
    expect(lint(file, `import * as all from '${imported}';\nconsole.log(all);\n`)).toContain('noRestrictedImports');
  });

  test.each([
    ['packages/client/src/planted.ts', '@tines-openapi/types'],
    ['apps/mock-tenant/src/planted.ts', '@tines-openapi/types/operations'],
    ['packages/contract/src/planted.ts', '@tines-openapi/client'],
  ])('%s may import %s', (file, imported) => {
    expect(lint(file, `import * as all from '${imported}';\nconsole.log(all);\n`)).not.toContain('noRestrictedImports');
  });
});

describe('the repository', () => {
  test('names no address of a registry in its lock files', () => {
    for (const file of tracked.filter((name) => /(pnpm-lock\.yaml|package-lock\.json|yarn\.lock)$/.test(name))) {
      expect(read(file)).not.toMatch(/(tarball|resolved)"?:? "?https?:/);
    }
  });

  test('has one version over all its packages, that of the document, and its date', () => {
    const manifests = tracked.filter((name) => /^(spec|packages\/[^/]+|apps\/[^/]+)\/package\.json$/.test(name));
    const published = manifests.map((file) => JSON.parse(read(file))).filter((manifest) => !manifest.private);
    expect(published.length).toBeGreaterThan(3);
    expect(new Set(published.map(({ version }) => version)).size).toBe(1);
    const { version, 'x-read-on': readOn } = JSON.parse(read('spec/dist/openapi.json')).info;
    for (const manifest of published) {
      expect(manifest).toMatchObject({ version, tinesOpenapi: { document: version, readOn } });
    }
  });

  test('holds nothing at its top but what is agreed', () => {
    const top = [...new Set(tracked.map((file) => file.split('/')[0]))].filter((name) => !name?.startsWith('.'));
    const agreed = [
      'AGENTS.md',
      'ARCHITECTURE.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'apps',
      'biome.json',
      'knip.json',
      'package.json',
      'packages',
      'pnpm-lock.yaml',
      'pnpm-workspace.yaml',
      'redocly.yaml',
      'spec',
      'tsconfig.base.json',
      'turbo.json',
    ];
    expect(top.filter((name) => !agreed.includes(name ?? ''))).toEqual([]);
  });
});
