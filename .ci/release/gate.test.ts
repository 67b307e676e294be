import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { NoSuchBase, readBase, readReleases } from './base.ts';
import { renderChanges } from './change-text.ts';
import { checkDocument } from './check-document.ts';
import { explainRefusal } from './gate.ts';
import { root } from './packages.ts';

const story = { type: 'object', required: ['id'], properties: { id: { type: 'integer' }, name: { type: 'string' } } };
const answer = {
  description: 'A story.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Story' } } },
};
const operation = (operationId: string) => ({ operationId, responses: { 200: answer } });
const released = {
  openapi: '3.1.0',
  info: { title: 'Planted', version: '1.0.0' },
  paths: {
    '/stories': { get: operation('listStories'), post: operation('createStory') },
    '/teams': { get: { operationId: 'listTeams', responses: { 200: { description: 'Teams.' } } } },
  },
  components: { schemas: { Story: story } },
};

const withoutOperation = { ...released, paths: { ...released.paths, '/stories': { get: operation('listStories') } } };
const withOptionalId = { ...released, components: { schemas: { Story: { ...story, required: [] } } } };
const withMore = { ...released, paths: { ...released.paths, '/tags': { get: operation('listTags') } } };
const withOtherWords = {
  ...released,
  paths: { ...released.paths, '/teams': { get: { ...released.paths['/teams'].get, description: 'All teams.' } } },
};

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A repository with a released and a present document, and with changesets. */
function plant(present: object, ...changesets: [type: string, summary: string][]): string {
  const folder = mkdtempSync(join(tmpdir(), 'tines-openapi-gate-'));
  folders.push(folder);
  mkdirSync(join(folder, 'spec/dist'), { recursive: true });
  mkdirSync(join(folder, '.changeset'));
  writeFileSync(join(folder, 'released.json'), JSON.stringify(released));
  writeFileSync(join(folder, 'spec/dist/openapi.json'), JSON.stringify(present));
  for (const [index, [type, summary]] of changesets.entries())
    writeFileSync(join(folder, `.changeset/${index}.md`), `---\n"@tines-openapi/spec": ${type}\n---\n\n${summary}\n`);
  return folder;
}

const check = (...planted: Parameters<typeof plant>) => checkDocument(plant(...planted), 'released.json');

test('a breaking change without a changeset is refused, and the refusal says what to write', async () => {
  const { unnamed } = await check(withoutOperation);
  expect(unnamed.map(({ missing }) => missing)).toEqual([['createStory']]);
  expect(explainRefusal(unnamed)).toContain('Operation `POST /stories` was removed. Not named: createStory.');
  expect(explainRefusal(unnamed)).toContain('"@tines-openapi/spec": major');
});

test('a breaking change that a major changeset names is allowed', async () => {
  const { unnamed, changes } = await check(withoutOperation, ['major', 'Removes `createStory`; use the editor.']);
  expect(unnamed).toEqual([]);
  expect(changes.map(({ impact }) => impact)).toEqual(['major']);
});

test.each([
  ['minor', 'Removes `createStory`.'],
  ['major', 'Removes something.'],
  ['major', 'Removes `createStoryOwner`.'],
])('a breaking change is refused with a %s changeset that says "%s"', async (type, summary) => {
  const { unnamed } = await check(withoutOperation, [type, summary]);
  expect(unnamed.map(({ missing }) => missing)).toEqual([['createStory']]);
});

test('a change of a shared part touches all operations that use it, and its own name will do', async () => {
  const { unnamed } = await check(withOptionalId);
  expect(unnamed.map(({ missing }) => missing)).toEqual([['listStories', 'createStory']]);
  expect((await check(withOptionalId, ['major', 'The id of a `Story` may be left out.'])).unnamed).toEqual([]);
  const some = await check(withOptionalId, ['major', 'Changes listStories.']);
  expect(some.unnamed.map(({ missing }) => missing)).toEqual([['createStory']]);
});

test('an operation that takes another shared part is named itself, and those that keep the part are not', async () => {
  const paths = JSON.parse(JSON.stringify(released.paths));
  paths['/stories'].post.responses[200].content['application/json'].schema.$ref = '#/components/schemas/Draft';
  const present = { ...released, paths, components: { schemas: { Story: story, Draft: { type: 'object' } } } };
  const { unnamed, changes } = await check(present, ['major', 'Changes a `Story`.']);
  expect(unnamed.map(({ missing }) => missing)).toEqual([['createStory'], ['createStory']]);
  expect(changes.flatMap(({ text, impact }) => (impact === 'major' ? [text] : []))).toEqual([
    'Properties of `Draft` are no longer required: `id`.',
    'All properties of `Draft` were removed.',
  ]);
});

