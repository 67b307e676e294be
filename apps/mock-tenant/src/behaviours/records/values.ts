import type { CellValue, RecordFieldRow, RecordRow } from '../../state/rows/records.ts';
import type { State } from '../../state/state.ts';
import { refuseField } from '../refusals.ts';

/** The kinds of columns that can be made. The last one is spoken of on the newest pages without its word. */
export const fieldTypes = ['TEXT', 'NUMBER', 'TIMESTAMP', 'BOOLEAN', 'TEXT_ENUM', 'ARTIFACT', 'JSON'];

/** What a column holds, by the type of the column: text, a number or a truth value; null where it is empty. */
export type TypedValue = string | number | boolean | null;

/** Whether a column keeps its values apart from the record, as too large to be shown. */
export function isLarge(field: RecordFieldRow): boolean {
  return field.result_type === 'ARTIFACT' || field.result_type === 'JSON';
}

/**
 * Reads a value that was sent for a column.
 *
 * @param pointer Where the value stands in the body.
 * @throws Refusal with 422 that says what the column takes.
 */
export function readTyped(field: RecordFieldRow, sent: unknown, pointer: string): TypedValue {
  if (sent === null || sent === undefined || sent === '') return null;
  const value = readers[field.result_type]?.(sent, field);
  if (value !== undefined) return value;
  const allowed = field.result_type === 'TEXT_ENUM' ? `one of ${field.fixed_values.join(', ')}` : field.result_type;
  throw refuseField(pointer, `The value of ${field.name} must be ${allowed}.`);
}

/** By the type of the column: the value, or undefined where it does not fit. */
const readers: Record<string, (sent: unknown, field: RecordFieldRow) => TypedValue | undefined> = {
  TEXT: readText,
  ARTIFACT: readText,
  TEXT_ENUM: (sent, field) => (typeof sent === 'string' && field.fixed_values.includes(sent) ? sent : undefined),
  NUMBER: (sent) => {
    const isNumber = typeof sent === 'number' || (typeof sent === 'string' && /^-?\d+(\.\d+)?$/.test(sent));
    return isNumber && Number.isFinite(Number(sent)) ? Number(sent) : undefined;
  },
  BOOLEAN: (sent) => ({ true: true, false: false })[String(sent)],
  TIMESTAMP: (sent) => (typeof sent === 'string' ? readTimestamp(sent) : undefined),
  JSON: (sent) => (typeof sent === 'string' ? compactJson(sent) : JSON.stringify(sent)),
};

function readText(sent: unknown): string | undefined {
  return typeof sent === 'object' ? undefined : String(sent);
}

function compactJson(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * A timestamp as records keep it, `YYYY-MM-DD HH:MM:SS`. An offset is dropped and not converted.
 *
 * @returns Undefined where the text is no time.
 */
export function readTimestamp(text: string): string | undefined {
  const parts =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?$/i.exec(text);
  if (!parts) return undefined;
  const stamp = `${parts[1]} ${parts[2] ?? '00:00'}:${parts[3] ?? '00'}`;
  return Number.isNaN(Date.parse(`${stamp.replace(' ', 'T')}Z`)) ? undefined : stamp;
}

/** A time of the API as columns show it. */
export function stampOf(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ');
}

/** What a record holds in a column, large texts in full. */
export function typedValue(state: State, record: RecordRow, field: RecordFieldRow): TypedValue {
  if (field.keeps === 'timestamp') return stampOf(record.created_at);
  if (field.keeps === 'story_name') {
    return record.story_id === null ? null : (state.stories.get(record.story_id)?.name ?? null);
  }
  const cell = record.values[field.id] ?? null;
  return isReference(cell) ? (state.recordArtifacts.get(cell.artifact_id)?.value ?? null) : cell;
}

/** The id of the large text that a column points at; undefined where it holds none. */
export function artifactIdIn(record: RecordRow, field: RecordFieldRow): number | undefined {
  const cell = record.values[field.id] ?? null;
  return isReference(cell) ? cell.artifact_id : undefined;
}

function isReference(cell: CellValue): cell is { readonly artifact_id: number } {
  return typeof cell === 'object' && cell !== null;
}
