/** The page about moving from cases v1 to v2: taken as it is from the document's migration notes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '../paths.ts';
import type { Page } from './page.ts';

/** Reads the notes and turns their places in the repository into pages of the site. */
export async function migrationPage(): Promise<Page> {
  const source = await readFile(join(repository, 'spec/migration/cases-v1-to-v2.md'), 'utf8');
  return {
    path: 'cases-v1-to-v2',
    title: 'Cases API v1 to v2 migration',
    description:
      'The v1 case paths of the Tines API go away on 2026-12-01: every operation with its successor, before and after.',
    words: 'cases api v1 v2 migration deprecated sunset buttons actions subscribers unsubscribe',
    body: source
      .replace(/^# .*\n/, '')
      .replace(/^Contents: .*?\n\n/ms, '')
      .replace(/\]\(\.\.\/gaps\/([\w-]+)\.md\)/g, '](questions.md#$1)')
      .trim(),
  };
}
