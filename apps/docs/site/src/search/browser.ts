/** What the search script leaves for the pages: a function that is loaded when somebody first searches. */
import { createSearch, type Entry, type Search } from './engine.ts';

declare global {
  var siteSearchEntries: Entry[];
  var siteSearch: Search | undefined;
}

globalThis.siteSearch = createSearch(globalThis.siteSearchEntries);
