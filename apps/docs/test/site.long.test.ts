import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityTags, hasBrowser, watchedPage } from '../../../.ci/browser.ts';
import { listOperations, loadDocument } from '../scripts/document.ts';
import { dist } from '../scripts/paths.ts';
import { sitePages } from './built.ts';
import { openBuiltSite } from './built-site.ts';

const operations = listOperations(await loadDocument());
const searchField = (page: Page) => page.getByRole('combobox', { name: 'Search' });
/** The first thing found. Named by its list: the theme menu has options too, and they are there before any result is. */
const firstResult = (page: Page) => page.getByRole('listbox', { name: 'Results' }).getByRole('option').first();

describe.skipIf(!hasBrowser)('the site in a browser', () => {
  const site = openBuiltSite();

  test.each(['light', 'dark'] as const)(
    'has no fault that axe finds and asks nobody for anything, in the %s theme',
    async (colorScheme) => {
      const { page, outside, errors } = await watchedPage(site.browser, site.url, {
        colorScheme,
        reducedMotion: 'reduce',
      });
      const faults: string[] = [];
      for (const file of sitePages) {
        await page.goto(`${site.url}${file}`);
        const { violations } = await new AxeBuilder({ page }).withTags(accessibilityTags).setLegacyMode().analyze();
        faults.push(
          ...violations.map(({ id, nodes }) => `${file}: ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`),
        );
      }
      expect(faults).toEqual([]);
      expect(outside).toEqual([]);
      expect(errors).toEqual([]);
    },
    400_000,
  );

  test('fits into 360 pixels; only code, tables and pictures scroll sideways', async () => {
    const { page } = await watchedPage(site.browser, site.url, { viewport: { width: 360, height: 760 } });
    const wide: string[] = [];
    for (const file of [...sitePages, 'reference/index.html#/stories/createstory']) {
      await page.goto(`${site.url}${file}`);
      if (file.includes('#')) await page.locator('[id="stories/createstory"]').waitFor();
      const width = await page.evaluate(() => window.document.documentElement.scrollWidth);
      if (width > 360) wide.push(`${file}: ${width}`);
    }
    expect(wide).toEqual([]);
  });

  test('is read, searched and left by the keyboard alone', async () => {
    const { page } = await watchedPage(site.browser, site.url);
    await page.goto(`${site.url}guides/errors.html`);
    const reached: string[] = [];
    for (let presses = 0; presses < 70; presses += 1) {
      await page.keyboard.press('Tab');
      reached.push(
        await page.evaluate(() => {
          const element = window.document.activeElement;
          if (element === window.document.body) return 'the end of the page';
          const { outlineStyle, boxShadow } = getComputedStyle(element ?? window.document.body);
          const visible = outlineStyle !== 'none' || boxShadow !== 'none' ? '' : ' without a visible focus';
          return `${element?.getAttribute('aria-label') ?? element?.getAttribute('title') ?? element?.textContent?.trim().slice(0, 40)}${visible}`;
        }),
      );
    }
    expect(reached.filter((name) => name.endsWith('without a visible focus'))).toEqual([]);
    const stops = ['Skip to content', 'Search guides and operations', 'Paging', 'Copy to clipboard'];
    expect(stops.filter((name) => !reached.some((one) => one.startsWith(name)))).toEqual([]);

    await page.keyboard.press('Control+k');
    await page.keyboard.type('back up a tenant to git');
    await firstResult(page).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/back-up-a-tenant\.html/);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    await searchField(page).waitFor({ state: 'hidden' });
  });

  test('answers a search within 100 ms of typing, and leads from it to an operation', async () => {
    const { page, errors } = await watchedPage(site.browser, site.url);
    await page.goto(`${site.url}cookbook/keep-state.html`);
    await page.keyboard.press('Control+k');
    await searchField(page).fill('a');
    await page.waitForFunction(() => globalThis.siteSearch !== undefined);
    const times: number[] = [];
    for (const query of ['who did what', 'list stories', 'GET /api/v2/cases', 'delete', 'x']) {
      const took = await page.evaluate((typed) => {
        const field = window.document.querySelector<HTMLInputElement>('site-search input');
        if (field === null) throw new Error('There is no search field.');
        // The best of five: what the search needs, not what else the machine does in that moment.
        const times = Array.from({ length: 5 }, () => {
          const start = performance.now();
          field.value = typed;
          field.dispatchEvent(new Event('input'));
          return performance.now() - start;
        });
        return Math.min(...times);
      }, query);
      times.push(took);
    }
    expect(Math.max(...times)).toBeLessThan(100);
    await searchField(page).fill('who did what');
    await firstResult(page).click();
    await page.waitForURL(/reference\/index\.html#\/audit-logs\/listauditlogs$/);
    expect(errors).toEqual([]);
  });

  test('filters the operations by what was typed, by section and by key', async () => {
    const { page } = await watchedPage(site.browser, site.url);
    await page.goto(`${site.url}authentication.html`);
    const rows = page.locator('[data-matrix] tbody tr:visible');
    expect(await rows.count()).toBe(operations.length);
    await page.getByLabel('Operation or path').fill('audit_logs');
    expect(await rows.count()).toBe(1);
    await page.getByLabel('Operation or path').fill('');
    await page.getByLabel('Callable with').selectOption('service');
    const forService = await rows.count();
    expect(forService).toBeGreaterThan(0);
    expect(forService).toBeLessThan(60);
    expect(await page.locator('[data-matrix-filter] output').textContent()).toContain(
      `${forService} of ${operations.length}`,
    );
  });

  test('shows a page for lost readers under any address, and it leads back', async () => {
    const { page } = await watchedPage(site.browser, site.url);
    await page.goto(`${site.url}no/such/place`);
    await page.getByRole('heading', { name: 'Not here' }).waitFor();
    await page.keyboard.press('Control+k');
    await searchField(page).fill('paging');
    await firstResult(page).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('main').getByRole('link', { name: 'Start', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Start', exact: true }).waitFor();
  });

  test('works from a disk: pages, menus, theme, search and the reference', async () => {
    const root = pathToFileURL(dist).href;
    const { page, outside, errors } = await watchedPage(site.browser, root, { colorScheme: 'light' });
    await page.goto(`${root}index.html`);
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Rate limits', exact: true })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Rate limits and Retry-After' }).waitFor();
    await page.getByRole('combobox', { name: 'Select theme' }).selectOption('dark');
    expect(await page.evaluate(() => window.document.documentElement.dataset.theme)).toBe('dark');
    await page.keyboard.press('Control+k');
    await searchField(page).fill('createStory');
    await firstResult(page).click();
    await page.getByRole('heading', { name: 'Create a story' }).waitFor();
    expect(outside).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('reads without scripts', async () => {
    const { page } = await watchedPage(site.browser, site.url, { javaScriptEnabled: false });
    await page.goto(`${site.url}authentication.html`);
    await page.getByRole('heading', { name: 'The four types of key' }).waitFor();
    expect(await page.locator('[data-matrix] tbody tr').count()).toBe(operations.length);
  });
});
