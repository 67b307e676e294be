import { refuse } from '../../server/errors.ts';
import type { RecordFieldRow } from '../../state/rows/records.ts';
import type { State } from '../../state/state.ts';
import { slugify } from '../names.ts';
import { refuseField } from '../refusals.ts';
import { fieldsOf } from './store.ts';

/** How calls name a column: by id, by exact name, or in the newer operations by either or its slug. */
export interface FieldReference {
  field_id?: unknown;
  field_name?: unknown;
  field?: unknown;
}

/**
 * The columns with these ids, in the order of the type.
 *
 * @returns Undefined where no ids were sent.
 * @throws Refusal with 404 for an id that no column has, with 422 for a column of another type.
 */
export function fieldsById(state: State, typeId: number, ids: readonly number[] | undefined) {
  if (ids === undefined) return undefined;
  for (const id of ids) {
    const field = state.recordFields.get(id);
    if (!field) throw refuse(404, `There is no column ${id}.`);
    if (field.record_type_id !== typeId) {
      throw refuseField('/record_field_ids', `The column ${id} belongs to another record type.`);
    }
  }
  return fieldsOf(state, typeId).filter((field) => ids.includes(field.id));
}

/**
 * The column that a part of a body names.
 *
 * @throws Refusal with 422 where it names none, two ways at once, or one that the type does not have.
 */
export function fieldNamed(fields: readonly RecordFieldRow[], named: FieldReference, pointer: string): RecordFieldRow {
  const { field_id, field_name, field } = named;
  if ([field_id, field_name, field].filter((name) => name !== undefined).length !== 1) {
    throw refuseField(pointer, 'A column is named either by field_id or by field_name.');
  }
  const found = fields.find(
    (candidate) =>
      candidate.id === Number(field_id) ||
      candidate.name === field_name ||
      (field !== undefined && isNamed(candidate, String(field))),
  );
  if (found) return found;
  throw refuseField(pointer, `The record type has no column ${field_id ?? field_name ?? field}.`);
}

/** Whether this is the id, the name or the slug of a column. */
export function isNamed(field: RecordFieldRow, name: string): boolean {
  return String(field.id) === name || field.name === name || slugify(field.name) === name;
}
