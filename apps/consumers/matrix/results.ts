import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatorsFolder } from './consumer.ts';
import { renderPage } from './page.ts';

/** One row of the matrix. */
export interface Result {
  readonly name: string;
  readonly language: string;
  readonly generator: string;
  readonly version: string;
  /** Day of the run, in UTC, as `2026-11-24`. */
  readonly ran: string;
  readonly document: string;
  readonly generates: boolean;
  readonly compiles: boolean;
  readonly calls: { readonly bearer: boolean; readonly userToken: boolean };
  /** Lines of the generator's output that speak of a warning. */
  readonly warnings: number;
  /** Lines that the generator has written. */
  readonly lines: number;
  readonly seconds: {
    readonly generate: number /** Null where nothing was there to compile. */;
    readonly compile: number | null;
  };
  readonly workarounds: readonly string[];
  readonly reason: string | null;
  /** The command that generates. */
  readonly command: string;
}

/** Where the results are kept as data. */
export const resultsFile = join(generatorsFolder, 'results.json');
/** Where they are kept for people. */
export const pageFile = join(generatorsFolder, '../GENERATORS.md');

/** @returns The results of the last runs; empty before the first. */
export function readResults(): Result[] {
  return existsSync(resultsFile) ? (JSON.parse(readFileSync(resultsFile, 'utf8')) as Result[]) : [];
}

/**
 * Puts new results in the place of older ones of the same consumers, in the order of languages and generators. Results of
 * folders that are gone are dropped; those of folders that did not run stay.
 *
 * @param names Names of all folders.
 */
export function mergeResults(older: readonly Result[], newer: readonly Result[], names: readonly string[]): Result[] {
  const byName = new Map([...older, ...newer].map((result) => [result.name, result]));
  return [...byName.values()]
    .filter((result) => names.includes(result.name))
    .toSorted((a, b) => a.language.localeCompare(b.language, 'en') || a.generator.localeCompare(b.generator, 'en'));
}

/** Writes the results as data and as a page. */
export function writeResults(results: readonly Result[]): void {
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(pageFile, renderPage(results));
}
