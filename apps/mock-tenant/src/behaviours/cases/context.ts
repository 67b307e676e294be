import type { Principal } from '../../auth/principal.ts';
import { refuse, refuseFindings } from '../../server/errors.ts';
import type { Refusal, Request } from '../../server/exchange.ts';
import type { Collection } from '../../state/collection.ts';
import type { CaseRow } from '../../state/rows/cases.ts';
import type { State } from '../../state/state.ts';

/** What every handler of this folder has at hand, whatever its operation. */
export interface Context {
  state: State;
  principal: Principal;
  request: Request;
  /** Refuses as the tenant refuses a missing right, unless the principal holds it in the team. */
  demand(right: string, teamId: number): void;
}

/** @throws Refusal with 404 where there is no such case. */
export function caseAt(state: State, id: number): CaseRow {
  const row = state.cases.get(id);
  if (!row) throw refuse(404, 'Not found.');
  return row;
}

/**
 * A part of a case.
 *
 * @throws Refusal with 404 where there is no such part, or it belongs to another case.
 */
export function partAt<T extends { readonly id: number; readonly case_id: number }>(
  rows: Collection<T>,
  id: number,
  caseId: number,
): T {
  const row = rows.get(id);
  if (row?.case_id !== caseId) throw refuse(404, 'Not found.');
  return row;
}

/**
 * The refusal of a body whose field has the right type and still cannot be used.
 *
 * @param field Name of the field, with dots where it lies deeper.
 */
export function wrongField({ request }: Pick<Context, 'request'>, field: string, message: string): Refusal {
  return refuseFindings(request.path, [{ in: 'body', pointer: `/${field.replaceAll('.', '/')}`, message }]);
}

/** Only what was sent, so that a spread over a row leaves the rest as it is. */
export function sentOnly<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const sent = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(sent) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
