import type { RecordTypeFieldInput } from '@tines-openapi/types';
import type { RecordFieldRow } from '../../state/rows/records.ts';
import type { State } from '../../state/state.ts';
import { refuseField } from '../refusals.ts';
import { fieldTypes } from './values.ts';
import { keepValues } from './write.ts';

type Column = Pick<RecordFieldRow, 'name' | 'result_type' | 'fixed_values'>;

/** What a call does to the columns of a type, found to be possible. */
export interface FieldPlan {
  changed: readonly RecordFieldRow[];
  added: readonly Column[];
  removed: readonly RecordFieldRow[];
}

interface Sent {
  fields?: readonly RecordTypeFieldInput[] | null | undefined;
  field_ids_to_delete?: readonly number[] | undefined;
}

/**
 * Finds out what a call does to columns before anything changes.
 *
 * @param existing Columns of the type, those that the server keeps among them.
 * @throws Refusal with 422 that names the column at fault.
 */
export function planFieldChanges(existing: readonly RecordFieldRow[], sent: Sent): FieldPlan {
  const own = new Map(existing.filter((field) => field.keeps === null).map((field) => [field.id, field]));
  const removed = (sent.field_ids_to_delete ?? []).map((id) => {
    const field = own.get(id);
    if (!field) throw refuseField('/field_ids_to_delete', `The record type has no column ${id} of its own.`);
    return field;
  });
  const changed: RecordFieldRow[] = [];
  const added: Column[] = [];
  for (const [index, input] of (sent.fields ?? []).entries()) {
    const pointer = `/fields/${index}`;
    if (input.id === undefined) {
      added.push(newColumn(input, pointer));
      continue;
    }
    const field = own.get(input.id);
    if (!field) throw refuseField(`${pointer}/id`, `The record type has no column ${input.id} of its own.`);
    changed.push({ ...field, ...changedColumn(field, input, pointer) });
  }
  demandOwnNames(existing, { changed, added, removed });
  return { changed, added, removed };
}

/** Does what was planned. A removed column takes its values along. */
export function applyFieldChanges(state: State, typeId: number, { changed, added, removed }: FieldPlan): void {
  for (const field of changed) state.recordFields.put(field);
  for (const column of added) addField(state, typeId, column, null);
  for (const field of removed) {
    for (const record of state.records.where('record_type_id', typeId))
      keepValues(state, record, [{ field, value: null }]);
    state.recordFields.delete(field.id);
  }
}

export function addField(state: State, typeId: number, column: Column, keeps: RecordFieldRow['keeps']): void {
  state.recordFields.insert({ ...column, record_type_id: typeId, keeps });
}

function newColumn({ name, result_type, fixed_values }: RecordTypeFieldInput, pointer: string): Column {
  if (name === undefined) throw refuseField(`${pointer}/name`, 'name is required for a new column.');
  if (result_type === undefined || !fieldTypes.includes(result_type)) {
    throw refuseField(`${pointer}/result_type`, `result_type must be one of ${fieldTypes.join(', ')}.`);
  }
  return { name, result_type, fixed_values: valuesFor(result_type, fixed_values, pointer) };
}

function changedColumn(field: RecordFieldRow, input: RecordTypeFieldInput, pointer: string): Column {
  const result_type = input.result_type ?? field.result_type;
  const isText = (type: string) => type === 'TEXT' || type === 'TEXT_ENUM';
  if (result_type !== field.result_type && !(isText(result_type) && isText(field.result_type))) {
    throw refuseField(`${pointer}/result_type`, 'The type of a column can change between TEXT and TEXT_ENUM only.');
  }
  const fixed_values = valuesFor(result_type, input.fixed_values ?? field.fixed_values, pointer);
  return { name: input.name ?? field.name, result_type, fixed_values };
}

function valuesFor(type: string, values: readonly string[] | undefined, pointer: string): string[] {
  if (type !== 'TEXT_ENUM') return [];
  if (values && values.length > 0) return [...values];
  throw refuseField(`${pointer}/fixed_values`, 'fixed_values is required for TEXT_ENUM.');
}

/** Answers hold columns by name, so no two may share one. */
function demandOwnNames(existing: readonly RecordFieldRow[], { changed, added, removed }: FieldPlan): void {
  const touched = new Set([...changed, ...removed].map((field) => field.id));
  const kept = existing.filter((field) => !touched.has(field.id));
  const reserved = existing.length > 0 ? [] : ['Story name', 'Timestamp'];
  const names = [...reserved, ...[...kept, ...changed, ...added].map((column) => column.name)];
  const doubled = names.find((name, index) => names.indexOf(name) !== index);
  if (doubled !== undefined) throw refuseField('/fields', `Two columns would be named ${doubled}.`);
}
