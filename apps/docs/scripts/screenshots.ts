/** Makes pictures of fourteen pages in both themes and on a phone into `screenshots/`, for a person to look at. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../../../.ci/browser.ts';
import { dist, docs } from './paths.ts';
import { serveFolder } from './serve.ts';

const pages = [
  'index.html',
  'start.html',
  'authentication.html',
  'which-path.html',
  'cases-v1-to-v2.html',
  'known.html',
  'proof.html',
  'changes.html',
  'guides/errors.html',
  'guides/mock-tenant.html',
  'guides/generating-clients.html',
  'cookbook/back-up-a-tenant.html',
  '404.html',
  'reference/index.html#/stories/createstory',
];
const looks = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1280, height: 1000 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1280, height: 1000 } },
  { name: 'phone', colorScheme: 'light', viewport: { width: 360, height: 760 } },
] as const;

const folder = join(docs, 'screenshots');
await mkdir(folder, { recursive: true });
const host = await serveFolder(dist, { base: '/docs/' });
const browser = await launchBrowser();
for (const { name, ...options } of looks) {
  const page = await (await browser.newContext(options)).newPage();
  for (const path of pages) {
    await page.goto(`${host.url}${path}`, { waitUntil: 'networkidle' });
    if (path.includes('#')) {
      await page.getByText('View security details').first().waitFor();
      await page.getByText('Loading...').waitFor({ state: 'hidden' });
      // The renderer draws what is near to the window and scrolls again when it has grown.
      await page.waitForFunction(() => {
        const place = window.document.getElementById('stories/createstory')?.getBoundingClientRect();
        return place !== undefined && place.height > 400 && Math.abs(place.top) < 200;
      });
    }
    const file = `${path.replace(/\.html.*/, '').replaceAll('/', '-')}-${name}.png`;
    await page.screenshot({ path: join(folder, file) });
  }
  await page.goto(`${host.url}start.html`);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).fill('who did what');
  await page.getByRole('listbox', { name: 'Results' }).getByRole('option').first().waitFor();
  await page.screenshot({ path: join(folder, `search-${name}.png`) });
}
await browser.close();
await host.close();
console.log(`Pictures are in ${folder}`);
