/** The built site behind a host, under a path that it does not know, and a browser in front of it: for all tests of a file. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from '../../../.ci/browser.ts';
import { dist } from '../scripts/paths.ts';
import { type StaticHost, serveFolder } from '../scripts/serve.ts';

/** What the tests of a file share. Each property is there once the first test begins. */
export interface OpenedSite {
  browser: Browser;
  /** Where the site is, with a slash at the end. */
  url: string;
}

/** To be called inside a `describe`: starts both before its tests and ends them afterwards. */
export function openBuiltSite(): OpenedSite {
  const opened = {} as OpenedSite;
  let host: StaticHost | undefined;

  beforeAll(async () => {
    host = await serveFolder(dist, { base: '/some/where/' });
    opened.url = host.url;
    opened.browser = await launchBrowser();
  });
  afterAll(async () => {
    await opened.browser?.close();
    await host?.close();
  });

  return opened;
}
