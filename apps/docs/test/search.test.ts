import { beforeAll, describe, expect, test } from 'vitest';
import { listOperations, loadDocument } from '../scripts/document.ts';
import { assemblePages } from '../scripts/pages/assemble.ts';
import { collectEntries } from '../scripts/search/entries.ts';
import { createSearch, type Search } from '../site/src/search/engine.ts';

const document = await loadDocument();
const operations = listOperations(document);

describe('the search', () => {
  let search: Search;

  beforeAll(async () => {
    search = createSearch(await collectEntries(await assemblePages(document), operations));
  });

  test('finds every operation first by its id', () => {
    expect(operations.filter(({ id }) => search(id)[0]?.id !== id).map(({ id }) => id)).toEqual([]);
  });

  test('finds every operation first by its method and path, and among the first by its path alone', () => {
    expect(operations.filter(({ id, method, path }) => search(`${method} ${path}`)[0]?.id !== id)).toEqual([]);
    expect(operations.filter(({ id, path }) => !search(path).some((entry) => entry.id === id))).toEqual([]);
  });

  test('finds every operation by its plain words', () => {
    const lost = operations.filter(({ id, object }) => !search(object.summary).some((entry) => entry.id === id));
    expect(lost.map(({ id, object }) => `${id}: ${object.summary}`)).toEqual([]);
  });

  test.each([
    ['who did what', 'listAuditLogs'],
    ['offboard', 'deleteUser'],
    ['run a story', 'triggerWebhook'],
    ['backup stories', 'exportStory'],
    ['rotate secret', 'updateCredential'],
    ['agents', 'listActions'],
    ['annotations', 'listNotes'],
    ['pull request', 'createChangeRequest'],
    ['test connection', 'getTenantInfo'],
  ])('"%s" finds %s', (query, id) => {
    expect(search(query).map((entry) => entry.id)).toContain(id);
  });

  test.each([
    ['401', 'guides/errors.html'],
    ['pagination', 'guides/paging.html'],
    ['x-user-token', 'authentication.html'],
    ['cases v1 v2 migration', 'cases-v1-to-v2.html'],
    ['siem', 'cookbook/ship-audit-logs.html'],
    ['retry-after', 'guides/rate-limits.html'],
    ['download openapi.json', 'machines.html'],
  ])('"%s" finds the page %s', (query, url) => {
    expect(search(query).map((entry) => entry.url.replace(/#.*/, ''))).toContain(url);
  });

  test('answers nothing to what is not there', () => {
    expect(search('zzqxv')).toEqual([]);
  });
});
