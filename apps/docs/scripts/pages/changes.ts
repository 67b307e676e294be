/** What changed by version, what is to come, what goes away, and the decisions behind the project. */
import { glob, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Operation } from '../document.ts';
import { docs, repository } from '../paths.ts';
import type { Page } from './page.ts';

/** The changelogs of the packages, the newest first, and the changes that wait for a version. */
export async function changelog(): Promise<string> {
  const logs: string[] = [];
  for await (const file of glob('{spec,packages/*,apps/*}/CHANGELOG.md', { cwd: repository })) {
    const text = await readFile(join(repository, file), 'utf8');
    logs.push(text.replace(/^(#+) /gm, '##$1 '));
  }
  const waiting = await readWaiting();
  const parts = ['### Not yet in a version', waiting.length === 0 ? 'Nothing.' : waiting.join('\n\n'), ...logs.sort()];
  return parts.join('\n\n');
}

async function readWaiting(): Promise<string[]> {
  const folder = join(repository, '.changeset');
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.md') && file !== 'README.md');
  const texts = await Promise.all(files.sort().map((file) => readFile(join(folder, file), 'utf8')));
  return texts.map((text) => {
    const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
    const packages = [...front.matchAll(/["']?(@[\w/-]+)["']?:/g)].map(([, name]) => `\`${name}\``).join(', ');
    return `${packages}: ${body.trim()}`;
  });
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
