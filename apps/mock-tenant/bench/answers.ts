import { createTenant } from '../src/index.ts';
import { reads, writes } from './scenarios.ts';

/** What the mock tenant answers in one scenario, for a peer that answers the same bytes and makes nothing of them. */
export interface FixedAnswer {
  status: number;
  body: unknown;
}

/** The key that every request of a run carries. */
export const key = 'tenant-owner-demo-key';

/** The answers by the name of the scenario. */
export async function readAnswers(): Promise<Record<string, FixedAnswer>> {
  const tenant = createTenant();
  const answers: Record<string, FixedAnswer> = {};
  for (const { name, requests } of [...reads, ...writes]) {
    const { method = 'GET', path = '/', body } = requests[0] ?? {};
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const asked = { method, headers, ...(body !== undefined && { body: String(body) }) };
    const response = await tenant.fetch(new Request(`http://127.0.0.1:4010${path}`, asked));
    answers[name] = { status: response.status, body: await response.json() };
  }
  return answers;
}
