import type { Operation } from '../contract/document.ts';
import type { Tenant } from '../tenant.ts';
import { refuse } from './errors.ts';

/**
 * Whether the tenant has an operation at all: its plan may lack cases, and the older paths of cases go.
 *
 * @throws Refusal with 401 in the words of a live tenant without cases, or with 404 for a path that is gone.
 */
export function demandOffered({ options }: Tenant, { path, section }: Operation): void {
  if (options.casesV1 === 'gone' && section === 'Cases v1') {
    const present = path.replace('/api/v1/', '/api/v2/');
    throw refuse(404, `The paths of cases under /api/v1 are gone since 2026-12-01. Use ${present} or its neighbours.`);
  }
  if (options.plan.cases === false && /^Cases?\b/.test(section)) throw refuse(401, 'tenant does not have access');
}
