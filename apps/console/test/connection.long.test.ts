import { startMockTenant } from '@tines-openapi/mock-tenant';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goTo, hasBrowser, launchBrowser, people, visit, visitAs } from './browser.ts';
import { keyCard } from './key-flow.ts';

describe.skipIf(!hasBrowser)('when the tenant does not answer', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test('the page says so, and comes back by itself with what changed meanwhile', async () => {
    const { page, tenant } = await visitAs(browser, people.owner);
    const { port } = new URL(tenant.url);
    await keyCard(page, 'Amara, personal').waitFor();
    await tenant.close();
    await page.getByRole('status').getByText('The tenant does not answer.').waitFor();
    expect(await keyCard(page, 'Amara, personal').count()).toBe(1);
    const again = await startMockTenant({ port: Number(port) });
    again.manage.createKey({ type: 'tenant_owner', name: 'Made meanwhile' });
    await keyCard(page, 'Made meanwhile').waitFor();
    await page.getByText('The tenant does not answer.').waitFor({ state: 'detached' });
    again.manage.createKey({ type: 'tenant_owner', name: 'Made after' });
    await keyCard(page, 'Made after').waitFor();
    await again.close();
  });

  test('what somebody was about to do is still there', async () => {
    const { page, tenant } = await visitAs(browser, people.owner);
    const { port } = new URL(tenant.url);
    await page.getByRole('link', { name: 'New API key' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Half typed');
    await tenant.close();
    await page.getByText('The tenant does not answer.').waitFor();
    await page.getByRole('button', { name: 'Create key' }).click();
    const again = await startMockTenant({ port: Number(port) });
    await page.getByText('The tenant does not answer.').waitFor({ state: 'detached' });
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Half typed');
    await page.getByRole('button', { name: 'Create key' }).click();
    await page.getByRole('heading', { level: 1, name: 'Your new API key' }).waitFor();
    expect(again.manage.keys().filter(({ name }) => name === 'Half typed')).toHaveLength(1);
    await again.close();
  });

  test('a tenant that asks for a token is used with it, and the browser does not keep it', async () => {
    const tenant = await startMockTenant({ mockToken: 'a-token-of-the-tenant' });
    const { page } = await visit(browser, tenant);
    await page.getByLabel('Token').fill('wrong');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('X-Mock-Token is not the token of this tenant.').waitFor();
    await page.getByLabel('Token').fill('a-token-of-the-tenant');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('button', { name: new RegExp(people.owner) }).click();
    await goTo(page, 'Activity');
    await fetch(`${tenant.url}/api/v1/info`, { headers: { 'x-user-token': tenant.keys.teamViewer } });
    await page.getByRole('button', { name: 'getTenantInfo' }).waitFor();
    expect(JSON.stringify(await page.context().storageState())).not.toContain('a-token-of-the-tenant');
    await tenant.close();
  });
});
