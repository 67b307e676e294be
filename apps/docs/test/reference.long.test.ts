import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listOperations, loadDocument } from '../scripts/document.ts';
import { dist } from '../scripts/paths.ts';
import { serveFolder, type StaticHost } from '../scripts/serve.ts';
import { hasBrowser, launchBrowser, watchedPage } from './browser.ts';

const document = await loadDocument();
const operations = listOperations(document);
const sections = document.tags.map(({ name }) => ({ name, slug: name.toLowerCase().replaceAll(' ', '-') }));

describe.skipIf(!hasBrowser)('the reference in a browser', () => {
  let browser: Browser;
  let host: StaticHost;

  beforeAll(async () => {
    browser = await launchBrowser();
    host = await serveFolder(dist, { base: '/some/where/' });
  });
  afterAll(async () => {
    await browser?.close();
    await host?.close();
  });

  test('shows every operation, and no request leaves the site', async () => {
    const { page, outside, errors } = await watchedPage(browser, host.url);
    await page.goto(`${host.url}reference/index.html`);
    const shown: string[] = [];
    for (const { slug } of sections) {
      await page.evaluate((wanted) => location.assign(`#/${wanted}`), slug);
      await page.locator(`[id="${slug}"]`).first().waitFor();
      await page.locator(`[id^="${slug}/"]`).first().waitFor();
      shown.push(...(await page.evaluate(() => [...window.document.querySelectorAll('[id*="/"]')].map(({ id }) => id))));
    }
    const missing = operations.filter(({ id, tag }) => {
      const slug = sections.find(({ name }) => name === tag)?.slug;
      return !shown.includes(`${slug}/${id.toLowerCase()}`);
    });
    expect(missing.map(({ id }) => id)).toEqual([]);
    expect(outside).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('shows both ways to send a key', async () => {
    const { page } = await watchedPage(browser, host.url);
    await page.goto(`${host.url}reference/index.html#operation/listStories`);
    const text = await page.locator('[id="stories/liststories"]').first().innerText();
    console.log(text.slice(0, 3000));
    expect(text).toContain('bearerAuth');
    expect(text).toContain('userToken');
  });

  test.each(['light', 'dark'] as const)('has no fault that axe finds, in the %s theme', async (colorScheme) => {
    const { page } = await watchedPage(browser, host.url, { colorScheme });
    await page.goto(`${host.url}reference/index.html`);
    const faults = new Map<string, string>();
    for (const { slug } of sections) {
      await page.evaluate((wanted) => location.assign(`#/${wanted}`), slug);
      await page.locator(`[id^="${slug}/"]`).first().waitFor();
      const t = Date.now();
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
      console.log(slug, Date.now() - t, violations.length);
      for (const { id, nodes } of violations) faults.set(id, `${slug}: ${nodes.length} × ${nodes[0]?.html.slice(0, 300)} ${nodes[0]?.failureSummary}`);
    }
    expect([...faults]).toEqual([]);
  }, 400_000);
});
