import { startMockTenant } from '@tines-openapi/mock-tenant';
import { describe, expect, test } from 'vitest';
import { allCases } from '../src/cases/all.ts';
import { demoKeys } from '../src/cases/keys.ts';
import { runCases } from '../src/run/run-cases.ts';
import { differences } from './differences.ts';
import { startPrismProxy } from './targets.ts';

describe('all cases, each in both schemes, through the client and by bare fetch', () => {
  test('hold against the mock tenant', async () => {
    const tenant = await startMockTenant();
    const { url: target, reset } = tenant;
    const report = await runCases({ target, keys: demoKeys, cases: allCases(), reset, denied: 404 });
    await tenant.close();
    expect(report.results.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(report.total.passed).toBeGreaterThan(4000);
  });

  test('hold behind prism proxy --errors, and every note on a difference is needed', async () => {
    const tenant = await startMockTenant();
    const proxy = await startPrismProxy(tenant.url);
    const options = { keys: demoKeys, denied: 404, behind: 'prism', sample: true, reset: tenant.reset } as const;
    const report = await runCases({ ...options, target: proxy.url, cases: allCases() });
    await proxy.close();
    await tenant.close();
    const noteFor = (name: string) => differences.cases.find((note) => new RegExp(note.case).test(name));
    const wrong = report.results.filter(({ outcome }) => outcome === 'failed');
    expect(wrong.filter(({ name }) => !noteFor(name))).toEqual([]);
    const used = new Set(wrong.map(({ name }) => noteFor(name)?.id));
    expect(differences.cases.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });
});
