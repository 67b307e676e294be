import { readFileSync } from 'node:fs';
import { startMockTenant } from '@tines-openapi/mock-tenant';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goTo, hasBrowser, launchBrowser, people, signInAs, visit, visitAs } from './browser.ts';
import { createKey, keyCard } from './key-flow.ts';

describe.skipIf(!hasBrowser)('the activity', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test('shows requests as they come, filtered by operation, key and status, with what the contract said', async () => {
    const { page, tenant, errors } = await visitAs(browser, people.owner);
    await goTo(page, 'Activity');
    await page.getByText('Nobody has called the API yet').waitFor();
    const call = (path: string, key: string) =>
      fetch(`${tenant.url}${path}`, { headers: { authorization: `Bearer ${key}` } });
    await call('/api/v1/stories?colour=red', tenant.keys.teamViewer);
    const row = page.getByRole('row').filter({ hasText: 'listStories' });
    await row.getByText('Detection viewer').waitFor();
    for (const text of ['Team', 'Authorization', '200', '1 finding']) expect(await row.textContent()).toContain(text);

    await call('/api/v1/stories/3103', tenant.keys.teamViewer);
    await call('/api/v1/info', tenant.keys.tenantOwner);
    await call('/api/v1/info', 'a-secret-nobody-knows');
    await page.getByRole('status').getByText('4 requests.').waitFor();
    await page.getByLabel('Status').selectOption('4');
    await page.getByRole('status').getByText('2 requests.').waitFor();
    await page.getByLabel('Key').selectOption('Detection viewer');
    await page.getByRole('status').getByText('1 request.').waitFor();
    await page.getByLabel('Operation').fill('getTenantInfo');
    await page.getByRole('status').getByText('No request fits the filter.').waitFor();
    await page.getByLabel('Status').selectOption('');
    await page.getByLabel('Key').selectOption('Tenant automation');
    await page.getByRole('status').getByText('1 request.').waitFor();

    await page.getByLabel('Operation').fill('/stories');
    await page.getByLabel('Key').selectOption('');
    await page.getByLabel('Status').selectOption('contract');
    await page.getByRole('button', { name: 'listStories' }).click();
    const exchange = page.getByRole('dialog');
    await exchange.getByText('colour is no parameter that the document knows.').waitFor();
    await exchange.getByText('"authorization": "[redacted]"').waitFor();
    await exchange.getByText('"stories"').waitFor();
    expect(await page.content()).not.toContain(tenant.keys.teamViewer);
    expect(errors).toEqual([]);
    await tenant.close();
  });

  test('is emptied by a reset, which takes back what was made', async () => {
    const { page, tenant } = await visitAs(browser, people.owner);
    await createKey(page, { type: 'Personal API key', name: 'Laptop' });
    await fetch(`${tenant.url}/api/v1/info`, { headers: { 'x-user-token': tenant.keys.teamViewer } });
    await goTo(page, 'Activity');
    await page.getByRole('button', { name: 'getTenantInfo' }).waitFor();
    await page.getByRole('button', { name: 'Reset tenant' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reset', exact: true }).click();
    await page.getByText('Nobody has called the API yet').waitFor();
    await goTo(page, 'API keys');
    await keyCard(page, 'Amara, personal').waitFor();
    expect(await keyCard(page, 'Laptop').count()).toBe(0);
    await tenant.close();
  });

  test('gives the tenant as a seed from which another one starts with what was made', async () => {
    const { page, tenant } = await visitAs(browser, people.owner);
    const key = await createKey(page, { type: 'Tenant owner API key', name: 'Kept' });
    await goTo(page, 'Activity');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as seed' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('tenant.seed.json');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).not.toContain(key);
    await tenant.close();
    const second = await startMockTenant({ seed: JSON.parse(text) });
    expect((await fetch(`${second.url}/api/v1/info`, { headers: { 'x-user-token': key } })).status).toBe(200);
    await second.close();
  });

  test('keeps the audit log from who may not read it', async () => {
    const { page, tenant } = await visitAs(browser, people.editor);
    await goTo(page, 'Activity');
    await page.getByRole('link', { name: 'Audit log' }).click();
    await page.getByText('The audit log is for tenant owners and holders of AUDIT_LOG_READ.').waitFor();
    await tenant.close();
  });
});

describe.skipIf(!hasBrowser)('two browsers on one tenant', () => {
  test('see at once what the other one does', async () => {
    const browsers = await Promise.all([launchBrowser(), launchBrowser()]);
    const tenant = await startMockTenant();
    const [owner, admin] = await Promise.all(browsers.map((browser) => visit(browser, tenant)));
    if (!owner || !admin) throw new TypeError('Two were opened.');
    await signInAs(owner.page, people.owner);
    await signInAs(admin.page, people.teamAdmin);
    await createKey(admin.page, { type: 'Team API key', name: 'CI', team: 'Detection', role: 'VIEWER' });
    await goTo(admin.page, 'API keys');
    await keyCard(owner.page, 'CI').getByText(`Made by`).waitFor();
    await owner.page.getByRole('button', { name: 'Delete CI' }).click();
    await owner.page.getByRole('button', { name: 'Delete key' }).click();
    await keyCard(admin.page, 'CI').waitFor({ state: 'detached' });
    await goTo(owner.page, 'People');
    await owner.page.getByRole('button', { name: `Deactivate ${people.teamAdmin}` }).click();
    await admin.page.getByRole('heading', { level: 1, name: 'Sign in as' }).waitFor();
    expect([...owner.errors, ...admin.errors]).toEqual([]);
    await tenant.close();
    await Promise.all(browsers.map((browser) => browser.close()));
  });
});
