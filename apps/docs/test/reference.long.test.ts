import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listOperations, loadDocument, referenceLink } from '../scripts/document.ts';
import { dist } from '../scripts/paths.ts';
import { type StaticHost, serveFolder } from '../scripts/serve.ts';
import { accessibilityTags, hasBrowser, launchBrowser, watchedPage } from './browser.ts';

const operations = listOperations(await loadDocument());
const sections = [...new Set(operations.map(({ tag }) => tag))].map((tag) => {
  const own = operations.filter((operation) => operation.tag === tag);
  return {
    slug: tag.toLowerCase().replaceAll(' ', '-'),
    links: own.map((one) => referenceLink(one).replace(/^.*#/, '#')),
    last: own.at(-1)?.id,
  };
});

/** Sections that show between them every kind of thing that the renderer draws. A run of axe takes seconds on each. */
const varied = ['stories', 'cases-v1', 'credentials', 'records', 'scim', 'roles', 'tenant'];

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

  test('lists every operation, and no request leaves the site', async () => {
    const { page, outside, errors } = await watchedPage(browser, host.url);
    await page.goto(`${host.url}reference/index.html`);
    for (const { slug, links } of sections) {
      await page.evaluate((wanted) => location.assign(`#/${wanted}`), slug);
      const listed = (wanted: string[]) =>
        wanted.every((href) => window.document.querySelector(`nav a[href$="${href}"], a[href$="${href}"]`));
      await page.waitForFunction(listed, links);
    }
    expect(sections.flatMap(({ links }) => links).length).toBeGreaterThan(300);
    expect(outside).toEqual([]);
    expect(errors).toEqual([]);
  }, 200_000);

  test('opens an operation by its id and by its place', async () => {
    const { page } = await watchedPage(browser, host.url);
    for (const { last, links } of sections.slice(0, 8)) {
      const place = links.at(-1) ?? '';
      for (const anchor of [`#operation/${last}`, place]) {
        await page.goto('about:blank');
        await page.goto(`${host.url}reference/index.html${anchor}`);
        await page
          .locator(`[id="${place.slice(2)}"]`)
          .first()
          .waitFor({ state: 'attached' });
      }
    }
  });

  test('shows both ways to send a key, and samples of both', async () => {
    const { page } = await watchedPage(browser, host.url, { viewport: { width: 1600, height: 1000 } });
    await page.goto(`${host.url}reference/index.html#/stories/liststories`);
    const operation = page.locator('[id="stories/liststories"]').first();
    await operation.getByText('View security details').waitFor();
    const text = await operation.textContent();
    expect(text).toContain('bearerAuth or userToken');
    expect(text).toContain('Authorization: Bearer $TINES_API_KEY');
    await operation.getByRole('button', { name: 'curl' }).click();
    await page.getByRole('menuitem', { name: 'curl, X-User-Token', exact: true }).click();
    await operation.getByText('X-User-Token: $TINES_API_KEY').waitFor();
  });

  test.each(['light', 'dark'] as const)(
    'has no fault that axe finds, in the %s theme',
    async (colorScheme) => {
      const { page } = await watchedPage(browser, host.url, { colorScheme, reducedMotion: 'reduce' });
      await page.goto(`${host.url}reference/index.html`);
      const faults: string[] = [];
      for (const slug of varied) {
        await page.evaluate((wanted) => location.assign(`#/${wanted}`), slug);
        await page.locator(`[id^="${slug}/"]`).first().waitFor();
        const { violations } = await new AxeBuilder({ page }).withTags(accessibilityTags).analyze();
        faults.push(
          ...violations.map(({ id, nodes }) => `${slug}: ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`),
        );
      }
      expect(faults).toEqual([]);
    },
    400_000,
  );
});
