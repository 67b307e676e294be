import { type MockTenant, startMockTenant } from '@tines-openapi/mock-tenant';
import { createTinesClient, type TinesClient, type TinesClientOptions } from '../../src/index.ts';
import { noDelay } from '../../src/testing.ts';

/** A mock tenant and a client of it, both of their own. */
export async function startTenant(
  options: Partial<TinesClientOptions> = {},
): Promise<{ tenant: MockTenant; client: TinesClient }> {
  const tenant = await startMockTenant();
  const client = createTinesClient({
    tenant: tenant.url,
    auth: tenant.keys.tenantOwner,
    retry: noDelay,
    ...options,
  });
  return { tenant, client };
}
