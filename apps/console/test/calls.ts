import type { MockTenant } from '@tines-openapi/mock-tenant';

/** Both ways to send a key. */
export const schemes = {
  Authorization: (key: string) => ({ authorization: `Bearer ${key}` }),
  'X-User-Token': (key: string) => ({ 'x-user-token': key }),
} as const;

/** Statuses that a call gets with a key, in both schemes. */
export async function statusesOf({ url }: MockTenant, key: string, path: string): Promise<number[]> {
  const calls = Object.values(schemes).map((scheme) => fetch(`${url}${path}`, { headers: scheme(key) }));
  return (await Promise.all(calls)).map(({ status }) => status);
}

/** The newest entries of the audit log, as the API shows them. */
export async function auditLog(
  tenant: MockTenant,
  count: number,
): Promise<{ operation_name: string; user_name: string }[]> {
  const headers = schemes.Authorization(tenant.keys.tenantOwner);
  const answered = await fetch(`${tenant.url}/api/v1/audit_logs?per_page=${count}`, { headers });
  return (await answered.json()).audit_logs;
}
