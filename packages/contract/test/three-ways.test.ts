import { type MockTenant, startMockTenant } from '@tines-openapi/mock-tenant';
import { afterEach, describe, expect, test } from 'vitest';
import { allCases } from '../src/cases/all.ts';
import { generateCases } from '../src/cases/generate.ts';
import { demoKeys } from '../src/cases/keys.ts';
import { loadCases } from '../src/cases/load.ts';
import { operations } from '../src/document/document.ts';
import type { Report } from '../src/run/report.ts';
import { runCases } from '../src/run/run-cases.ts';
import { differences } from './differences.ts';
import { startPrismProxy } from './targets.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const entry of open.splice(0)) await entry.close();
});

async function startTenant(options: Parameters<typeof startMockTenant>[0] = {}): Promise<MockTenant> {
  const tenant = await startMockTenant(options);
  open.unshift(tenant);
  return tenant;
}

const failed = ({ results }: Report) =>
  results
    .filter(({ outcome }) => outcome !== 'passed')
    .map(({ name, caller, scheme, findings }) => `${name} (${caller}, ${scheme}): ${findings.join('; ')}`);

describe('against the mock tenant', () => {
  test('the cases made by hand hold in both schemes, through the client and by bare fetch', async () => {
    const tenant = await startTenant();
    const { url: target, reset } = tenant;
    const report = await runCases({ target, keys: demoKeys, cases: loadCases(), reset, denied: 404 });
    expect(failed(report)).toEqual([]);
    const ways = new Set(report.results.map(({ scheme, caller }) => `${caller} ${scheme}`));
    expect([...ways].sort()).toEqual([
      'client bearer',
      'client userToken',
      'fetch bearer',
      'fetch null',
      'fetch userToken',
    ]);
  });

  test('a tenant that denies with 403 holds the same cases', async () => {
    const { url: target, reset } = await startTenant({ denied: 403 });
    const cases = loadCases().filter(({ expect: { status } }) => status === 'denied');
    expect(cases.length).toBeGreaterThan(8);
    expect(failed(await runCases({ target, keys: demoKeys, cases, reset, denied: 403 }))).toEqual([]);
  });

  test('every operation has a good and a refused case, and all of them hold', { timeout: 60_000 }, async () => {
    const { url: target, reset } = await startTenant();
    const cases = allCases();
    const report = await runCases({ target, keys: demoKeys, cases, reset, denied: 404, sample: true });
    expect(failed(report)).toEqual([]);
    const takesKey = [...operations.values()].filter(({ right }) => right !== undefined);
    const refused = new Set(cases.filter((entry) => entry.refused).map(({ operation }) => operation));
    expect(takesKey.filter(({ id }) => !refused.has(id)).map(({ id }) => id)).toEqual([]);
  });
});

describe('against plain Prism', () => {
  test('the stateless cases hold', { timeout: 60_000 }, async () => {
    const { url: target } = await startTenant({ engine: 'prism' });
    const cases = [...loadCases(), ...generateCases()].filter(({ stateless }) => stateless);
    expect(cases.length).toBeGreaterThan(1000);
    const report = await runCases({ target, keys: demoKeys, cases, denied: 404, sample: true });
    expect(failed(report)).toEqual([]);
  });
});

describe('against the mock tenant behind prism proxy --errors', () => {
  test('the cases made by hand hold, or a note names the difference between the judges', {
    timeout: 60_000,
  }, async () => {
    const tenant = await startTenant();
    const proxy = await startPrismProxy(tenant.url);
    open.unshift(proxy);
    const options = { keys: demoKeys, denied: 404, behind: 'prism', reset: tenant.reset } as const;
    const report = await runCases({ ...options, target: proxy.url, cases: loadCases() });
    const noted = ({ name }: { name: string }) => differences.cases.find((note) => new RegExp(note.case).test(name));
    const wrong = report.results.filter(({ outcome }) => outcome === 'failed');
    expect(wrong.filter((result) => !noted(result)).map(({ name, findings }) => [name, ...findings])).toEqual([]);
  });
});
