import type { RecordFieldRow, RecordRow } from '../../state/rows/records.ts';
import type { State } from '../../state/state.ts';
import { slugify } from '../names.ts';
import { refuseField } from '../refusals.ts';
import { compareValues } from './conditions.ts';
import { type FieldReference, fieldNamed } from './fields.ts';
import { type TypedValue, typedValue } from './values.ts';

/** One row of an answer: the values of its group and its figures. */
export type FigureRow = Record<string, TypedValue>;

/** What to compute, found to make sense. */
export interface FigurePlan {
  figures: readonly Figure[];
  groups: readonly { field: RecordFieldRow; key: string }[];
}

interface Figure {
  key: string;
  field: RecordFieldRow | undefined;
  compute(values: readonly TypedValue[]): TypedValue;
}

/** Which figures and groups a call asks for. */
interface FigureRequest {
  aggregations: readonly (FieldReference & { function?: unknown })[];
  group_by?: readonly FieldReference[] | undefined;
}

/** The functions, and whether they add up numbers. Pages speak of counts, sums, averages and the like. */
const functions: Record<string, { numbers: boolean; compute: Figure['compute'] }> = {
  COUNT: { numbers: false, compute: (values) => values.length },
  SUM: { numbers: true, compute: (values) => sum(values) },
  AVERAGE: { numbers: true, compute: (values) => (values.length === 0 ? null : sum(values) / values.length) },
  MIN: { numbers: false, compute: (values) => [...values].sort(compareValues)[0] ?? null },
  MAX: { numbers: false, compute: (values) => [...values].sort(compareValues).at(-1) ?? null },
};

/**
 * Reads which figures and groups a call wants.
 *
 * @param keyOf How the answer names a column: by name in the older operation, by slug in the newer one.
 * @throws Refusal that names the part at fault.
 */
export function planFigures(
  fields: readonly RecordFieldRow[],
  sent: FigureRequest,
  keyOf: (field: RecordFieldRow) => string,
): FigurePlan {
  const figures = sent.aggregations.map((aggregation, index) => {
    const pointer = `/aggregations/${index}`;
    const name = String(aggregation.function ?? '').toUpperCase();
    const known = functions[name];
    if (!known) {
      throw refuseField(`${pointer}/function`, `function must be one of ${Object.keys(functions).join(', ')}.`);
    }
    const isPlainCount = name === 'COUNT' && !namesField(aggregation);
    const field = isPlainCount ? undefined : fieldNamed(fields, aggregation, pointer);
    if (known.numbers && field?.result_type !== 'NUMBER') {
      throw refuseField(pointer, `${name} needs a column of the type NUMBER.`);
    }
    const key = field ? `${name.toLowerCase()}_${slugify(field.name)}` : 'count';
    return { key, field, compute: known.compute };
  });
  const groups = (sent.group_by ?? []).map((reference, index) => {
    const field = fieldNamed(fields, reference, `/group_by/${index}`);
    return { field, key: keyOf(field) };
  });
  return { figures, groups };
}

/** Computes one row over everything, or one for each group in the order of the group's values. */
export function figureRows(state: State, records: readonly RecordRow[], { figures, groups }: FigurePlan): FigureRow[] {
  const byGroup = new Map<string, { values: TypedValue[]; records: RecordRow[] }>();
  // Without groups there is one row even where no record is left.
  if (groups.length === 0) byGroup.set(JSON.stringify([]), { values: [], records: [] });
  for (const record of records) {
    const values = groups.map(({ field }) => typedValue(state, record, field));
    const key = JSON.stringify(values);
    const group = byGroup.get(key) ?? { values, records: [] };
    group.records.push(record);
    byGroup.set(key, group);
  }
  return [...byGroup.values()]
    .sort((one, other) => compareGroups(one.values, other.values))
    .map((group) => ({
      ...Object.fromEntries(groups.map(({ key }, index) => [key, group.values[index] ?? null])),
      ...Object.fromEntries(figures.map((figure) => [figure.key, figureOf(state, group.records, figure)])),
    }));
}

function figureOf(state: State, records: readonly RecordRow[], { field, compute }: Figure): TypedValue {
  if (!field) return records.length;
  return compute(records.map((record) => typedValue(state, record, field)).filter((value) => value !== null));
}

function compareGroups(one: readonly TypedValue[], other: readonly TypedValue[]): number {
  const order = one.map((value, index) => compareValues(value, other[index] ?? null));
  return order.find((difference) => difference !== 0) ?? 0;
}

function namesField({ field_id, field_name, field }: FieldReference): boolean {
  return field_id !== undefined || field_name !== undefined || field !== undefined;
}

function sum(values: readonly TypedValue[]): number {
  return values.reduce<number>((total, value) => total + Number(value), 0);
}
