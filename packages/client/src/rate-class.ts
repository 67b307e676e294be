/** Requests a minute by class, for each key and address together. Webhooks count by path. */
export const perMinute: Readonly<Record<string, number>> = {
  default: 5000,
  actions: 100,
  admin_users: 500,
  audit_logs: 1000,
  records: 400,
  record_queries: 200,
  webhooks: 1000,
};

const byStart: readonly (readonly [RegExp, string])[] = [
  [/^\/api\/v1\/(actions|agents)\b/, 'actions'],
  [/^\/api\/v1\/admin\/users\b/, 'admin_users'],
  [/^\/api\/v1\/audit_logs\b/, 'audit_logs'],
  [/^\/api\/v\d\/records\/(query|aggregate)$/, 'record_queries'],
  [/^\/api\/v\d\/records\b/, 'records'],
  [/^\/webhook\//, 'webhooks'],
];

/** The class whose limit a path counts against, by how the template starts. */
export function rateClassOf(path: string): string {
  return byStart.find(([start]) => start.test(path))?.[1] ?? 'default';
}
