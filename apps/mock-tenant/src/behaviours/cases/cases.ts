import { refuse } from '../../server/errors.ts';
import type { CaseRow } from '../../state/rows/cases.ts';
import { paginate } from '../paging.ts';
import type { Behaviours } from '../types.ts';
import { passesFilters } from './case-filters.ts';
import { ordered } from './case-order.ts';
import { assigned, shownCase, withMentions } from './case-view.ts';
import { changeCase } from './changing.ts';
import { type Context, caseAt } from './context.ts';
import { readListQuery } from './list-query.ts';
import { openCase } from './opening.ts';
import { caseUser } from './people.ts';
import { removeCase } from './removal.ts';
import { openFromTemplate } from './template-cases.ts';

export const caseBehaviours: Behaviours = {
  listCases(call) {
    const query = readListQuery(call);
    const found = casesOf(call, call.teams, query.team_id).filter((row) =>
      passesFilters(call, row, query.filters ?? {}),
    );
    const { rows, meta } = paginate(ordered(found, query.order), call.request, query);
    return { status: 200, body: { cases: rows.map((row) => shownCase(call, row)), meta } };
  },

  getCase(call) {
    const shown = shownCase(call, caseAt(call.state, call.params.case_id));
    return { status: 200, body: call.query.resolve_mentions ? withMentions(call, shown) : shown };
  },

  createCase(call) {
    const { template_id, ...wish } = call.body;
    const row = template_id === undefined ? openCase(call, wish) : openFromTemplate(call, wish, template_id);
    return { status: 201, body: shownCase(call, row) };
  },

  updateCase(call) {
    const { assignee_emails, ...wish } = call.body;
    // On the page, and refused by a live tenant in these words and with this status.
    if (assignee_emails !== undefined) throw refuse(422, 'Field is not defined on TeamCaseUpdateInput');
    changeCase(call, caseAt(call.state, call.params.case_id), wish);
    return { status: 200, body: shownCase(call, caseAt(call.state, call.params.case_id)) };
  },

  deleteCase({ state, params }) {
    removeCase(state, caseAt(state, params.case_id).id);
    return { status: 204, body: undefined };
  },

  listCaseAssignees(call) {
    const { state, params, query, request } = call;
    const row = caseAt(state, params.case_id);
    const { rows, meta } = paginate(assigned(call, row), request, query);
    return { status: 200, body: { case_id: row.id, assignees: rows.map((id) => caseUser(call, id)), meta } };
  },
};

/** The cases of the teams that the key may read, oldest first; of one team where one is named. */
export function casesOf({ state }: Context, teams: ReadonlySet<number>, teamId: number | undefined): CaseRow[] {
  if (teamId !== undefined) return teams.has(teamId) ? state.cases.where('team_id', teamId) : [];
  if (teams.size === state.teams.size) return state.cases.all();
  return [...teams].flatMap((id) => state.cases.where('team_id', id)).sort((one, other) => one.id - other.id);
}
