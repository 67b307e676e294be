/**
 * Builds the site into `dist/`: one static folder that works under any path of any host and from a disk.
 *
 * The order: pages are put together, the generator and the renderer of the reference run side by side, links become relative,
 * and what machines read is laid beside the pages. `SITE_URL` is the address of the site, if it is known.
 */
import { execFile } from 'node:child_process';
import { copyFile, glob, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { loadAccess } from './access.ts';
import { listOperations, loadDocument } from './document.ts';
import { renderLlms, renderSitemap } from './machine/llms.ts';
import { operationMarkdown } from './machine/operation-markdown.ts';
import { assemblePages } from './pages/assemble.ts';
import { assembled, dist, docs } from './paths.ts';
import { buildReference } from './reference/build.ts';
import { enrichDocument } from './reference/enrich.ts';
import { bundleSearch } from './search/bundle.ts';
import { collectEntries } from './search/entries.ts';
import { makeRelative } from './site/relative.ts';

const run = promisify(execFile);
const started = performance.now();
const siteUrl = process.env.SITE_URL || undefined;

const document = await loadDocument();
const access = await loadAccess();
const operations = listOperations(document);
const pages = await assemblePages(document);
await rm(assembled, { recursive: true, force: true });
await writeAll(assembled, Object.fromEntries(pages.map(({ path, site }) => [`${path}.md`, site])));
console.log(`${pages.length} pages put together`);

await rm(dist, { recursive: true, force: true });
const [reference] = await Promise.all([buildReference(enrichDocument(document, access)), buildSite()]);
console.log('Site and reference built');

await makeRelative(dist, siteUrl);
for await (const script of glob('_astro/*.js', { cwd: dist })) await rm(join(dist, script));
const published = pages.filter(({ path }) => path !== '404');
await writeAll(dist, {
  'reference/index.html': reference,
  'search.js': await bundleSearch(await collectEntries(pages, operations)),
  'llms.txt': renderLlms(document, published, operations),
  ...Object.fromEntries(published.map(({ path, copy }) => [`${path}.md`, copy])),
  ...Object.fromEntries(
    operations.map((one) => [`reference/operations/${one.id}.md`, operationMarkdown(document, access, one)]),
  ),
  ...(siteUrl === undefined ? {} : { 'sitemap.xml': renderSitemap(siteUrl, published) }),
});
for (const name of ['openapi.json', 'openapi.yaml', 'openapi-3.0.json']) {
  await copyFile(fileURLToPath(import.meta.resolve(`@tines-openapi/spec/${name}`)), join(dist, name));
}
console.log(`Wrote the site in ${((performance.now() - started) / 1000).toFixed(1)} s`);

async function buildSite(): Promise<void> {
  const astro = join(docs, 'node_modules/.bin/astro');
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
  await run(astro, ['build', '--root', 'site', '--silent'], { cwd: docs, env }).catch(
    (error: { stdout?: string; stderr?: string }) => {
      throw new Error(`The generator failed.\n${error.stdout ?? ''}${error.stderr ?? ''}`);
    },
  );
}

async function writeAll(folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
