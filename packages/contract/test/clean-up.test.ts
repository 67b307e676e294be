import { type MockTenant, startMockTenant } from '@tines-openapi/mock-tenant';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoKeys } from '../src/cases/keys.ts';
import { loadCases } from '../src/cases/load.ts';
import { runCases } from '../src/run/run-cases.ts';

/** What tells of what happened: every call may add to it, and no operation takes one entry of it away. */
const history = new Set(['auditLogs', 'caseActivities', 'actionLogs', 'events', 'runs']);

/** What a case leaves all the same, and why it cannot be otherwise. */
const left: Record<string, { what: string[]; because: string }> = {
  'An approved change request is promoted': {
    what: ['actions.options.payload.serial', 'a row of actionLinks'],
    because: 'A promotion puts what the draft has in the place of what the story had; it belongs to the story now.',
  },
  'A draft gets a change request and is deleted after it': {
    what: ['a row of changeRequests'],
    because: 'A change request is cancelled and stays as what was asked for; no operation deletes one.',
  },
};

type Rows = Map<string, unknown>;

let tenant: MockTenant;
beforeAll(async () => {
  tenant = await startMockTenant();
});
afterAll(() => tenant.close());

function rowsOf({ collections }: ReturnType<MockTenant['snapshot']>): Map<string, Rows> {
  const entries = Object.entries(collections).filter(([name]) => !history.has(name));
  return new Map(entries.map(([name, { rows }]) => [name, new Map(rows.map((row) => [String(row.id), row]))]));
}

/** What there is more of than before: rows, and what an object that was there before holds, such as its owners. */
function growth(before: Map<string, Rows>, after: Map<string, Rows>): string[] {
  return [...after].flatMap(([name, rows]) =>
    [...rows].flatMap(([id, row]) => {
      const earlier = before.get(name)?.get(id);
      return earlier === undefined ? [`a row of ${name}`] : grown(earlier, row, name);
    }),
  );
}

function grown(before: unknown, after: unknown, at: string): string[] {
  if (typeof after !== 'object' || after === null) return [];
  const earlier = (before ?? {}) as Record<string, unknown>;
  return Object.entries(after).flatMap(([key, value]) => {
    const isNew = !(key in earlier) && !(Array.isArray(value) && value.length === 0);
    return isNew ? [`${at}.${key}`] : grown(earlier[key], value, `${at}.${key}`);
  });
}

test('every case made by hand takes away what it has made, or a reason says why it cannot', async () => {
  const found: Record<string, string[]> = {};
  for (const entry of loadCases()) {
    tenant.reset();
    const before = rowsOf(tenant.snapshot());
    const report = await runCases({ target: tenant.url, keys: demoKeys, cases: [entry], sample: true });
    expect(report.results.flatMap(({ findings }) => findings)).toEqual([]);
    const more = growth(before, rowsOf(tenant.snapshot()));
    if (more.length > 0) found[entry.name] = more;
  }
  expect(found).toEqual(Object.fromEntries(Object.entries(left).map(([name, { what }]) => [name, what])));
});
