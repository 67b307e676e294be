import { after, before, beforeEach } from 'node:test';
import { startMockTenant } from '@tines-openapi/mock-tenant';

/** One tenant for the test file that calls this, put back before each test. It is there inside tests and hooks. */
export function useMockTenant(options) {
  const held = {};
  before(async () => {
    held.tenant = await startMockTenant(options);
  });
  beforeEach(() => held.tenant.reset());
  after(() => held.tenant.close());
  return held;
}
