/** A real browser on a tenant, and a page of it that notes everything that must not happen. */
import { existsSync } from 'node:fs';
import { type MockTenant, type MockTenantOptions, startMockTenant } from '@tines-openapi/mock-tenant';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** Whether there is a browser. Where every toolchain is required, a missing one fails the tests instead of skipping them. */
export const hasBrowser = executablePath !== undefined || process.env.REQUIRE_ALL_TOOLCHAINS !== undefined;
if (!hasBrowser) console.warn('Skipped: no Chromium. Install one, for example with `apt-get install chromium`.');

/**
 * Starts the browser. It calls nobody by itself.
 *
 * @param flags Further flags of its command line.
 */
export function launchBrowser(...flags: string[]): Promise<Browser> {
  if (executablePath === undefined) throw new Error('These tests need Chromium: `apt-get install chromium`.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...flags,
    ],
  });
}

/** Where each of the seed's people stands in the tenant. */
export const people = {
  owner: 'Amara Okafor',
  editor: 'Ben Lindqvist',
  teamAdmin: 'Dev Patel',
  viewer: 'Elif Demir',
} as const;

/** A person in front of the page of a tenant. */
export interface Visitor {
  page: Page;
  tenant: MockTenant;
  /** Addresses outside the tenant that the page asked for. */
  outside: string[];
  /** Errors on the console and uncaught ones, violations of the page's policy included. */
  errors: string[];
}

/** Opens the page of a tenant, not signed in. */
export async function visit(
  browser: Browser,
  tenant: MockTenant,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 860 }, ...options });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: tenant.url });
  const page = await context.newPage();
  const visitor: Visitor = { page, tenant, outside: [], errors: [] };
  page.on('request', (request) => {
    if (!request.url().startsWith(tenant.url) && !/^(blob|data):/.test(request.url()))
      visitor.outside.push(request.url());
  });
  // Refusals are answers like others to the page; a browser writes them on its console all the same.
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      visitor.errors.push(message.text());
  });
  page.on('pageerror', (error) => visitor.errors.push(error.message));
  await page.goto(`${tenant.url}/`);
  return visitor;
}

/** Starts a tenant and opens its page as one of its people. */
export async function visitAs(
  browser: Browser,
  name: string,
  options: MockTenantOptions & { context?: BrowserContextOptions } = {},
): Promise<Visitor> {
  const visitor = await visit(browser, await startMockTenant(options), options.context);
  await signInAs(visitor.page, name);
  return visitor;
}

export async function signInAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('navigation', { name: 'Tenant' }).waitFor();
}

/** Goes to a page by the navigation. */
export async function goTo(page: Page, section: 'API keys' | 'Credentials' | 'People' | 'Activity'): Promise<void> {
  await page.getByRole('navigation', { name: 'Tenant' }).getByRole('link', { name: section }).click();
  await page.getByRole('heading', { level: 1, name: section }).waitFor();
}

/** Signs in as somebody else. */
export async function switchTo(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Switch person' }).click();
  await signInAs(page, name);
}
