import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type MockTenant, type MockTenantOptions, startMockTenant } from './index.ts';

/**
 * One tenant for the test file, put back to its start before each test. Call it at the top of the file:
 *
 * ```ts
 * const tenant = useMockTenant();
 * test('lists stories', async () => {
 *   const response = await fetch(`${tenant.url}/api/v1/stories`, { headers: { 'x-user-token': tenant.keys.teamViewer } });
 *   expect(tenant.requests.at(-1)?.operationId).toBe('listStories');
 * });
 * ```
 *
 * @returns The tenant; it is there inside tests and hooks, not while the file is read.
 */
export function useMockTenant(options: MockTenantOptions = {}): MockTenant {
  let started: MockTenant | undefined;
  beforeAll(async () => {
    started = await startMockTenant(options);
  });
  beforeEach(() => started?.reset());
  afterAll(() => started?.close());
  return new Proxy({} as MockTenant, {
    get(_, name) {
      if (!started)
        throw new Error('The mock tenant is there inside tests and hooks only; it starts before the first one.');
      return Reflect.get(started, name);
    },
  });
}
