import { existsSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { listOperations, loadDocument, referenceLink } from '../scripts/document.ts';
import { renderSitemap } from '../scripts/machine/llms.ts';
import { dist } from '../scripts/paths.ts';
import { readBuilt, sitePages } from './built.ts';

/** Where pages may lead outside. A new place is written here on purpose or not at all. */
const outside = ['https://www.tines.com', 'https://redocly.com', 'https://mswjs.io'];

const operations = listOperations(await loadDocument());
const references = new Set(operations.map(referenceLink));
const anchors = new Map<string, Set<string>>();

function anchorsOf(file: string): Set<string> {
  const known = anchors.get(file) ?? new Set([...readBuilt(file).matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id));
  anchors.set(file, known);
  return known;
}

/** What is wrong with a link; undefined where it leads somewhere. */
function faultOf(file: string, href: string): string | undefined {
  if (/^(https?:|\/\/)/.test(href))
    return outside.some((one) => href.startsWith(one)) ? undefined : 'is not on the list';
  if (href.startsWith('/')) return 'begins at the root of the host';
  if (/^(data|mailto):/.test(href)) return undefined;
  const [path = '', anchor] = href.split('#');
  const target = path === '' ? file : normalize(join(file, '..', decodeURIComponent(path))).replaceAll('\\', '/');
  if (!existsSync(join(dist, target))) return `leads to ${target}, which is not there`;
  if (anchor === undefined || anchor === '') return undefined;
  if (target === 'reference/index.html') {
    return references.has(`${target}#${anchor}`) ? undefined : 'leads to no operation of the reference';
  }
  return anchorsOf(target).has(decodeURIComponent(anchor)) ? undefined : `leads to no anchor of ${target}`;
}

describe('the built site', () => {
  test('has the pages', () => {
    expect(sitePages.length).toBeGreaterThan(35);
  });

  test.each(sitePages)('%s leads only to what is there', (file) => {
    const links = [...readBuilt(file).matchAll(/\b(?:href|src|data-script)="([^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&#38;', '&').replaceAll('&amp;', '&'),
    );
    const faults = links.map((href) => [href, faultOf(file, href)]).filter(([, fault]) => fault !== undefined);
    expect(links.length).toBeGreaterThan(10);
    expect(faults).toEqual([]);
  });

  test.each(sitePages)('%s weighs at most 150 kB on first load, gzipped', (file) => {
    const html = readBuilt(file);
    const styles = [...html.matchAll(/<link rel="stylesheet"[^>]*href="([^"]+)"/g)].map(([, href = '']) =>
      normalize(join(file, '..', href)),
    );
    const bytes = [html, ...styles.map(readBuilt)].reduce((sum, text) => sum + gzipSync(text).length, 0);
    expect(bytes).toBeLessThan(150_000);
  });

  test('has one Markdown file for each operation and each page, and llms.txt names them all', () => {
    const index = readBuilt('llms.txt');
    const files = [
      ...operations.map(({ id }) => `reference/operations/${id}.md`),
      ...sitePages.filter((file) => file !== '404.html').map((file) => file.replace(/html$/, 'md')),
    ];
    expect(files.filter((file) => !existsSync(join(dist, file)))).toEqual([]);
    expect(files.filter((file) => !index.includes(`](${file})`))).toEqual([]);
  });

  test('offers the document as it is in the repository', () => {
    for (const name of ['openapi.json', 'openapi.yaml', 'openapi-3.0.json']) {
      expect(readBuilt(name).length).toBeGreaterThan(100_000);
    }
    expect(Object.keys(JSON.parse(readBuilt('openapi.json')).paths).length).toBeGreaterThan(150);
  });

  test('never says where the reference came from by an address of its maker', () => {
    expect(readBuilt('reference/index.html')).not.toContain('https://cdn.redoc.ly');
  });
});

test('a sitemap has whole addresses', () => {
  const pages = [{ path: 'index' }, { path: 'guides/paging' }].map((page) => ({
    title: '',
    description: '',
    body: '',
    ...page,
  }));
  const map = renderSitemap('https://docs.example/tines/', pages);
  expect(map).toContain('<loc>https://docs.example/tines/</loc>');
  expect(map).toContain('<loc>https://docs.example/tines/guides/paging.html</loc>');
  expect(map).toContain('<loc>https://docs.example/tines/reference/index.html</loc>');
});
