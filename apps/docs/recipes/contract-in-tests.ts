import assert from 'node:assert/strict';
import { allCases, demoKeys, runCases } from '@tines-openapi/contract';
import { startMockTenant } from '@tines-openapi/mock-tenant';

const tenant = await startMockTenant();
const cases = allCases().filter(({ section }) => section === 'Teams');
const report = await runCases({ target: tenant.url, keys: demoKeys, cases, reset: () => tenant.reset() });
await tenant.close();
assert.equal(report.total.failed, 0);
console.log(report.total); // { passed: …, failed: 0, skipped: 0 }
