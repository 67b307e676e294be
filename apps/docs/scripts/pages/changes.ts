/** What changed by version, what is to come, what goes away, and the decisions behind the project. */
import { glob, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compareDocuments } from '../../../../.ci/release/compare.ts';
import { mergeChangelogs, type Note, readChangeset } from '../changes/changelogs.ts';
import { type Release, renderReleases } from '../changes/render.ts';
import { readVersions, type Version } from '../changes/versions.ts';
import type { OpenApiDocument, Operation } from '../document.ts';
import { docs, repository } from '../paths.ts';
import type { Page } from './page.ts';

/**
 * The changelog by version. Words come from the changelogs and the waiting changesets, operations from comparing the document
 * with the version before it.
 */
export async function changelog(document: OpenApiDocument): Promise<string> {
  const versions = await readVersions(repository);
  const notes = mergeChangelogs(await readChangelogs());
  const releases = await Promise.all(
    versions.map(async ({ version, document: released }, index): Promise<Release> => {
      const former = versions[index + 1];
      const changes = former === undefined ? [] : await compareDocuments(former.document, released);
      return { version, released: true, former: former?.version, notes: notes.get(version) ?? [], changes };
    }),
  );
  return renderReleases([...(await preparedRelease(document, versions, notes)), ...releases]);
}

/** What is in no released version: the changesets, and what the document has that the newest version has not. */
async function preparedRelease(
  document: OpenApiDocument,
  [newest, ...older]: Version[],
  known: Map<string, Note[]>,
): Promise<Release[]> {
  const { version } = document.info;
  const isReleased = [newest, ...older].some((one) => one?.version === version);
  const notes = [...(await readWaiting()), ...(isReleased ? [] : (known.get(version) ?? []))];
  const changes = newest === undefined ? [] : await compareDocuments(newest.document, document);
  if (newest !== undefined && notes.length === 0 && changes.length === 0) return [];
  return [{ version: isReleased ? undefined : version, released: false, former: newest?.version, notes, changes }];
}

async function readChangelogs(): Promise<Map<string, string>> {
  const logs = new Map<string, string>();
  for await (const file of glob('{spec,packages/*,apps/*}/CHANGELOG.md', { cwd: repository })) {
    const { name } = JSON.parse(await readFile(join(repository, dirname(file), 'package.json'), 'utf8'));
    logs.set(name, await readFile(join(repository, file), 'utf8'));
  }
  return new Map([...logs].sort(([a], [b]) => a.localeCompare(b)));
}

async function readWaiting(): Promise<Note[]> {
  const folder = join(repository, '.changeset');
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.md') && file !== 'README.md');
  return Promise.all(files.sort().map(async (file) => readChangeset(await readFile(join(folder, file), 'utf8'))));
}

/** The operations that have a day on which they go. */
export function sunsetTable(operations: Operation[]): string {
  const going = operations.filter(({ object }) => object['x-sunset'] !== undefined);
  const rows = going.map(
    ({ id, method, path, object }) => `| \`${id}\` | \`${method} ${path}\` | ${object['x-sunset']} |`,
  );
  return ['| Operation | Path | Goes away on |', '|---|---|---|', ...rows].join('\n');
}

/** The decision records as pages, and the list that leads to them. */
export async function decisionPages(): Promise<{ pages: Page[]; list: string }> {
  const files = (await readdir(join(docs, 'decisions'))).filter((file) => /^\d{4}-.*\.md$/.test(file)).sort();
  const pages = await Promise.all(
    files.map(async (file) => decisionPage(file, await readFile(join(docs, 'decisions', file), 'utf8'))),
  );
  return { pages, list: pages.map(({ path, title }) => `- [${title}](${path}.md)`).join('\n') };
}

/**
 * A decision record as a page.
 *
 * @throws When the record has no title.
 */
export function decisionPage(file: string, source: string): Page {
  const [, title, body] = /^# ([^\n]+)\n(.*)$/s.exec(source) ?? [];
  if (title === undefined || body === undefined) throw new Error(`decisions/${file} must begin with its title.`);
  const name = title.replace(/^\d+\. /, '');
  return {
    path: `decisions/${file.replace(/\.md$/, '')}`,
    title: `${Number(file.slice(0, 4))}. ${name}`,
    description: `A decision of the project: ${name.charAt(0).toLowerCase()}${name.slice(1)}.`,
    body: body.trim(),
  };
}
