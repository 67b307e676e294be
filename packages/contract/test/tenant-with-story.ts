import { type MockTenant, startMockTenant } from '@tines-openapi/mock-tenant';

/** The secret of the demo tenant's owner. */
export const key = 'tenant-owner-demo-key';

/** Starts a mock tenant and reads a story of it, a true answer that tests hold and falsify. */
export async function startWithStory(): Promise<{ tenant: MockTenant; story: Record<string, unknown> }> {
  const tenant = await startMockTenant();
  const headers = { authorization: `Bearer ${key}` };
  const response = await fetch(`${tenant.url}/api/v1/stories/3101`, { headers });
  return { tenant, story: (await response.json()) as Record<string, unknown> };
}
