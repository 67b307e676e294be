import type { RecordFieldRow, RecordRow } from '../../state/rows/records.ts';
import { refuseField } from '../refusals.ts';
import { compareValues } from './conditions.ts';
import { type FieldReference, fieldNamed } from './fields.ts';
import type { FigurePlan, FigureRow } from './figures.ts';
import type { TypedValue } from './values.ts';

interface Direction {
  direction?: unknown;
}

/**
 * Puts rows of figures in order. The real form of `order_by` is on no readable page. This mock reads a column that is grouped
 * by, or a `function` that is computed, each with a `direction`.
 *
 * @throws Refusal where it says anything else.
 */
export function orderRows(
  rows: readonly FigureRow[],
  fields: readonly RecordFieldRow[],
  { figures, groups }: FigurePlan,
  sent: unknown,
): FigureRow[] {
  const keys = listOf(sent).map((entry: FieldReference & Direction & { function?: unknown }) => {
    const field = entry.function === undefined ? fieldNamed(fields, entry, '/order_by') : undefined;
    const key = field
      ? groups.find((group) => group.field.id === field.id)?.key
      : figures.find((figure) => figure.key.split('_')[0] === String(entry.function).toLowerCase())?.key;
    if (key === undefined) throw refuseField('/order_by', 'order_by must name a column of group_by or a function.');
    return { key, sign: signOf(entry, '/order_by') };
  });
  return [...rows].sort((one, other) =>
    firstDifference(keys.map(({ key, sign }) => sign * compareValues(one[key] ?? null, other[key] ?? null))),
  );
}

/**
 * Puts records in order, by columns or by `id`, `created_at` and `updated_at`.
 *
 * @param sent The keys, the most important one first, in the form that this mock reads: a column and a `direction`.
 */
export function orderRecords(
  records: readonly RecordRow[],
  fields: readonly RecordFieldRow[],
  contentOf: (record: RecordRow, field: RecordFieldRow) => TypedValue,
  sent: unknown,
): RecordRow[] {
  const keys = listOf(sent).map((entry: FieldReference & Direction, index) => {
    const pointer = `/sort/${index}`;
    const sign = signOf(entry, pointer);
    const own = ownKeys.find((key) => key === entry.field);
    if (own) return { sign, value: (record: RecordRow) => record[own] };
    const field = fieldNamed(fields, entry, pointer);
    return { sign, value: (record: RecordRow) => contentOf(record, field) };
  });
  return [...records].sort((one, other) =>
    firstDifference(keys.map(({ sign, value }) => sign * compareValues(value(one), value(other)))),
  );
}

const ownKeys = ['id', 'created_at', 'updated_at'] as const;

function listOf(sent: unknown): object[] {
  if (sent === undefined || sent === null) return [];
  const entries = [sent].flat();
  if (entries.every((entry) => typeof entry === 'object' && entry !== null)) return entries;
  throw refuseField('/order_by', 'An order must be an object with a column and a direction.');
}

function signOf({ direction = 'ASC' }: Direction, pointer: string): number {
  const word = String(direction).toUpperCase();
  if (word === 'ASC') return 1;
  if (word === 'DESC') return -1;
  throw refuseField(pointer, 'direction must be ASC or DESC.');
}

function firstDifference(differences: readonly number[]): number {
  return differences.find((difference) => difference !== 0) ?? 0;
}
