import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareDocuments, type DocumentChange } from '../../../.ci/release/compare.ts';
import { mergeChangelogs, readChangeset } from '../scripts/changes/changelogs.ts';
import { renderReleases } from '../scripts/changes/render.ts';
import { readVersions } from '../scripts/changes/versions.ts';
import { listOperations, loadDocument } from '../scripts/document.ts';

describe('comparing two versions of the document', () => {
  test('finds what breaks first, with every operation that shares the part', async () => {
    const former = await loadDocument();
    const current = structuredClone(former);
    delete current.paths['/api/v1/tags/{tag_id}']?.delete;
    const story = current.components.schemas?.Story as { properties: Record<string, unknown> };
    delete story.properties.guid;
    story.properties.mood = { type: 'string', description: 'How the story feels.' };
    const changes = await compareDocuments(former, current);
    const ids = (change?: DocumentChange) => change?.operations.map(({ id }) => id);

    expect(changes.map(({ impact }) => impact)).toEqual(['major', 'major', 'minor']);
    const removed = changes.find(({ text }) => text.includes('DELETE /api/v1/tags/{tag_id}'));
    expect(ids(removed)).toEqual(['deleteTag']);
    const field = changes.find(({ text }) => text.includes('`guid` of `Story` was removed'));
    expect(ids(field)).toEqual(expect.arrayContaining(['listStories', 'getStory', 'updateStory']));
    expect(ids(field)).not.toContain('listTags');
    expect(changes.at(-1)?.text).toBe('Schema `mood` was added.');
  });

  test('finds nothing between a document and itself', async () => {
    const document = await loadDocument();
    expect(await compareDocuments(document, document)).toEqual([]);
  });
});

test('former versions come from the tags of releases, the newest first, and there are none without tags', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tines-openapi-versions-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], { cwd: folder });
  git('init', '--quiet');
  expect(await readVersions(folder)).toEqual([]);
  mkdirSync(join(folder, 'spec/dist'), { recursive: true });
  for (const version of ['0.9.0', '0.10.0']) {
    writeFileSync(join(folder, 'spec/dist/openapi.json'), JSON.stringify({ info: { version } }));
    git('add', '.');
    git('commit', '--quiet', '--message', version);
    git('tag', `@tines-openapi/spec@${version}`);
    git('tag', `@tines-openapi/client@${version}`);
  }
  expect(await readVersions(folder)).toEqual([
    { version: '0.10.0', document: { info: { version: '0.10.0' } } },
    { version: '0.9.0', document: { info: { version: '0.9.0' } } },
  ]);
  rmSync(folder, { recursive: true });
});

test('one change in several changelogs stands once, with all its packages', () => {
  const log = (more: string) =>
    `# Name\n\n## 0.2.0\n\n### Minor Changes\n\n- 1234abc: Records have views.\n\n  They are listed.\n\n### Patch Changes\n\n${more}\n\n## 0.1.0\n\n- First.\n`;
  const merged = mergeChangelogs(
    new Map([
      ['@tines-openapi/client', log('- Updated dependencies [1234abc]\n  - @tines-openapi/types@0.2.0')],
      ['@tines-openapi/spec', log('- 5678def: A typing error.')],
    ]),
  );
  expect([...merged]).toEqual([
    [
      '0.2.0',
      [
        {
          packages: ['@tines-openapi/client', '@tines-openapi/spec'],
          text: 'Records have views.\n\nThey are listed.',
        },
        { packages: ['@tines-openapi/spec'], text: 'A typing error.' },
      ],
    ],
    ['0.1.0', [{ packages: ['@tines-openapi/client', '@tines-openapi/spec'], text: 'First.' }]],
  ]);
  expect(readChangeset('---\n"@tines-openapi/spec": minor\n---\n\nMore.\n')).toEqual({
    packages: ['@tines-openapi/spec'],
    text: 'More.',
  });
});

describe('the changelog', () => {
  test('shows what breaks first and shortens long lists of operations', async () => {
    const all = listOperations(await loadDocument());
    const named = (wanted: string) => all.filter(({ id }) => id === wanted);
    const text = renderReleases([
      {
        version: '0.2.0',
        released: true,
        former: '0.1.0',
        notes: [{ packages: ['@tines-openapi/spec'], text: 'Tags go.' }],
        changes: [
          {
            impact: 'major',
            text: 'Operation `DELETE /api/v1/tags/{tag_id}` was removed.',
            operations: named('deleteTag'),
          },
          { impact: 'minor', text: 'Schema `mood` was added.', operations: all },
          { impact: 'patch', text: '`description` of an operation was modified.', operations: named('listTags') },
        ],
      },
    ]);
    expect(text.indexOf('**Breaking**')).toBeLessThan(text.indexOf('**Added**'));
    expect(text).toContain('| `deleteTag` | Operation `DELETE');
    expect(text).toContain(`and ${all.length - 6} more | Schema \`mood\` was added. |`);
    expect(text).toContain('**Words and examples** in `listTags`.');
    expect(text).toContain('`@tines-openapi/spec`: Tags go.');
  });

  test('says of the first version that it is the first', () => {
    const first = { version: '0.1.0', released: false, former: undefined, notes: [], changes: [] };
    expect(renderReleases([first])).toBe(
      '### 0.1.0 (in preparation)\n\nThe first version: there is none before it that its operations could be compared with.',
    );
  });
});
