/** Everything that the search can find: pages, their sections, and every operation. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Entry } from '../../site/src/search/engine.ts';
import { type Operation, referenceLink } from '../document.ts';
import { outsideCode, type Page } from '../pages/page.ts';

/**
 * Collects the entries.
 *
 * @throws When `words.yaml` names an operation that is not in the document.
 */
export async function collectEntries(pages: Page[], operations: Operation[]): Promise<Entry[]> {
  const words = await readWords(operations);
  return [
    ...operations.map((operation) => operationEntry(operation, words.get(operation.id))),
    ...pages.filter(({ path }) => path !== '404').flatMap(pageEntries),
  ];
}

async function readWords(operations: Operation[]): Promise<Map<string, string>> {
  const file = parse(await readFile(new URL('./words.yaml', import.meta.url), 'utf8')) as Record<string, string>;
  const known = new Set(operations.map(({ id }) => id));
  const unknown = Object.keys(file).filter((id) => !known.has(id));
  if (unknown.length > 0) throw new Error(`words.yaml names operations that are not there: ${unknown.join(', ')}.`);
  return new Map(Object.entries(file));
}

function operationEntry(operation: Operation, words: string | undefined): Entry {
  const { id, method, path, tag, object } = operation;
  return {
    kind: 'operation',
    title: object.summary,
    url: referenceLink(operation),
    place: tag,
    text: object.description.split('. ').slice(0, 2).join('. '),
    id,
    path: `${method} ${path}`,
    ...(words === undefined ? {} : { words }),
  };
}

/** The page itself and each of its sections, with the text up to the next heading. */
function pageEntries(page: Page): Entry[] {
  const url = `${page.path}.html`;
  const first: Entry = { kind: 'page', title: page.title, url, place: page.description, text: '' };
  const entries: Entry[] = [page.words === undefined ? first : { ...first, words: page.words }];
  const seen = new Map<string, number>();
  const plain = outsideCode(page.body, (text) => text.replace(/<[^>]+>|\{\{[^}]*\}\}/g, ' '));
  for (const part of plain.split(/^(?=#{2,3} )/m)) {
    const heading = /^#{2,3} (.*)/.exec(part)?.[1];
    const text = part
      .replace(/^#.*/, '')
      .replace(/[`*|\]_#]|\]?\([^)]*\)|-{3,}/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (heading === undefined) entries[0] = { ...(entries[0] ?? first), text: text.slice(0, 1500) };
    else
      entries.push({
        kind: 'section',
        title: strip(heading),
        url: `${url}#${anchor(heading, seen)}`,
        place: page.title,
        text: text.slice(0, 1500),
      });
  }
  return entries;
}

function strip(heading: string): string {
  return heading.replace(/[`*]/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}

/** The anchor that the generator gives a heading: GitHub's way. */
function anchor(heading: string, seen: Map<string, number>): string {
  const base = strip(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
  const count = seen.get(base) ?? 0;
  seen.set(base, count + 1);
  return count === 0 ? base : `${base}-${count}`;
}
