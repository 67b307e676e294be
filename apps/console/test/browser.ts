/** A real browser on a tenant, and somebody in front of its page. */
import { type MockTenant, type MockTenantOptions, startMockTenant } from '@tines-openapi/mock-tenant';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type WatchedPage, watchedPage } from '../../../.ci/browser.ts';

export { accessibilityTags, hasBrowser, launchBrowser } from '../../../.ci/browser.ts';

/** Where each of the seed's people stands in the tenant. */
export const people = {
  owner: 'Amara Okafor',
  editor: 'Ben Lindqvist',
  teamAdmin: 'Dev Patel',
  viewer: 'Elif Demir',
} as const;

/** A person in front of the page of a tenant. */
export interface Visitor extends WatchedPage {
  tenant: MockTenant;
}

/** Opens the page of a tenant, not signed in. */
export async function visit(
  browser: Browser,
  tenant: MockTenant,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  // Refusals are answers like others to the page; a browser writes them on its console all the same.
  const watched = await watchedPage(browser, tenant.url, options, /Failed to load resource/);
  const { page } = watched;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: tenant.url });
  await page.goto(`${tenant.url}/`);
  return { ...watched, tenant };
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
