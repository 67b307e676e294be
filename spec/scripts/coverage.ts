import { readGaps } from './coverage/gaps.ts';
import { readCoverage } from './coverage/known.ts';
import { coveragePage } from './coverage/page.ts';
import type { Sources } from './sources.ts';

/** Files beside `dist` that are made from the document: COVERAGE.md. */
export function buildCoverage({ document }: Sources): Map<string, string> {
  return new Map([['COVERAGE.md', coveragePage(document, readCoverage(), readGaps())]]);
}
