import type { CaseRecord, CaseRecordGroup } from '@tines-openapi/types';
import { refuse } from '../../server/errors.ts';
import type { CaseRow } from '../../state/rows/cases.ts';
import type { CellValue, RecordRow } from '../../state/rows/records.ts';
import type { State } from '../../state/state.ts';
import { paginate } from '../paging.ts';
import type { Behaviours } from '../types.ts';
import { logActivity } from './activity-log.ts';
import { type Context, caseAt, wrongField } from './context.ts';
import { mayKnow } from './people.ts';

export const caseRecordBehaviours: Behaviours = {
  listCaseRecords(call) {
    const { state, params, query, request } = call;
    const { id } = caseAt(state, params.case_id);
    const { rows, meta } = paginate(recordsOf(call, id), request, query);
    return { status: 200, body: { case_id: id, records: groupedByType(rows), meta } };
  },

  getCaseRecord(call) {
    const { id } = caseAt(call.state, call.params.case_id);
    return { status: 200, body: { case_id: id, record: recordOn(call, id, call.params.record_id) } };
  },

  createCaseRecord(call) {
    const row = caseAt(call.state, call.params.case_id);
    demandRecord(call, call.body.record_id, 'record_id');
    attachRecord(call, row, call.body.record_id);
    return { status: 201, body: { case_id: row.id, record: recordOn(call, row.id, call.body.record_id) } };
  },

  deleteCaseRecord(call) {
    detachRecord(call, call.params.case_id, call.params.record_id);
    return { status: 204, body: undefined };
  },
};

/** The records on a case, of those teams that the key may know of, in the order in which they came. */
export function recordsOf(context: Pick<Context, 'state' | 'principal'>, caseId: number): CaseRecord[] {
  const ids = context.state.recordCases.where('case_id', caseId).map(({ record_id }) => record_id);
  return ids.flatMap((id) => {
    const record = visibleRecord(context, id);
    return record ? shown(context.state, record) : [];
  });
}

/** @throws Refusal with 404 where the case does not have the record. */
export function recordOn(context: Pick<Context, 'state' | 'principal'>, caseId: number, recordId: number): CaseRecord {
  const record = recordsOf(context, caseId).find(({ id }) => id === recordId);
  if (!record) throw refuse(404, 'Not found.');
  return record;
}

/** @throws Refusal that names the field where there is no such record that the key may see. */
export function demandRecord(context: Context, recordId: number, field: string): void {
  if (!visibleRecord(context, recordId)) {
    throw wrongField(context, field, `${field} must be the id of a record that the key can see.`);
  }
}

/** Puts a record on a case. One that is there stays as it is. */
export function attachRecord({ state, principal }: Context, row: CaseRow, recordId: number): void {
  if (linkOf(state, row.id, recordId)) return;
  state.recordCases.insert({ case_id: row.id, record_id: recordId });
  logActivity(state, row.id, principal.actor.id, 'RECORD_RESULT_SET_ADDED', String(recordId));
}

/** @throws Refusal with 404 where the case does not have the record. */
export function detachRecord({ state, principal }: Context, caseId: number, recordId: number): void {
  const link = linkOf(state, caseId, recordId);
  if (!link) throw refuse(404, 'Not found.');
  state.recordCases.delete(link.id);
  logActivity(state, caseId, principal.actor.id, 'RECORD_RESULT_SET_REMOVED', String(recordId));
}

/** Records under their types, the form of version 2. */
export function groupedByType(records: readonly CaseRecord[]): CaseRecordGroup[] {
  const groups = new Map<number, CaseRecordGroup>();
  for (const { id, record_type, records: results, created_at } of records) {
    const empty = {
      record_type_id: record_type.id,
      record_type_name: record_type.name,
      record_type_record_results: [],
    };
    const group = groups.get(record_type.id) ?? empty;
    groups.set(record_type.id, group);
    group.record_type_record_results.push({ id, results, created_at });
  }
  return [...groups.values()];
}

function linkOf(state: State, caseId: number, recordId: number) {
  return state.recordCases.where('case_id', caseId).find(({ record_id }) => record_id === recordId);
}

function visibleRecord(context: Pick<Context, 'state' | 'principal'>, id: number): RecordRow | undefined {
  const record = context.state.records.get(id);
  const type = record && context.state.recordTypes.get(record.record_type_id);
  return type && mayKnow(context, type.team_id) ? record : undefined;
}

/** Columns that the server keeps itself and large texts do not show on cases, as the samples have it. */
function shown(state: State, record: RecordRow): CaseRecord {
  const type = state.recordTypes.get(record.record_type_id);
  const columns = state.recordFields
    .where('record_type_id', record.record_type_id)
    .filter(({ id, keeps }) => keeps === null && !isArtifact(record.values[id]));
  return {
    id: record.id,
    record_type: { id: record.record_type_id, name: type?.name ?? '' },
    records: columns.map(({ id, name }, index) => ({
      // A stored value has an id of its own, which nothing else shows.
      id: Number(`${record.id}${index + 1}`),
      name,
      value: record.values[id] ?? null,
    })),
    created_at: record.created_at,
  };
}

function isArtifact(value: CellValue | undefined): boolean {
  return typeof value === 'object' && value !== null;
}
