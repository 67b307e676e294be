import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRepository, packPackages, type Repository, type StartedMock, startMockByNpx } from './repository.ts';

const names = ['spec', 'types', 'client', 'mock-tenant', 'contract'].map((name) => `@tines-openapi/${name}`);
const stories = ['Phishing report triage', 'Impossible travel alert'];

let repository: Repository;
let mock: StartedMock | undefined;
let forget: () => void = () => {};

beforeAll(async () => {
  const packed = await packPackages(names);
  forget = packed.remove;
  repository = createRepository('typescript-fetch');
  await repository.run('npm', 'install', '--no-audit', '--no-fund', ...Object.values(packed.archives));
});

afterAll(async () => {
  await mock?.stop();
  repository?.remove();
  forget();
});

const manifestOf = (name: string) =>
  JSON.parse(readFileSync(join(repository.folder, 'node_modules', name, 'package.json'), 'utf8'));

describe('a repository that installed the packed packages', () => {
  test.each(names)('finds a manifest of %s that speaks to no workspace', (name) => {
    const { dependencies = {}, peerDependencies = {}, files, license, version } = manifestOf(name);
    const ranges = Object.values({ ...dependencies, ...peerDependencies });
    expect(ranges.filter((range) => /^(workspace|catalog|file|link):/.test(String(range)))).toEqual([]);
    expect({ files, license, version }).toMatchObject({
      files: expect.arrayContaining(['dist']),
      license: 'Apache-2.0',
    });
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
  });

  test.each(names)('finds the licence and a README in %s', (name) => {
    const at = (file: string) => readFileSync(join(repository.folder, 'node_modules', name, file), 'utf8');
    expect(at('LICENSE')).toContain('Apache License');
    expect(at('README.md')).toContain(`# ${name}`);
  });

  test('compiles strictly with the newest TypeScript and with TypeScript 5.4, libraries checked', async () => {
    await repository.run('node', 'node_modules/typescript-5.4/bin/tsc', '--noEmit');
    await repository.run('npx', '--no-install', 'tsc', '--project', 'tsconfig.browser.json');
    await repository.run('npx', '--no-install', 'tsc');
  });

  test('lists stories of a mock that npx has started, with both schemes, by import and by require', async () => {
    mock = await startMockByNpx(repository);
    expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const byImport = JSON.parse(await repository.run('node', 'build/by-import.js', mock.url));
    expect(byImport).toEqual({
      bearer: stories,
      userToken: stories,
      refused: [401, 401],
      created: 'Made by a consumer',
      operations: expect.any(Number),
    });
    const byRequire = JSON.parse(await repository.run('node', 'build/by-require.cjs', mock.url));
    expect(byRequire.bearer).toEqual([...stories, 'Made by a consumer']);
    expect(byRequire).toMatchObject({ userToken: byRequire.bearer, operations: byImport.operations });
  });

  test('holds the mock against the contract by npx', async () => {
    const args = ['run', '--target', mock?.url ?? '', '--section', 'Keys', '--sample', '--reporter', 'json'];
    const report = JSON.parse(await repository.run('npx', '--no-install', 'tines-contract', ...args));
    expect(report.total).toEqual({ passed: report.results.length, failed: 0, skipped: 0 });
    expect(report.results.length).toBeGreaterThan(50);
  });

  test('runs contract cases in its own code', async () => {
    const { passed, failed } = JSON.parse(await repository.run('node', 'build/with-contract.js', mock?.url ?? ''));
    expect({ passed, failed }).toEqual({ passed: 4, failed: 0 });
  });

  test('starts a mock in its own code and sees what was asked', async () => {
    const { names, seen } = JSON.parse(await repository.run('node', 'build/with-mock.js'));
    expect(names).toEqual(stories);
    expect(seen).toEqual(['listStories user_token']);
  });
});
