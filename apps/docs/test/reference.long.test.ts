import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listOperations, loadDocument } from '../scripts/document.ts';
import { dist } from '../scripts/paths.ts';
import { serveFolder, type StaticHost } from '../scripts/serve.ts';
import { accessibilityTags, hasBrowser, launchBrowser, watchedPage } from './browser.ts';

const document = await loadDocument();
const slugOf = (tag: string) => tag.toLowerCase().replaceAll(' ', '-');
const operations = listOperations(document).map(({ id, tag }) => ({ id, anchor: `${slugOf(tag)}/${id.toLowerCase()}` }));
const slugs = document.tags.map(({ name }) => slugOf(name));

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

  test('opens every operation by its deep link, and no request leaves the site', async () => {
    const { page, outside, errors } = await watchedPage(browser, host.url);
    await page.goto(`${host.url}reference/index.html`);
    const missing: string[] = [];
    for (const { id, anchor } of operations) {
      await page.evaluate((wanted) => location.assign(`#operation/${wanted}`), id);
      const heading = page.locator(`[id="${anchor}"]`).first();
      await heading.waitFor({ state: 'attached', timeout: 10_000 }).catch(() => missing.push(id));
    }
    expect(operations.length).toBeGreaterThan(300);
    expect(missing).toEqual([]);
    expect(outside).toEqual([]);
    expect(errors).toEqual([]);
  }, 300_000);

  test('shows both ways to send a key, and samples of both', async () => {
    const { page } = await watchedPage(browser, host.url, { viewport: { width: 1600, height: 1000 } });
    await page.goto(`${host.url}reference/index.html#operation/listStories`);
    const operation = page.locator('[id="stories/liststories"]').first();
    await operation.getByText('View security details').waitFor();
    const text = await operation.innerText();
    expect(text).toContain('bearerAuth or userToken');
    expect(text).toContain('Authorization: Bearer $TINES_API_KEY');
    await operation.getByRole('button', { name: 'curl' }).click();
    await page.getByRole('menuitem', { name: 'curl, X-User-Token', exact: true }).click();
    await operation.getByText('X-User-Token: $TINES_API_KEY').waitFor();
  });

  test.each(['light', 'dark'] as const)('has no fault that axe finds, in the %s theme', async (colorScheme) => {
    const { page } = await watchedPage(browser, host.url, { colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${host.url}reference/index.html`);
    const faults: string[] = [];
    for (const slug of slugs) {
      await page.evaluate((wanted) => location.assign(`#/${wanted}`), slug);
      await page.locator(`[id^="${slug}/"]`).first().waitFor();
      const { violations } = await new AxeBuilder({ page }).withTags(accessibilityTags).analyze();
      faults.push(...violations.map(({ id, nodes }) => `${slug}: ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`));
    }
    expect(faults).toEqual([]);
  }, 400_000);
});
