import type { LinkedCase } from '@tines-openapi/types';
import { refuse } from '../../server/errors.ts';
import type { CaseLinkRow, CaseRow } from '../../state/rows/cases.ts';
import type { State } from '../../state/state.ts';
import { paginate } from '../paging.ts';
import type { Behaviours } from '../types.ts';
import { logActivity } from './activity-log.ts';
import { type Context, caseAt, wrongField } from './context.ts';
import { mayKnow } from './people.ts';

export const caseLinkBehaviours: Behaviours = {
  listLinkedCases(call) {
    const { state, params, query, request } = call;
    const { id, name } = caseAt(state, params.case_id);
    const { rows, meta } = paginate(linkedCases(call, id), request, query);
    return { status: 200, body: { case_id: id, name, linked_cases: rows.map(shownLink), meta } };
  },

  createLinkedCase(call) {
    const row = caseAt(call.state, call.params.case_id);
    const other = linkable(call, row, call.body.id, 'id');
    linkCases(call, row, other);
    return { status: 201, body: { case_id: row.id, name: row.name, linked_case: shownLink(other) } };
  },

  batchCreateLinkedCases(call) {
    const row = caseAt(call.state, call.params.case_id);
    const others = call.body.ids.map((id, index) => linkable(call, row, id, `ids.${index}`));
    for (const other of others) linkCases(call, row, other);
    return { status: 201, body: { case_id: row.id, name: row.name, linked_cases: others.map(shownLink) } };
  },

  deleteLinkedCase(call) {
    unlinkCases(call, call.params.case_id, call.params.linked_case_id);
    return { status: 204, body: undefined };
  },
};

/** The cases at the other ends, of those teams that the key may know of. */
export function linkedCases(context: Pick<Context, 'state' | 'principal'>, caseId: number): CaseRow[] {
  const ids = linksOf(context.state, caseId).map((link) => otherEnd(link, caseId));
  const rows = ids.flatMap((id) => context.state.cases.get(id) ?? []);
  return rows.filter(({ team_id }) => mayKnow(context, team_id));
}

/**
 * The case that a link is to lead to.
 *
 * @param id A number, or its digits as text.
 * @throws Refusal where there is no such case, or it is the case itself.
 */
export function linkable(context: Context, row: CaseRow, id: number | string, field: string): CaseRow {
  const other = context.state.cases.get(Number(id));
  if (!other || other.id === row.id || !mayKnow(context, other.team_id)) {
    throw wrongField(context, field, 'The id must be that of another case that the key can see.');
  }
  context.demand('case.read', other.team_id);
  return other;
}

/** Links two cases and says so in both timelines. A link that is there stays as it is. */
export function linkCases({ state, principal }: Context, one: CaseRow, other: CaseRow): void {
  if (linksOf(state, one.id).some((link) => otherEnd(link, one.id) === other.id)) return;
  state.caseLinks.insert({ case_id: one.id, linked_case_id: other.id });
  logActivity(state, one.id, principal.actor.id, 'LINKED_CASE_ADDED', String(other.id));
  logActivity(state, other.id, principal.actor.id, 'LINKED_CASE_ADDED', String(one.id));
}

/** @throws Refusal with 404 where the two are not linked. */
export function unlinkCases({ state, principal }: Context, oneId: number, otherId: number): void {
  const link = linksOf(state, oneId).find((row) => otherEnd(row, oneId) === otherId);
  if (!link) throw refuse(404, 'Not found.');
  state.caseLinks.delete(link.id);
  logActivity(state, oneId, principal.actor.id, 'LINKED_CASE_REMOVED', String(otherId));
  logActivity(state, otherId, principal.actor.id, 'LINKED_CASE_REMOVED', String(oneId));
}

export function linksOf(state: State, caseId: number): CaseLinkRow[] {
  return [...state.caseLinks.where('case_id', caseId), ...state.caseLinks.where('linked_case_id', caseId)];
}

function otherEnd({ case_id, linked_case_id }: CaseLinkRow, caseId: number): number {
  return case_id === caseId ? linked_case_id : case_id;
}

export function shownLink({ id, name }: CaseRow): LinkedCase {
  return { case_id: id, name };
}
