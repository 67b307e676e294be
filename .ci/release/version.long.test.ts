import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listPublishable, readManifest, root } from './packages.ts';
import { listStamps } from './stamp.ts';

const folder = mkdtempSync(join(tmpdir(), 'tines-openapi-version-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const git = (...args: string[]) => {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=main'];
  expect(spawnSync('git', ['-C', folder, ...who, ...args], { encoding: 'utf8' })).toMatchObject({ status: 0 });
};
const version = () =>
  spawnSync(process.execPath, [join(folder, '.ci/release/version.ts')], { cwd: folder, encoding: 'utf8' });
const at = (file: string) => readFileSync(join(folder, file), 'utf8');
const plant = (file: string, text: string) => writeFileSync(join(folder, file), text);

/** A repository with all that a version touches, released once, and without waiting changesets. */
function copyRepository(): void {
  const manifests = globSync('{spec,packages/*,apps/*}/package.json', { cwd: root });
  const stamped = listStamps(root).map(({ file }) => file);
  const others = ['package.json', 'pnpm-workspace.yaml', '.changeset/config.json', 'spec/dist/openapi.json'];
  const scripts = globSync('.ci/release/*.{ts,yaml}', { cwd: root });
  for (const file of new Set([...manifests, ...stamped, ...others, ...scripts]))
    cpSync(join(root, file), join(folder, file));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  plant('.gitignore', 'node_modules\n');
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'First');
  git('tag', '@tines-openapi/spec@0.1.0');
}

test('a version is made of changesets: refused while a breaking change is unnamed, then written everywhere', () => {
  copyRepository();
  expect(version()).toMatchObject({ status: 1, stderr: expect.stringContaining('no changeset waits') });

  const document = JSON.parse(at('spec/dist/openapi.json'));
  delete document.paths['/api/v1/stories'].post;
  plant('spec/dist/openapi.json', JSON.stringify(document));
  plant('.changeset/planted.md', '---\n"@tines-openapi/spec": minor\n---\n\nTidies up.\n');
  const before = at('spec/package.json');
  expect(version()).toMatchObject({ status: 1, stderr: expect.stringContaining('Not named: createStory.') });
  expect(at('spec/package.json')).toBe(before);

  plant('.changeset/planted.md', '---\n"@tines-openapi/spec": major\n---\n\nTakes `createStory` away.\n');
  const { status, stdout, stderr } = version();
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const next = readManifest(join(folder, 'spec')).version;
  expect(next).toBe('1.0.0');
  expect(stdout).toContain('Version 1.0.0');
  for (const { manifest } of listPublishable(folder))
    expect(manifest).toMatchObject({ version: next, tinesOpenapi: { document: next } });
  expect(at('spec/openapi.yaml')).toContain(`\n  version: ${next}\n`);
  expect(at('packages/client/src/version.ts')).toContain(`'${next}'`);

  const [, entry = ''] = at('spec/CHANGELOG.md').split(`## ${next}\n`);
  expect(entry.trim()).toMatch(/^### The document\n\n#### Breaks programs\n\n- `createStory`: Operation `POST/);
  expect(entry).toContain('Takes `createStory` away.');
  expect(globSync('.changeset/*.md', { cwd: folder })).toEqual([]);
});
