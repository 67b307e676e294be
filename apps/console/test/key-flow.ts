import type { Page } from 'playwright-core';
import { goTo } from './browser.ts';

export interface WantedKey {
  /** Title of the type, such as `Team API key`. */
  type: string;
  name: string;
  team?: string;
  role?: string;
  permissions?: readonly string[];
}

/** Makes a key on the page, and gives the secret that is shown once. */
export async function createKey(page: Page, wanted: WantedKey): Promise<string> {
  await goTo(page, 'API keys');
  await page.getByRole('link', { name: 'New API key' }).click();
  await page.getByRole('radio', { name: wanted.type }).check();
  if (wanted.team) await page.getByLabel('Team', { exact: true }).selectOption(wanted.team);
  if (wanted.role) await page.getByLabel('Role', { exact: true }).selectOption(wanted.role);
  for (const permission of wanted.permissions ?? []) await page.getByLabel(permission).check();
  await page.getByLabel('Name', { exact: true }).fill(wanted.name);
  await page.getByRole('button', { name: 'Create key' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your new API key' }).waitFor();
  return secretOn(page);
}

/** The secret that the page shows now. */
export async function secretOn(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Copy API key' }).click();
  await page.getByRole('status').getByText('API key copied').waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The card of a key in the list. */
export function keyCard(page: Page, name: string) {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
}
