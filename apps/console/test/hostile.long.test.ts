import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startMockTenant } from '@tines-openapi/mock-tenant';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goTo, hasBrowser, launchBrowser, people, signInAs, visit, visitAs } from './browser.ts';

describe.skipIf(!hasBrowser)('a hostile page', () => {
  let browser: Browser;
  let server: Server;
  let port: number;
  beforeAll(async () => {
    browser = await launchBrowser();
    // Another origin: the same machine and so the same site, which is as near as a stranger can come.
    server = createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Evil</title>'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** Tries from the page what a stranger would, and gives what came of it. */
  function attack(page: Page, target: string): Promise<string[]> {
    return page.evaluate(async (url) => {
      const body = JSON.stringify({ type: 'tenant_owner', name: 'Stolen' });
      const attempts: [string, RequestInit][] = [
        ['/_mock/keys', { method: 'POST', body, mode: 'no-cors', credentials: 'include' }],
        [
          '/_mock/keys',
          { method: 'POST', body, credentials: 'include', headers: { 'content-type': 'application/json' } },
        ],
        ['/_mock/keys/1', { method: 'DELETE', credentials: 'include' }],
        ['/_mock/reset', { method: 'POST', mode: 'no-cors', credentials: 'include' }],
        ['/_mock/session', { method: 'DELETE', credentials: 'include' }],
        ['/_mock/keys', { credentials: 'include' }],
        ['/api/v1/stories', { headers: { authorization: 'Bearer tenant-owner-demo-key' } }],
      ];
      const outcomes = attempts.map(([path, init]) =>
        fetch(url + path, init).then(
          (response) => (response.type === 'opaque' ? 'opaque' : String(response.status)),
          () => 'blocked',
        ),
      );
      return Promise.all(outcomes);
    }, target);
  }

  test.each(['127.0.0.1', 'localhost'])(
    'on %s makes and deletes nothing on a tenant where somebody is signed in',
    async (host) => {
      const { page, tenant } = await visitAs(browser, people.owner);
      // A reset would take it back.
      tenant.manage.createKey({ type: 'tenant_owner', name: 'Mine' });
      const before = JSON.stringify(tenant.snapshot());
      const evil = await page.context().newPage();
      await evil.goto(`http://${host}:${port}/`);
      const outcomes = await attack(evil, tenant.url);
      expect(outcomes.filter((outcome) => outcome !== 'opaque' && outcome !== 'blocked')).toEqual([]);
      await evil.setContent(
        `<form method="post" enctype="text/plain" action="${tenant.url}/_mock/keys"><input name='{"type":"tenant_owner","name":"Stolen","x":"' value='"}'></form>`,
      );
      const refused = evil.waitForResponse(`${tenant.url}/_mock/keys`);
      await evil.evaluate(() => document.forms[0]?.submit());
      expect((await refused).status()).toBe(403);
      expect(JSON.stringify(tenant.snapshot())).toBe(before);
      await tenant.close();
    },
  );

  test('does not show the page of the tenant in a frame', async () => {
    const { page, tenant } = await visitAs(browser, people.owner);
    const evil = await page.context().newPage();
    const complaints: string[] = [];
    evil.on('console', (message) => complaints.push(message.text()));
    await evil.goto(`http://127.0.0.1:${port}/`);
    await evil.setContent(`<iframe src="${tenant.url}/"></iframe>`);
    await expect.poll(() => complaints.join(), { timeout: 20_000 }).toContain('frame-ancestors');
    await tenant.close();
  });

  test('gets nothing by letting its name lead to the tenant', async () => {
    const tenant = await startMockTenant();
    const rebound = await launchBrowser('--host-resolver-rules=MAP evil.com 127.0.0.1');
    const page = await (await rebound.newContext()).newPage();
    const base = tenant.url.replace('127.0.0.1', 'evil.com');
    const answered = await page.goto(`${base}/`);
    expect(answered?.status()).toBe(403);
    const statuses = await page.evaluate(async () => {
      const make = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"type":"personal","name":"x"}',
      };
      const asked = [fetch('/_mock/keys'), fetch('/_mock/keys', make), fetch('/_mock/reset', { method: 'POST' })];
      return (await Promise.all(asked)).map(({ status }) => status);
    });
    expect(statuses).toEqual([403, 403, 403]);
    expect(tenant.manage.keys()).toHaveLength(7);
    await rebound.close();
    await tenant.close();
  });
});

describe.skipIf(!hasBrowser)('names that try to be more than names', () => {
  const wicked = '<img src=x onerror=document.title="taken">';
  const long = 'Averyveryverylongnamewithoutanyspace'.repeat(5);

  test('are shown as what they are, and long ones fit on a phone', async () => {
    const browser = await launchBrowser();
    const tenant = await startMockTenant();
    const email = 'mallory@quiet-harbor.example';
    tenant.manage.createPerson({ email, first_name: wicked, last_name: long, tenant_owner: true });
    tenant.manage.createKey({ type: 'tenant_owner', name: wicked }, email);
    tenant.manage.createKey({ type: 'tenant_owner', name: long }, email);
    const owner = { authorization: `Bearer ${tenant.keys.tenantOwner}`, 'content-type': 'application/json' };
    for (const name of [wicked, long]) {
      await fetch(`${tenant.url}/api/v1/teams`, { method: 'POST', headers: owner, body: JSON.stringify({ name }) });
    }
    const { page, errors, outside } = await visit(browser, tenant, { viewport: { width: 360, height: 740 } });
    const check = async () => {
      expect(await page.locator('#page img:not([src^="/assets/"])').count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(await page.title()).not.toContain('taken');
    };
    await page.getByText(wicked).first().waitFor();
    await check();
    await signInAs(page, '<img');
    for (const section of ['API keys', 'Credentials', 'People', 'Activity'] as const) {
      await goTo(page, section);
      if (section !== 'Activity') await page.getByRole('main').getByText(wicked).first().waitFor();
      await check();
    }
    await page.getByRole('link', { name: 'Audit log' }).click();
    await page.getByRole('row').nth(1).waitFor();
    await check();
    await goTo(page, 'API keys');
    await page.getByRole('button', { name: `Delete ${wicked}` }).click();
    await page.getByRole('dialog').waitFor();
    await check();
    expect([errors, outside]).toEqual([[], []]);
    await tenant.close();
    await browser.close();
  });
});
