import type { CasePriority } from '@tines-openapi/types';
import type { CaseRow } from '../../state/rows/cases.ts';
import type { Call } from '../types.ts';

export type CaseOrder = NonNullable<Call<'listCases'>['query']['order']>;

const urgency: Record<CasePriority, number> = { INFO: 0, LOW: 1, MEDIUM: 2, HIGH: 3, CRITICAL: 4 };

type Compare = (one: CaseRow, other: CaseRow) => number;

const by = (field: 'opened_at' | 'created_at' | 'updated_at'): Compare => {
  return (one, other) => Date.parse(one[field]) - Date.parse(other[field]);
};
const byUrgency: Compare = (one, other) => urgency[one.priority] - urgency[other.priority];
const reversed = (compare: Compare): Compare => {
  return (one, other) => compare(other, one);
};

const comparisons: Record<CaseOrder, Compare> = {
  RECENTLY_EDITED: reversed(by('updated_at')),
  LEAST_RECENTLY_EDITED: by('updated_at'),
  PRIORITY_ASC: byUrgency,
  PRIORITY_DESC: reversed(byUrgency),
  OPENED_ASC: by('opened_at'),
  OPENED_DESC: reversed(by('opened_at')),
  CREATED_ASC: by('created_at'),
  CREATED_DESC: reversed(by('created_at')),
};

/** Cases in an order; oldest id first where none was asked for, since no page tells which one applies then. */
export function ordered(rows: CaseRow[], order: CaseOrder | undefined): CaseRow[] {
  return order === undefined ? rows : [...rows].sort(comparisons[order]);
}
