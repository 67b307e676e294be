import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goTo, hasBrowser, launchBrowser, people, visitAs } from './browser.ts';

describe.skipIf(!hasBrowser)('the connect flow', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test('goes from the first click to a call with the stored key', async () => {
    const { page, tenant, errors } = await visitAs(browser, people.teamAdmin);
    await goTo(page, 'Credentials');
    await page.getByRole('link', { name: /^Detection/ }).click();
    await page.getByRole('link', { name: 'New credential' }).click();
    await page.getByRole('link', { name: /^Tines/ }).click();

    await page.getByRole('radio', { name: 'Team API key' }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Own API');
    await page.getByLabel('Role', { exact: true }).selectOption('EDITOR');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('The team Detection as Editor').waitFor();
    await page.getByText('Own API, a service account').waitFor();
    await page.getByRole('button', { name: 'Connect' }).click();

    await page.getByRole('heading', { level: 1, name: 'Connected' }).waitFor();
    await page.getByRole('button', { name: 'Call the API with Own API' }).click();
    await page.getByText('"stack"').waitFor();
    expect(tenant.requests.at(-1)).toMatchObject({ operationId: 'getTenantInfo', principal: 'Own API', status: 200 });

    const headers = { 'x-user-token': tenant.keys.teamViewer };
    const shown = await (await fetch(`${tenant.url}/api/v1/user_credentials?team_id=1101`, { headers })).json();
    const names = shown.user_credentials.map(({ name }: { name: string }) => name);
    expect(names).toContain('Own API');
    expect(JSON.stringify(shown)).not.toMatch(/key_id|secret/);

    await goTo(page, 'API keys');
    await page.getByText('Held by the credential Own API.').waitFor();
    expect(errors).toEqual([]);
    await tenant.close();
  });

  test('shows the 401 of a credential whose key was deleted', async () => {
    const { page, tenant } = await visitAs(browser, people.owner);
    tenant.manage.createKey({ type: 'personal', name: 'First' });
    await page.goto(`${tenant.url}/#/teams/1101/new/tines`);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByRole('heading', { level: 1, name: 'Connected' }).waitFor();
    const made = tenant.manage.keys().at(-1);
    tenant.manage.deleteKey(made?.id ?? 0);
    await page.getByRole('button', { name: 'Call the API with Tines API' }).click();
    await page.getByRole('status').getByText('401').waitFor();
    await tenant.close();
  });

  test('is not offered to who may not make credentials in the team, with the reason', async () => {
    const { page, tenant } = await visitAs(browser, people.viewer);
    await goTo(page, 'Credentials');
    await page.getByRole('link', { name: /^Detection/ }).click();
    await page.getByText('Credentials are made by tenant owners').waitFor();
    expect(await page.getByRole('link', { name: 'New credential' }).count()).toBe(0);
    await page.goto(`${tenant.url}/#/teams/1101/new/tines`);
    await page.getByText('Credentials are made by tenant owners').waitFor();
    expect(await page.getByRole('button', { name: 'Continue' }).count()).toBe(0);
    await page.goto(`${tenant.url}/#/teams/1102`);
    await page.getByText('The role of this person in the team shows no credentials.').waitFor();
    await tenant.close();
  });
});
