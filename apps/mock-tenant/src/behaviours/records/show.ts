import type { RecordColumn } from '@tines-openapi/types';
import type { RecordFieldRow, RecordRow } from '../../state/rows/records.ts';
import type { State } from '../../state/state.ts';
import { caseIdsOf, childrenOf, fieldsOf, recordTypeAt } from './store.ts';
import { artifactIdIn, typedValue } from './values.ts';

/** How a record is shown in the first version of the API. */
export interface Shape {
  /** Columns to show, all of them unless set. */
  fields?: readonly RecordFieldRow[];
  /** Whether large texts come in full and not as references. */
  resolve: boolean;
  /** Whether each column tells its id. */
  withIds: boolean;
}

/** The columns of a record with their values as text. */
export function columnsOf(state: State, record: RecordRow, shape: Shape): RecordColumn[] {
  const fields = shape.fields ?? fieldsOf(state, record.record_type_id);
  return fields.map((field) => ({
    ...(shape.withIds && { field_id: String(field.id) }),
    name: field.name,
    value: shownValue(state, record, field, shape.resolve),
  }));
}

/** A value as text, or the reference to a large text. */
export function shownValue(state: State, record: RecordRow, field: RecordFieldRow, resolve: boolean) {
  const artifactId = artifactIdIn(record, field);
  if (artifactId !== undefined && !resolve) return { id: artifactId, is_artifact: true as const };
  const value = typedValue(state, record, field);
  return value === null ? null : String(value);
}

/** What every answer with one record holds. */
export function baseOf(state: State, record: RecordRow) {
  const story = record.story_id === null ? undefined : state.stories.get(record.story_id);
  const { id, name } = recordTypeAt(state, record.record_type_id);
  return {
    id: record.id,
    created_at: record.created_at,
    updated_at: record.updated_at,
    story: story ? { id: story.id, name: story.name } : null,
    story_run_guid: record.story_run_guid,
    record_type: { id, name },
  };
}

/** A record as `getRecord` shows it: its columns as a list and once more by name, and its relatives under each name. */
export function fullRecord(state: State, record: RecordRow, shape: Shape) {
  const columns = columnsOf(state, record, shape);
  return {
    ...baseOf(state, record),
    records: columns,
    parent_record: { id: record.parent_id },
    case_ids: caseIdsOf(state, record.id),
    result: Object.fromEntries(columns.map(({ name, value }) => [name, value])),
    parent_id: record.parent_id,
    child_record_ids: childrenOf(state, record.id).map((child) => child.id),
  };
}
