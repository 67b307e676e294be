/** A real browser for the tests of the console and of the docs, and a page of it that notes everything that must not happen. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** Whether there is a browser. Where every toolchain is required, a missing one fails the tests instead of skipping them. */
export const hasBrowser = executablePath !== undefined || process.env.REQUIRE_ALL_TOOLCHAINS !== undefined;
if (!hasBrowser) console.warn('Skipped: no Chromium. Install one, for example with `apt-get install chromium`.');

/**
 * Starts the browser. It calls nobody by itself.
 *
 * @param flags Further flags of its command line.
 * @throws Error where there is none.
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

/** A page, and what it did that it should not have done. */
export interface WatchedPage {
  page: Page;
  /** Addresses that the page asked for and that are not of its origin. */
  outside: string[];
  /** Errors on the console and uncaught ones, each behind the page's address; violations of its policy are among them. */
  errors: string[];
}

/**
 * Opens an empty page that records requests away from an origin, and errors.
 *
 * @param origin What the address of every allowed request begins with.
 * @param expected What an error on the console says that is no fault.
 */
export async function watchedPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
  expected?: RegExp,
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const watched: WatchedPage = { page, outside: [], errors: [] };
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(blob|data):/.test(url)) watched.outside.push(url);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected?.test(message.text()))
      watched.errors.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => watched.errors.push(`${page.url()}: ${error.message}`));
  return watched;
}

/** The rules that every page keeps: WCAG 2.2, levels A and AA. */
export const accessibilityTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
