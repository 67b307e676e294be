/** A real browser for the tests, and a page of it that notes everything that must not happen. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** Whether there is a browser. Where every toolchain is required, a missing one fails the tests instead of skipping them. */
export const hasBrowser = executablePath !== undefined || process.env.REQUIRE_ALL_TOOLCHAINS !== undefined;
if (!hasBrowser) console.warn('Skipped: no Chromium. Install one, for example with `apt-get install chromium`.');

/** Starts the browser. It calls nobody by itself. */
export function launchBrowser(): Promise<Browser> {
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
    ],
  });
}

/** A page, and what it did that it should not have done. */
export interface WatchedPage {
  page: Page;
  /** Addresses outside the site that the page asked for. */
  outside: string[];
  /** Errors on the console and uncaught ones. */
  errors: string[];
}

/**
 * Opens a page that records requests away from the site and errors.
 *
 * @param origin What the address of every allowed request begins with.
 */
export async function watchedPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const outside: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')) outside.push(url);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
  return { page, outside, errors };
}

/** The rules that every page keeps: WCAG 2.2, levels A and AA. */
export const accessibilityTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
