import type { RecordRow as ListedRecord, RecordFilter } from '@tines-openapi/types';
import { refuse } from '../../server/errors.ts';
import type { RecordFieldRow, RecordRow } from '../../state/rows/records.ts';
import type { State } from '../../state/state.ts';
import { paginate } from '../paging.ts';
import { refuseField } from '../refusals.ts';
import type { Behaviours, Call } from '../types.ts';
import { type Condition, compareValues, holds, readCondition } from './conditions.ts';
import { fieldNamed, fieldsById } from './fields.ts';
import { shownValue } from './show.ts';
import { fieldsOf, recordsOf, recordTypeAt } from './store.ts';
import { typedValue } from './values.ts';

type Query = Call<'listRecords'>['query'];

export const recordListBehaviours: Behaviours = {
  listRecords({ state, query, demand, request }) {
    const type = recordTypeAt(state, typeOf(state, query));
    demand('record.read', type.team_id);
    const fields = fieldsOf(state, type.id);
    const shown = fieldsById(state, type.id, query['record_field_ids[]']) ?? fields;
    const conditions = filtersOf(query).map((filter) => conditionOf(fields, filter));
    const inRange = rangeOf(query);
    const found = recordsOf(state, type.id)
      .filter((record) => record.test_mode === (query.test_mode ?? false))
      .filter((record) => inRange(record) && hasOrigin(record, query))
      .filter((record) =>
        conditions.every((condition) => holds(condition, typedValue(state, record, condition.field))),
      );
    const { rows, meta } = paginate(sorted(state, found, fields, query), request, query);
    return { status: 200, body: { record_results: rows.map((record) => flat(state, record, shown)), meta } };
  },
};

/** The type comes by its id, or by the first of the columns to show. */
function typeOf(state: State, query: Query): number {
  if (query.record_type_id !== undefined) return query.record_type_id;
  const [fieldId] = query['record_field_ids[]'] ?? [];
  if (fieldId === undefined) {
    throw refuseField('/record_type_id', 'record_type_id or record_field_ids[] is required.');
  }
  const field = state.recordFields.get(fieldId);
  if (!field) throw refuse(404, `There is no column ${fieldId}.`);
  return field.record_type_id;
}

/** The parameter is text to the types of the document; by now it has been read as the JSON that it holds. */
function filtersOf({ filters }: Query): readonly RecordFilter[] {
  return (filters ?? []) as unknown as readonly RecordFilter[];
}

function conditionOf(fields: readonly RecordFieldRow[], filter: RecordFilter): Condition {
  const field = fieldNamed(fields, { field_id: filter.field_id }, '/filters');
  const condition = readCondition(field, filter.operator, filter.value);
  if (typeof condition === 'string') throw refuseField('/filters', condition);
  return condition;
}

function rangeOf({ range_start, range_end }: Query): (record: RecordRow) => boolean {
  const from = timeOf(range_start, '/range_start') ?? Number.NEGATIVE_INFINITY;
  const to = timeOf(range_end, '/range_end') ?? Number.POSITIVE_INFINITY;
  return (record) => {
    const at = Date.parse(record.created_at);
    return at >= from && at <= to;
  };
}

function timeOf(text: string | undefined, pointer: string): number | undefined {
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw refuseField(pointer, `${pointer.slice(1)} must be a time in ISO 8601.`);
  return time;
}

function hasOrigin(record: RecordRow, query: Query): boolean {
  const parents = query['parent_ids[]'];
  const stories = query['story_container_ids[]'];
  if (stories && query['story_ids[]']) {
    throw refuseField('/story_ids', 'Send story_ids[] or story_container_ids[], not both.');
  }
  // The internal ids of stories that the deprecated filter takes are in no answer, so no record can have one.
  if (query['story_ids[]']) return false;
  return (
    (parents === undefined || (record.parent_id !== null && parents.includes(record.parent_id))) &&
    (stories === undefined || (record.story_id !== null && stories.includes(record.story_id)))
  );
}

/** By the time at which records were made, or by a column; the newest or the highest first unless asked otherwise. */
function sorted(state: State, records: RecordRow[], fields: readonly RecordFieldRow[], query: Query): RecordRow[] {
  const field =
    query.order_field_id === undefined
      ? undefined
      : fieldNamed(fields, { field_id: query.order_field_id }, '/order_field_id');
  const rising = field
    ? [...records].sort((one, other) => compareValues(typedValue(state, one, field), typedValue(state, other, field)))
    : records;
  return query.order_direction === 'ASC' ? rising : [...rising].reverse();
}

/** A row of the list: each column is a key named like the column. Large texts are references in any case. */
function flat(state: State, record: RecordRow, fields: readonly RecordFieldRow[]): ListedRecord {
  const columns = fields.map((field) => [field.name, shownValue(state, record, field, false)] as const);
  return { id: record.id, ...Object.fromEntries(columns) } as ListedRecord;
}
