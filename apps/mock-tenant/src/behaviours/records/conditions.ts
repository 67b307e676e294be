import type { RecordFieldRow } from '../../state/rows/records.ts';
import { readTimestamp, type TypedValue } from './values.ts';

/** A condition on one column, found to make sense. */
export interface Condition {
  field: RecordFieldRow;
  operator: Operator;
  value: string;
}

/** How far a value lies from the one that it is compared with: below, at, above. */
type Distance = (found: TypedValue, value: string, field: RecordFieldRow) => number;

const operators = {
  EQUAL: (far) => far === 0,
  NOT_EQUAL: (far) => far !== 0,
  GREATER_THAN: (far) => far > 0,
  GREATER_THAN_OR_EQUAL_TO: (far) => far >= 0,
  LESS_THAN: (far) => far < 0,
  LESS_THAN_OR_EQUAL_TO: (far) => far <= 0,
} satisfies Record<string, (far: number) => boolean>;

const tests = {
  IS_EMPTY: (found) => found === null,
  IS_NOT_EMPTY: (found) => found !== null,
  IS_TRUE: (found) => found === true,
  IS_FALSE: (found) => found === false,
} satisfies Record<string, (found: TypedValue) => boolean>;

export type Operator = keyof typeof operators | keyof typeof tests;

/** Every operator, those that need a value first. */
export const operatorNames = [...Object.keys(operators), ...Object.keys(tests)];

/**
 * Makes a condition of what a call sent.
 *
 * @returns The condition, or in words what is wrong with it.
 */
export function readCondition(field: RecordFieldRow, operator: unknown, value: unknown): Condition | string {
  if (typeof operator !== 'string' || !operatorNames.includes(operator)) {
    return `operator must be one of ${operatorNames.join(', ')}.`;
  }
  if (operator in operators && (value === undefined || value === null || typeof value === 'object')) {
    return `value must be text or a number where operator is ${operator}.`;
  }
  return { field, operator: operator as Operator, value: String(value) };
}

/** Whether a column that holds `found` meets the condition. An empty column only differs from a value. */
export function holds({ field, operator, value }: Condition, found: TypedValue): boolean {
  if (operator in tests) return tests[operator as keyof typeof tests](found);
  if (found === null) return operator === 'NOT_EQUAL';
  return operators[operator as keyof typeof operators](distance(found, value, field));
}

const distance: Distance = (found, value, field) => {
  if (typeof found === 'number') return found - Number(value);
  if (field.result_type === 'TIMESTAMP') return inOrder(String(found), readTimestamp(value) ?? value);
  return inOrder(String(found), value);
};

/** Order of two values of one column, the empty one last. */
export function compareValues(one: TypedValue, other: TypedValue): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return inOrder(String(one), String(other));
}

function inOrder(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
