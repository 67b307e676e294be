import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityTags, hasBrowser, launchBrowser, people, type Visitor, visitAs } from './browser.ts';

/** The rules that every page keeps: WCAG 2.2, levels A and AA, and good practice. */
const tags = [...accessibilityTags, 'best-practice'];

/** Every page and every state that looks different: where it is, and what must be there before it is judged. */
const places: [string, string, (page: Page) => Promise<void>][] = [
  ['API keys', 'keys', (page) => page.getByText('Amara, personal').waitFor()],
  ['new key', 'keys/new', (page) => page.getByRole('radio', { name: 'Service API key' }).check()],
  ['teams', 'teams', (page) => page.getByText('4 credentials').waitFor()],
  ['credentials', 'teams/1101', (page) => page.getByText('URL reputation key').waitFor()],
  ['new credential', 'teams/1101/new', (page) => page.getByText('Anything else').waitFor()],
  ['connect flow', 'teams/1101/new/tines', (page) => page.getByRole('button', { name: 'Continue' }).waitFor()],
  ['people', 'people', (page) => page.getByRole('list', { name: 'Keys of Ben Lindqvist' }).waitFor()],
  ['activity', 'activity', (page) => page.getByRole('button', { name: 'listStories' }).first().waitFor()],
  ['audit log', 'activity/audit-log', (page) => page.getByRole('row').nth(1).waitFor()],
  ['nothing', 'nowhere', (page) => page.getByText('leads to no page').waitFor()],
];

describe.skipIf(!hasBrowser).each(['light', 'dark'] as const)('in the %s theme axe finds nothing on', (colorScheme) => {
  let browser: Browser;
  let visitor: Visitor;
  beforeAll(async () => {
    browser = await launchBrowser();
    visitor = await visitAs(browser, people.owner, { context: { colorScheme } });
    const { tenant } = visitor;
    await fetch(`${tenant.url}/api/v1/stories?colour=red`, { headers: { 'x-user-token': tenant.keys.teamViewer } });
    await fetch(`${tenant.url}/api/v1/nothing`, { headers: { 'x-user-token': tenant.keys.teamViewer } });
  });
  afterAll(async () => {
    await visitor?.tenant.close();
    await browser?.close();
  });

  async function judge(page: Page) {
    // The policy of the page lets no script in that is not its own; axe is put in by the browser, past it.
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }

  test.each(places)('%s', async (_, path, arrive) => {
    await visitor.page.goto(`${visitor.tenant.url}/#/${path}`);
    await arrive(visitor.page);
    await judge(visitor.page);
  });

  test('a key that was just made', async () => {
    const { page, tenant } = visitor;
    await page.goto(`${tenant.url}/#/keys/new`);
    await page.getByLabel('Name', { exact: true }).fill('Laptop');
    await page.getByRole('button', { name: 'Create key' }).click();
    await page.getByRole('button', { name: 'Copy API key' }).waitFor();
    await judge(page);
  });

  test('a consent, and a credential that was just made', async () => {
    const { page, tenant } = visitor;
    await page.goto(`${tenant.url}/#/teams/1101/new/tines`);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await judge(page);
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByRole('button', { name: /Call the API/ }).click();
    await page.getByText('"stack"').waitFor();
    await judge(page);
  });

  test('a question, an exchange, and a list that is empty', async () => {
    const { page, tenant } = visitor;
    await page.goto(`${tenant.url}/#/keys`);
    await page.getByRole('button', { name: 'Delete Detection viewer' }).click();
    await judge(page);
    await page.keyboard.press('Escape');
    await page.goto(`${tenant.url}/#/activity`);
    await page.getByRole('button', { name: 'listStories' }).first().click();
    await judge(page);
    await page.keyboard.press('Escape');
    await page.getByLabel('Operation').fill('no such thing');
    await page.getByText('No request fits the filter.').waitFor();
    await judge(page);
  });

  test('what another person sees, and the choice of a person', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: 'Switch person' }).click();
    await page.getByText('Choose whom to be.').waitFor();
    await judge(page);
    await page.getByRole('button', { name: new RegExp(people.viewer) }).click();
    await page.getByText('No key yet').waitFor();
    await judge(page);
    await page.getByRole('link', { name: 'New API key' }).click();
    await page.getByText('Not offered to you').first().waitFor();
    await judge(page);
  });

  test('a tenant that does not answer', async () => {
    const { page, tenant } = await visitAs(browser, people.owner, { context: { colorScheme } });
    await page.getByText('Amara, personal').waitFor();
    await tenant.close();
    await page.getByText('The tenant does not answer.').waitFor();
    await judge(page);
  });
});
