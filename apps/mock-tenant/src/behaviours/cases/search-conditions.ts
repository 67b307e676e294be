import type { CaseRow } from '../../state/rows/cases.ts';
import type { State } from '../../state/state.ts';

/** One condition of a search. */
export interface Condition {
  field: string;
  operator?: string;
  value?: unknown;
}

type Values = (row: CaseRow, state: State) => (string | number | null)[];

const fields: Record<string, Values> = {
  case_id: ({ id }) => [id],
  name: ({ name }) => [name],
  description: ({ description }) => [description],
  status: ({ status }) => [status],
  sub_status: ({ sub_status_id }, state) => [state.caseStatuses.get(sub_status_id ?? 0)?.name ?? null],
  sub_status_id: ({ sub_status_id }) => [sub_status_id],
  priority: ({ priority }) => [priority],
  team_id: ({ team_id }) => [team_id],
  assignees: ({ assignee_ids }, state) => assignee_ids.flatMap((id) => [id, state.users.get(id)?.email ?? null]),
  author: ({ author_id }, state) => [author_id, state.users.get(author_id)?.email ?? null],
  tags: ({ tag_ids }, state) => tag_ids.flatMap((id) => state.tags.get(id)?.name ?? []),
  opened_at: ({ opened_at }) => [opened_at],
  resolved_at: ({ resolved_at }) => [resolved_at],
  created_at: ({ created_at }) => [created_at],
  updated_at: ({ updated_at }) => [updated_at],
};

type Operator = (have: (string | number)[], want: string[]) => boolean;

const operators: Record<string, Operator> = {
  IS: (have, want) => want.length > 0 && have.some((value) => same(value, want[0] ?? '')),
  IS_NOT: (have, want) => !have.some((value) => same(value, want[0] ?? '')),
  IS_ANY_OF: (have, want) => have.some((value) => want.some((one) => same(value, one))),
  IS_NONE_OF: (have, want) => !have.some((value) => want.some((one) => same(value, one))),
  IS_ALL_OF: (have, want) => want.every((one) => have.some((value) => same(value, one))),
  CONTAINS: (have, want) =>
    have.some((value) =>
      String(value)
        .toLowerCase()
        .includes((want[0] ?? '').toLowerCase()),
    ),
  IS_EMPTY: (have) => have.length === 0,
  IS_NOT_EMPTY: (have) => have.length > 0,
  BEFORE: (have, want) => have.some((value) => Date.parse(String(value)) < Date.parse(want[0] ?? '')),
  AFTER: (have, want) => have.some((value) => Date.parse(String(value)) > Date.parse(want[0] ?? '')),
};

/**
 * Why a condition cannot be worked out.
 *
 * @returns A sentence that names what is allowed, or undefined where the condition is good.
 */
export function wrongCondition({ field, operator = 'IS' }: Condition): string | undefined {
  if (!valuesOf(field)) return `field must be one of ${Object.keys(fields).join(', ')} or metadata.KEY.`;
  if (!Object.hasOwn(operators, operator)) return `operator must be one of ${Object.keys(operators).join(', ')}.`;
  return undefined;
}

/** Whether a case meets a condition that was found good. */
export function meets(state: State, row: CaseRow, { field, operator = 'IS', value }: Condition): boolean {
  const have = (valuesOf(field)?.(row, state) ?? []).filter((entry) => entry !== null && entry !== '');
  const want = (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]).map(String);
  return operators[operator]?.(have as (string | number)[], want) ?? false;
}

/** What a case is sorted by. */
export function sortValue(state: State, row: CaseRow, field: string): string | number {
  return valuesOf(field)?.(row, state)[0] ?? '';
}

function valuesOf(field: string): Values | undefined {
  if (Object.hasOwn(fields, field)) return fields[field];
  const key = /^metadata\.(.+)$/.exec(field)?.[1];
  return key === undefined
    ? undefined
    : ({ metadata }) => [Object.hasOwn(metadata, key) ? (metadata[key] ?? null) : null];
}

/** Words are in lower case in a search and in upper case in answers. */
function same(have: string | number, want: string): boolean {
  return String(have).toLowerCase() === want.toLowerCase();
}
