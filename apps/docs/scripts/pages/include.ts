/** Puts code into pages from files that the tests execute: code is never typed into a page. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '../paths.ts';
import type { Page } from './page.ts';

const fence = /^```(\w+) include=(\S+)\n```$/gm;

/**
 * Fills the fences that name a file: ` ```ts include=packages/client/examples/back-up.ts `, or with `#name` behind it, the
 * lines between `#region name` and `#endregion`.
 *
 * @throws When the file or the region is not there.
 */
export async function includeCode(page: Page): Promise<Page> {
  const files = new Map<string, string>();
  for (const [, , wanted = ''] of page.body.matchAll(fence)) files.set(wanted, await readPart(page, wanted));
  const body = page.body.replace(fence, (_, language: string, wanted: string) => {
    const title = wanted.replace(/#.*/, '').split('/').at(-1);
    return `\`\`\`${language} title="${title}"\n${files.get(wanted)}\n\`\`\``;
  });
  return { ...page, body };
}

async function readPart(page: Page, wanted: string): Promise<string> {
  const [file = '', region] = wanted.split('#');
  const text = await readFile(join(repository, file), 'utf8').catch(() => {
    throw new Error(`${page.path} shows ${file}, which is not there.`);
  });
  if (region === undefined) return text.trim();
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.trim().endsWith(`#region ${region}`));
  const end = lines.findIndex((line, index) => index > start && line.trim().endsWith('#endregion'));
  if (start < 0 || end < 0) throw new Error(`${page.path} shows the region ${region} of ${file}, which is not there.`);
  return dedent(lines.slice(start + 1, end)).trim();
}

function dedent(lines: string[]): string {
  const depth = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(depth)).join('\n');
}