test('what was added is said by its kind and its name, or by the property that it is in', async () => {
  const { get, post } = released.paths['/stories'];
  const parameters = [{ name: 'mood', in: 'query', schema: { type: 'string' } }];
  const paths = {
    '/stories': { get, post: { ...post, parameters, responses: { ...post.responses, 409: answer } } },
    '/teams': { ...released.paths['/teams'], post: operation('createTeam') },
  };
  const properties = { ...story.properties, id: { type: 'integer', anyOf: [{ minimum: 1 }] }, mood: {} };
  const { changes } = await check({ ...released, paths, components: { schemas: { Story: { ...story, properties } } } });
  expect(changes.map(({ text, part, operations }) => [text, part, ...operations.map(({ id }) => id)])).toEqual([
    ['`anyOf` of `id` was added.', 'Story', 'listStories', 'createStory'],
    ['Schema `mood` was added.', 'Story', 'listStories', 'createStory'],
    ['`parameters` was added.', undefined, 'createStory'],
    ['Response `409` was added.', undefined, 'createStory'],
    ['Operation `POST /teams` was added.', undefined, 'createTeam'],
  ]);
});

test('what only adds, and what only says it in other words, is allowed without a changeset', async () => {
  for (const [present, impact] of [
    [withMore, 'minor'],
    [withOtherWords, 'patch'],
  ] as const) {
    const { unnamed, changes } = await check(present);
    expect(unnamed).toEqual([]);
    expect(changes.map((change) => change.impact)).toEqual([impact]);
  }
});

test('the Markdown for the changelog names the operations, what breaks first', async () => {
  const present = { ...withOtherWords, paths: { ...withOtherWords.paths, '/tags': withMore.paths['/tags'] } };
  present.paths['/stories'] = withoutOperation.paths['/stories'] as (typeof present.paths)['/stories'];
  const { changes } = await check(present);
  expect(renderChanges(changes)).toBe(`### The document

#### Breaks programs

- \`createStory\`: Operation \`POST /stories\` was removed.

#### New

- \`listTags\`: Path \`/tags\` was added.

#### Noticed by readers only

1 change of descriptions, examples and marks, at \`listTeams\`.`);
  expect(renderChanges([])).toBe('The document is the same as in the release before.');
});

test('releases are told by their tags, whichever of the two names a tag has, the highest version first', () => {
  const tags = [
    'v0.9.0',
    '@tines-openapi/spec@0.10.0',
    'v0.2.0',
    '@tines-openapi/client@3.0.0',
    'very',
    'v2.0.0-next.1',
  ];
  expect(readReleases(['', ...tags])).toEqual([
    { tag: '@tines-openapi/spec@0.10.0', version: '0.10.0' },
    { tag: 'v0.9.0', version: '0.9.0' },
    { tag: 'v0.2.0', version: '0.2.0' },
  ]);
  expect(readReleases(['v0.2.0', '@tines-openapi/spec@0.2.0'])).toHaveLength(1);
});

test('the document of a release is read from its tag, and before the first one there is none', async () => {
  const folder = plant(withMore);
  const git = (...args: string[]) => spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
  git('init', '--quiet');
  expect(await readBase(folder)).toBeUndefined();
  git('add', '.');
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--message', 'First');
  git('tag', '@tines-openapi/spec@1.0.0');
  writeFileSync(join(folder, 'spec/dist/openapi.json'), JSON.stringify(released));
  expect((await readBase(folder))?.document).toEqual(withMore);
  expect((await checkDocument(folder)).unnamed.map(({ missing }) => missing)).toEqual([['listTags']]);
});

test.each([
  ['nowhere', 'nowhere is no file, and no tag that holds spec/dist/openapi.json.'],
  ['.changeset/0.md', '.changeset/0.md is not JSON.'],
  ['package.json', 'package.json is no OpenAPI document: info.version is missing.'],
])('a base of %s is refused in one sentence', async (base, message) => {
  const folder = plant(released, ['minor', 'Something.']);
  writeFileSync(join(folder, 'package.json'), '{}');
  await expect(readBase(folder, base)).rejects.toThrow(new NoSuchBase(message));
});

test('the command ends with 1 and the way out where it refuses, with 0 where it allows, and with 2 where it was asked wrongly', () => {
  const folder = plant(withoutOperation);
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, '.ci/release/diff.ts'), ...args], { cwd: root, encoding: 'utf8' });
  const base = ['--base', join(folder, 'released.json')];
  const refused = run(...base, '--revision', join(folder, 'spec/dist/openapi.json'));
  expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('Not named: createStory.') });
  expect(refused.stdout).toContain('#### Breaks programs');
  const output = join(folder, 'changes.md');
  expect(run(...base, '--revision', join(folder, 'released.json'), '--output', output)).toMatchObject({
    status: 0,
    stdout: '',
  });
  expect(run('--bass')).toMatchObject({ status: 2, stderr: expect.stringContaining('Allowed: --base') });
});
