import { startMockTenant } from '@tines-openapi/mock-tenant';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, launchBrowser, people, visit } from './browser.ts';
import { statusesOf } from './calls.ts';

describe.skipIf(!hasBrowser)('by keyboard alone', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  /** Presses Tab until what has the focus is called that. */
  async function tabTo(page: Page, name: string | RegExp): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        const label =
          element?.getAttribute('aria-label') ?? (element as HTMLInputElement | null)?.labels?.[0]?.textContent;
        return (label ?? element?.textContent ?? '').trim();
      });
      if (typeof name === 'string' ? focused === name : name.test(focused)) return;
    }
    throw new Error(`Nothing called ${name} is reached by Tab.`);
  }

  test('a key is made, copied, used and deleted', async () => {
    const tenant = await startMockTenant();
    const { page } = await visit(browser, tenant);
    await page.getByText(people.teamAdmin).waitFor();
    await tabTo(page, new RegExp(`^${people.teamAdmin}`));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'API keys' }).waitFor();

    await tabTo(page, 'New API key');
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'Personal API key' }).waitFor();
    await tabTo(page, /^Personal API key/);
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { name: 'Team API key' }).isChecked()).toBe(true);
    await tabTo(page, 'Role');
    await page.keyboard.type('Editor');
    await tabTo(page, 'Name');
    await page.keyboard.type('Typed');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Your new API key' }).waitFor();
    await tabTo(page, 'Copy API key');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('API key copied').waitFor();
    const key = await page.evaluate(() => navigator.clipboard.readText());
    expect(await statusesOf(tenant, key, '/api/v1/stories/3101')).toEqual([200, 200]);
    expect(tenant.manage.keys().at(-1)).toMatchObject({ name: 'Typed', role: 'EDITOR' });

    await tabTo(page, 'Done');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Typed', exact: true }).waitFor();
    await tabTo(page, 'Delete Typed');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Delete Typed');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, 'Delete key');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Typed', exact: true }).waitFor({ state: 'detached' });
    expect(await statusesOf(tenant, key, '/api/v1/info')).toEqual([401, 401]);
    await tenant.close();
  });

  test('the content is one key press away, and the focus goes to the title of a new page', async () => {
    const tenant = await startMockTenant();
    const { page } = await visit(browser, tenant);
    await page.getByText(people.owner).waitFor();
    await page.getByRole('button', { name: new RegExp(people.owner) }).press('Enter');
    await page.getByRole('link', { name: 'People' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.title()).toBe('People · Mock tenant');
    await page.getByRole('button', { name: 'Skip to content' }).press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await tenant.close();
  });
});
