/** Makes the one script that holds the index and the search. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Entry } from '../../site/src/search/engine.ts';

/** The script: a plain one, so that it also loads from a disk. */
export async function bundleSearch(entries: Entry[]): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('../../site/src/search/browser.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    banner: { js: `globalThis.siteSearchEntries=${JSON.stringify(entries)};` },
  });
  return result.outputFiles[0]?.text ?? '';
}
