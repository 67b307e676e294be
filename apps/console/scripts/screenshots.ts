/** Makes four pictures of the page in both themes, for the guides and the README. A person looks at each before it goes in. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type MockTenant, startMockTenant } from '@tines-openapi/mock-tenant';
import type { Page } from 'playwright-core';
import { goTo, launchBrowser, people, signInAs, switchTo, visit } from '../test/browser.ts';
import { createKey } from '../test/key-flow.ts';

const folder = fileURLToPath(new URL('../../docs/site/public/console/', import.meta.url));
const viewport = { width: 1200, height: 800 };

await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
for (const colorScheme of ['light', 'dark'] as const) {
  // The port is in the pictures, so it is the one that the command line has.
  const tenant = await startMockTenant({ port: 4010 });
  const { page } = await visit(browser, tenant, { colorScheme, viewport, reducedMotion: 'reduce' });
  const picture = (name: string) => page.screenshot({ path: `${folder}${name}-${colorScheme}.png` });

  await signInAs(page, people.teamAdmin);
  await page.getByRole('link', { name: 'New API key' }).click();
  await page.getByRole('radio', { name: 'Team API key' }).check();
  await rest(page);
  await picture('new-key');

  await createKey(page, { type: 'Team API key', name: 'CI pipeline', team: 'Detection', role: 'EDITOR' });
  await connect(page);
  await page.getByText('The secret goes straight into the credential').waitFor();
  await rest(page);
  await picture('connect');
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByRole('button', { name: 'Call the API' }).click();
  await page.getByText('"stack"').waitFor();

  await call(tenant);
  await switchTo(page, people.owner);
  await page.getByRole('heading', { name: 'Amara, personal' }).waitFor();
  await rest(page);
  await picture('api-keys');

  await goTo(page, 'Activity');
  await page.getByRole('button', { name: 'createStory' }).first().waitFor();
  await rest(page);
  await picture('activity');
  await tenant.close();
}
await browser.close();
console.log(`Pictures are in ${folder}`);

/** Takes the pointer away from everything that changes under it. */
async function rest(page: Page): Promise<void> {
  await page.mouse.move(1, viewport.height - 1);
}

async function connect(page: Page): Promise<void> {
  await goTo(page, 'Credentials');
  await page.getByRole('link', { name: /^Detection/ }).click();
  await page.getByRole('link', { name: 'New credential' }).click();
  await page.getByRole('link', { name: /^Tines/ }).click();
  await page.getByRole('radio', { name: 'Team API key' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Calls of every sort: fine, refused, unknown, off the document. */
async function call({ url, keys }: MockTenant): Promise<void> {
  const bearer = (key: string) => ({ authorization: `Bearer ${key}`, 'content-type': 'application/json' });
  const calls: [string, RequestInit][] = [
    ['/api/v1/stories', { headers: { 'x-user-token': keys.teamViewer } }],
    ['/api/v1/stories/3103', { headers: { 'x-user-token': keys.teamViewer } }],
    ['/api/v1/stories', { method: 'POST', headers: bearer(keys.teamEditor), body: '{"team_id":1101,"name":"Triage"}' }],
    ['/api/v1/stories', { method: 'POST', headers: bearer(keys.teamEditor), body: '{"team_id":"Detection"}' }],
    ['/api/v1/audit_logs?per_page=5', { headers: bearer(keys.serviceAudit) }],
    ['/api/v1/info', { headers: bearer(keys.deactivatedUser) }],
    ['/api/v1/events?colour=red', { headers: { 'x-user-token': keys.teamViewer } }],
  ];
  for (const [path, init] of calls) await fetch(`${url}${path}`, init);
}
