import { openTenant } from './ask.ts';

const key = 'personal-owner-demo-key';

/** A tenant that the owner asks, and `types`, which tells what kinds of entry the timeline of a case holds. */
export function openCases() {
  const { ask, tenant } = openTenant();
  const call = (line: string, body?: unknown) => ask(line, { key, ...(body !== undefined && { body }) });
  const types = async (id = 1401) =>
    (await call(`GET /api/v2/cases/${id}/activities`)).body.activities.map(
      ({ activity_type }: Record<string, string>) => activity_type,
    );
  return { ask, call, tenant, types };
}
