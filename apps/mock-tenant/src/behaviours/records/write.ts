import type { RecordFieldRow, RecordRow } from '../../state/rows/records.ts';
import type { State } from '../../state/state.ts';
import { refuseField } from '../refusals.ts';
import { fieldsOf } from './store.ts';
import { artifactIdIn, isLarge, readTyped, type TypedValue } from './values.ts';

/** A value that was found to fit its column. */
export interface ReadValue {
  field: RecordFieldRow;
  value: TypedValue;
}

/**
 * Reads all values of a call before any of them is kept, so that a bad one leaves everything as it was.
 *
 * @throws Refusal with 422 for a column of another type, one that the server keeps, and a value that does not fit.
 */
export function readValues(
  state: State,
  typeId: number,
  sent: readonly { field_id: number | string; value?: unknown }[],
): ReadValue[] {
  const own = new Map(fieldsOf(state, typeId).map((field) => [field.id, field]));
  return sent.map(({ field_id, value }, index) => {
    const pointer = `/field_values/${index}`;
    const field = own.get(Number(field_id));
    if (!field) throw refuseField(`${pointer}/field_id`, `The record type has no column ${field_id}.`);
    if (field.keeps) throw refuseField(`${pointer}/field_id`, `The server fills the column ${field.name} itself.`);
    return { field, value: readTyped(field, value, `${pointer}/value`) };
  });
}

/** Puts values into a record. Large ones go into rows of their own. */
export function keepValues(state: State, record: RecordRow, read: readonly ReadValue[]): RecordRow {
  const values = { ...record.values };
  for (const { field, value } of read) {
    const earlier = artifactIdIn(record, field);
    if (value === null) {
      if (earlier !== undefined) state.recordArtifacts.delete(earlier);
      delete values[field.id];
    } else {
      values[field.id] = isLarge(field)
        ? { artifact_id: keepLarge(state, record, field, String(value), earlier) }
        : value;
    }
  }
  return state.records.put({ ...record, values });
}

function keepLarge(
  state: State,
  record: RecordRow,
  field: RecordFieldRow,
  value: string,
  earlier: number | undefined,
): number {
  const now = state.clock.iso();
  if (earlier !== undefined) {
    state.recordArtifacts.update(earlier, { value, updated_at: now });
    return earlier;
  }
  const row = { record_id: record.id, field_id: field.id, value, created_at: now, updated_at: now };
  return state.recordArtifacts.insert(row).id;
}
