import { refuse } from '../../server/errors.ts';
import type { RecordFieldRow, RecordRow, RecordTypeRow } from '../../state/rows/records.ts';
import type { State } from '../../state/state.ts';

const day = 86_400_000;

/** @throws Refusal with 404 where there is no such record type. */
export function recordTypeAt(state: State, id: number): RecordTypeRow {
  const type = state.recordTypes.get(id);
  if (!type) throw refuse(404, 'Record type not found.');
  return type;
}

/** @throws Refusal with 404 where there is no such record, or its days are over. */
export function recordAt(state: State, id: number): RecordRow {
  const record = state.records.get(id);
  if (!record || isOver(state, record)) throw refuse(404, 'Record not found.');
  return record;
}

/** The records of a type, oldest first. */
export function recordsOf(state: State, typeId: number): RecordRow[] {
  return state.records.where('record_type_id', typeId).filter((record) => !isOver(state, record));
}

/** The children of a record, oldest first. */
export function childrenOf(state: State, recordId: number): RecordRow[] {
  return state.records.where('parent_id', recordId).filter((record) => !isOver(state, record));
}

/** The columns of a type, its own ones first and then those that the server keeps. */
export function fieldsOf(state: State, typeId: number): RecordFieldRow[] {
  const fields = state.recordFields.where('record_type_id', typeId);
  return [...fields.filter((field) => field.keeps === null), ...fields.filter((field) => field.keeps !== null)];
}

export function teamOf(state: State, record: RecordRow): number {
  return recordTypeAt(state, record.record_type_id).team_id;
}

/** Ids of the cases that a record is linked to, in order. */
export function caseIdsOf(state: State, recordId: number): number[] {
  return state.recordCases
    .where('record_id', recordId)
    .map((link) => link.case_id)
    .sort((one, other) => one - other);
}

/** Takes a record away with its large texts and links. What becomes of children is on no page: they lose their parent. */
export function removeRecord(state: State, id: number): void {
  for (const artifact of state.recordArtifacts.where('record_id', id)) state.recordArtifacts.delete(artifact.id);
  for (const link of state.recordCases.where('record_id', id)) state.recordCases.delete(link.id);
  for (const child of state.records.where('parent_id', id)) state.records.put({ ...child, parent_id: null });
  state.records.delete(id);
}

/** Whether the days that the type gives its records have passed. Such a record is gone for every reader. */
function isOver(state: State, record: RecordRow): boolean {
  const type = state.recordTypes.get(record.record_type_id);
  if (!type || type.ttl_days === null) return false;
  const since = type.retention_column_name === 'UPDATED_AT' ? record.updated_at : record.created_at;
  return state.clock.now() - Date.parse(since) > type.ttl_days * day;
}
