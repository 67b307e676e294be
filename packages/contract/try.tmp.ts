import { startMockTenant } from '@tines-openapi/mock-tenant';
import { demoKeys, generateCases, loadCases, runCases } from '/work/main/packages/contract/src/index.ts';

const which = process.argv[2] ?? 'tenant';
const tenant = await startMockTenant({ engine: which as 'tenant' });
const cases = process.argv[3] === 'hand' ? loadCases() : generateCases();
const report = await runCases({
  target: tenant.url,
  keys: demoKeys,
  cases,
  reset: tenant.reset,
  sample: process.argv[4] !== 'full',
  denied: 404,
});
console.log(report.total, report.duration | 0);
for (const r of report.results.filter((r) => r.outcome === 'failed'))
  console.log(r.caller, r.scheme, r.name, '::', r.findings.join(' | ').slice(0, 300));
await tenant.close();
