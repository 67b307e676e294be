import type { RecordFieldRow } from '../../state/rows/records.ts';
import { refuseField } from '../refusals.ts';
import { holds, readCondition } from './conditions.ts';
import { fieldNamed } from './fields.ts';
import type { TypedValue } from './values.ts';

/** Whether a record meets a filter, told by what its columns hold. */
export type Filter = (contentOf: (field: RecordFieldRow) => TypedValue) => boolean;

/** Trees deeper than this are refused rather than walked. */
const deepest = 20;

/**
 * Reads the filter of the newer operations. The real form of the tree is on no readable page. This mock reads `and` and `or`
 * with a list, `not` with one filter, and conditions with a column, an operator and a value as the older list has them.
 *
 * @throws Refusal that names the part at fault.
 */
export function readFilter(fields: readonly RecordFieldRow[], sent: unknown, pointer = '/filter', depth = 0): Filter {
  if (sent === undefined) return () => true;
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent) || depth > deepest) {
    throw refuseField(pointer, `A filter must be an object, at most ${deepest} levels deep.`);
  }
  const node = sent as Record<string, unknown>;
  for (const [key, value] of Object.entries(node)) {
    const join = joins[key.toLowerCase()];
    if (!join) continue;
    if (Object.keys(node).length > 1) throw refuseField(pointer, `${key} must stand alone.`);
    const parts = [value].flat();
    return join(parts.map((part, index) => readFilter(fields, part, `${pointer}/${key}/${index}`, depth + 1)));
  }
  return readLeaf(fields, node, pointer);
}

const joins: Record<string, (parts: Filter[]) => Filter> = {
  and: (parts) => (contentOf) => parts.every((part) => part(contentOf)),
  or: (parts) => (contentOf) => parts.some((part) => part(contentOf)),
  not: (parts) => (contentOf) => !parts.some((part) => part(contentOf)),
};

function readLeaf(fields: readonly RecordFieldRow[], node: Record<string, unknown>, pointer: string): Filter {
  const { field_id, field_name, field, operator, value, ...more } = node;
  const [unknown] = Object.keys(more);
  if (unknown !== undefined) {
    throw refuseField(
      `${pointer}/${unknown}`,
      `${unknown} is not known here: and, or, not, field, operator and value are.`,
    );
  }
  const condition = readCondition(fieldNamed(fields, { field_id, field_name, field }, pointer), operator, value);
  if (typeof condition === 'string') throw refuseField(pointer, condition);
  return (contentOf) => holds(condition, contentOf(condition.field));
}
