import { Refusal } from '../../server/exchange.ts';
import type { RecordCaseRow, RecordRow } from '../../state/rows/records.ts';
import type { State } from '../../state/state.ts';
import { logActivity } from '../cases/activity-log.ts';
import { refuseField } from '../refusals.ts';
import type { Call } from '../types.ts';
import { teamOf } from './store.ts';

type Demand = (right: string, teamId: number) => void;
type Ids = readonly (number | string)[] | undefined;

/** Who asks, as far as links to other objects need it. */
export interface Linker {
  state: State;
  demand: Demand;
}

/** Whether the caller holds a right in a team, without a refusal. */
export function may(demand: Demand, right: string, teamId: number): boolean {
  try {
    demand(right, teamId);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/**
 * A record that a call names as a relative.
 *
 * @throws Refusal with 422 where there is none, or the caller may not see it.
 */
export function relativeAt({ state, demand }: Linker, id: number | string, right: string, pointer: string): RecordRow {
  const record = state.records.get(Number(id));
  if (record && may(demand, right, teamOf(state, record))) return record;
  throw refuseField(pointer, `There is no record ${id}.`);
}

/** @throws Refusal with 422 where a record would become its own ancestor. */
export function demandNoCircle(state: State, childId: number, parentId: number | null, pointer: string): void {
  for (let id = parentId; id !== null; id = state.records.get(id)?.parent_id ?? null) {
    if (id === childId) throw refuseField(pointer, 'A record cannot be its own parent, child or further relative.');
  }
}

/**
 * Cases that a call names, by their public numbers.
 *
 * @throws Refusal with 422 where there is none of that number, or the caller may not see it.
 */
export function casesNamed({ state, demand }: Linker, ids: Ids, pointer: string): number[] {
  return (ids ?? []).map(Number).map((id) => {
    const found = state.cases.get(id);
    if (!found || !may(demand, 'case.read', found.team_id)) throw refuseField(pointer, `There is no case ${id}.`);
    return id;
  });
}

/** Links a case to a record, once. The case keeps it in its timeline. */
export function linkCase({ state, principal }: Actor, recordId: number, caseId: number): void {
  if (linkOf(state, recordId, caseId)) return;
  state.recordCases.insert({ record_id: recordId, case_id: caseId });
  logActivity(state, caseId, principal.actor.id, 'RECORD_RESULT_SET_ADDED', String(recordId));
}

/** Takes the link away where there is one. */
export function unlinkCase({ state, principal }: Actor, recordId: number, caseId: number): void {
  const link = linkOf(state, recordId, caseId);
  if (!link) return;
  state.recordCases.delete(link.id);
  logActivity(state, caseId, principal.actor.id, 'RECORD_RESULT_SET_REMOVED', String(recordId));
}

type Actor = Pick<Call<never>, 'state' | 'principal'>;

function linkOf(state: State, recordId: number, caseId: number): RecordCaseRow | undefined {
  return state.recordCases.where('record_id', recordId).find((link) => link.case_id === caseId);
}
