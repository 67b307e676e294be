import type { CaseSearchFilter } from '@tines-openapi/types';
import type { CaseRow } from '../../state/rows/cases.ts';
import type { State } from '../../state/state.ts';
import type { Behaviours, Call } from '../types.ts';
import { assigned } from './case-view.ts';
import { casesOf } from './cases.ts';
import { type Context, wrongField } from './context.ts';
import { caseUser } from './people.ts';
import { type Condition, meets, sortValue, wrongCondition } from './search-conditions.ts';
import { shownTags } from './tags.ts';

const defaultSize = 20;
const maximumSize = 500;

/**
 * The page of this operation breaks off before its sort keys, most of its operators and its answer, so their form is
 * assumed: `{field, direction}` to sort, and `cases`, `page.next_token` and `total` in the answer.
 */
export const caseSearchBehaviours: Behaviours = {
  searchCases(call) {
    const { state, body, teams } = call;
    const { filter } = body;
    if (filter !== undefined) demandGood(call, filter, 'filter');
    const all = casesOf(call, teams, undefined);
    const found = sorted(call, filter === undefined ? all : all.filter((row) => matches(state, row, filter)));
    const size = Math.min(body.page?.size ?? defaultSize, maximumSize);
    const start = startOf(call, body.page?.token);
    const next = start + size < found.length ? tokenOf(start + size) : null;
    return {
      status: 200,
      body: {
        cases: found.slice(start, start + size).map((row) => abridged(call, row)),
        page: { size, next_token: next },
        ...(body.include_total && { total: found.length }),
      },
    };
  },
};

/** Filters nest, and a deep one costs more than it can tell. */
const deepest = 10;

function demandGood(context: Context, filter: CaseSearchFilter, at: string, depth = 1): void {
  if (depth > deepest) throw wrongField(context, at, `Filters may lie in each other ${deepest} deep.`);
  if (!('nodes' in filter)) {
    const wrong = wrongCondition(filter as Condition);
    if (wrong !== undefined) throw wrongField(context, at, wrong);
    return;
  }
  if (!['AND', 'OR'].includes(filter.op ?? 'AND')) throw wrongField(context, `${at}.op`, 'op must be AND or OR.');
  for (const [index, node] of filter.nodes.entries()) demandGood(context, node, `${at}.nodes.${index}`, depth + 1);
}

function matches(state: State, row: CaseRow, filter: CaseSearchFilter): boolean {
  if (!('nodes' in filter)) return meets(state, row, filter as Condition);
  const test = (node: CaseSearchFilter) => matches(state, row, node);
  return filter.op === 'OR' ? filter.nodes.some(test) : filter.nodes.every(test);
}

function sorted(call: Call<'searchCases'>, rows: CaseRow[]): CaseRow[] {
  const keys = (call.body.sort ?? []).map((key, index) => {
    const field = key.field;
    const direction = key.direction ?? 'asc';
    if (typeof field !== 'string' || wrongCondition({ field }) !== undefined) {
      throw wrongField(
        call,
        `sort.${index}.field`,
        wrongCondition({ field: String(field) }) ?? 'field must be a text.',
      );
    }
    if (direction !== 'asc' && direction !== 'desc') {
      throw wrongField(call, `sort.${index}.direction`, 'direction must be asc or desc.');
    }
    return { field, sign: direction === 'asc' ? 1 : -1 };
  });
  if (keys.length === 0) return rows;
  return [...rows].sort((one, other) => {
    for (const { field, sign } of keys) {
      const order = compare(sortValue(call.state, one, field), sortValue(call.state, other, field));
      if (order !== 0) return order * sign;
    }
    return one.id - other.id;
  });
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), 'en');
}

function tokenOf(start: number): string {
  return Buffer.from(`cases:${start}`).toString('base64url');
}

function startOf(context: Context, token: string | undefined): number {
  if (token === undefined) return 0;
  const start = /^cases:(\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (start === undefined) throw wrongField(context, 'page.token', 'token must be the one of an earlier answer.');
  return Number(start);
}

/** A hit in short form; `getCase` answers the rest. */
function abridged(context: Context, row: CaseRow) {
  const { state } = context;
  const status = row.sub_status_id === null ? undefined : state.caseStatuses.get(row.sub_status_id);
  return {
    case_id: row.id,
    name: row.name,
    status: row.status,
    sub_status: status ? { id: status.id, name: status.name } : null,
    priority: row.priority,
    team: { id: row.team_id, name: state.teams.get(row.team_id)?.name ?? '' },
    assignees: assigned(context, row).map((id) => caseUser(context, id)),
    tags: shownTags(state, row.tag_ids),
    opened_at: row.opened_at,
    resolved_at: row.resolved_at,
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}
