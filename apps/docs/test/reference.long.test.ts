import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { accessibilityTags, hasBrowser, watchedPage } from '../../../.ci/browser.ts';
import { listOperations, loadDocument, referenceLink } from '../scripts/document.ts';
import { openBuiltSite } from './built-site.ts';
import { collectSections, drawEverything, showCollected, showTheme } from './whole-reference.ts';

const operations = listOperations(await loadDocument());
const sections = [...new Set(operations.map(({ tag }) => tag))].map((tag) => {
  const own = operations.filter((operation) => operation.tag === tag);
  return {
    slug: tag.toLowerCase().replaceAll(' ', '-'),
    links: own.map((one) => referenceLink(one).replace(/^.*#/, '#')),
    places: own.map((one) => referenceLink(one).replace(/^.*#\//, '')),
    last: own.at(-1)?.id,
  };
});

describe.skipIf(!hasBrowser)('the reference in a browser', () => {
  const site = openBuiltSite();

  test('lists every operation, and no request leaves the site', async () => {
    const { page, outside, errors } = await watchedPage(site.browser, site.url);
    await page.goto(`${site.url}reference/index.html`);
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
    const { page } = await watchedPage(site.browser, site.url);
    for (const { last, links } of sections.slice(0, 8)) {
      const place = links.at(-1) ?? '';
      for (const anchor of [`#operation/${last}`, place]) {
        await page.goto('about:blank');
        await page.goto(`${site.url}reference/index.html${anchor}`);
        await page
          .locator(`[id="${place.slice(2)}"]`)
          .first()
          .waitFor({ state: 'attached' });
      }
    }
  });

  test('shows both ways to send a key, and samples of both', async () => {
    const { page } = await watchedPage(site.browser, site.url, { viewport: { width: 1600, height: 1000 } });
    await page.goto(`${site.url}reference/index.html#/stories/liststories`);
    const operation = page.locator('[id="stories/liststories"]').first();
    await operation.getByText('View security details').waitFor();
    const text = await operation.textContent();
    expect(text).toContain('bearerAuth or userToken');
    expect(text).toContain('Authorization: Bearer $TINES_API_KEY');
    await operation.getByRole('button', { name: 'curl' }).click();
    await page.getByRole('menuitem', { name: 'curl, X-User-Token', exact: true }).click();
    await operation.getByText('X-User-Token: $TINES_API_KEY').waitFor();
  });

  test('has no fault that axe finds in any section, in either theme', async () => {
    const { page, errors } = await watchedPage(site.browser, site.url, {
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    await drawEverything(page);
    await page.goto(`${site.url}reference/index.html`);
    await collectSections(page, sections);
    await showCollected(page);
    for (const theme of ['light', 'dark'] as const) {
      await showTheme(page, theme);
      const { violations } = await new AxeBuilder({ page }).withTags(accessibilityTags).setLegacyMode().analyze();
      expect(
        violations.map(({ id, nodes }) => `${theme}: ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`),
      ).toEqual([]);
    }
    expect(errors).toEqual([]);
  }, 400_000);

  test.each(['light', 'dark'] as const)('is in the %s theme for who prefers it', async (colorScheme) => {
    const { page } = await watchedPage(site.browser, site.url, { colorScheme });
    await page.goto(`${site.url}reference/index.html`);
    await page.locator(`html[class="${colorScheme}"]`).waitFor({ state: 'attached' });
  });
});
