import type { CaseState, CaseStatus } from '@tines-openapi/types';
import { refuse, refuseFindings } from '../../server/errors.ts';
import type { CaseStatusRow } from '../../state/rows/cases.ts';
import type { State } from '../../state/state.ts';
import { contains, slugify } from '../names.ts';
import { paginate } from '../paging.ts';
import type { Behaviours } from '../types.ts';
import { sentOnly } from './context.ts';

export const caseStatusBehaviours: Behaviours = {
  listCaseStatuses({ state, query, teams, request }) {
    const found = teamStatuses(state, query.team_id)
      .filter(({ team_id }) => teams.has(team_id))
      .filter(({ parent_status }) => query.parent_status === undefined || parent_status === query.parent_status)
      .filter(({ name }) => query.search === undefined || contains(name, query.search));
    const { rows, meta } = paginate(found, request, query);
    return { status: 200, body: { case_sub_statuses: rows.map(shown), meta } };
  },

  getCaseStatus({ state, params }) {
    return { status: 200, body: shown(statusAt(state, params.case_sub_status_id)) };
  },

  createCaseStatus({ state, body }) {
    const parent = body.parent_status ?? 'OPEN';
    const status = addStatus(state, body.team_id, body.name, parent, body.description ?? null);
    return { status: 201, body: shown(status) };
  },

  updateCaseStatus({ state, params, body }) {
    const status = statusAt(state, params.case_sub_status_id);
    const changes = sentOnly({ name: body.name, description: body.description });
    const slug = slugify(body.name ?? status.name);
    const updated = state.caseStatuses.put({ ...status, ...changes, slug, updated_at: isoMilliseconds(state) });
    return { status: 200, body: shown(updated) };
  },

  deleteCaseStatus({ state, params, query, request }) {
    const status = statusAt(state, params.case_sub_status_id);
    const fallback = state.caseStatuses.get(query.fallback_status_id);
    if (!fallback || fallback.id === status.id || fallback.team_id !== status.team_id) {
      const message = 'fallback_status_id must be another case status of the same team.';
      throw refuseFindings(request.path, [{ in: 'query', pointer: '/fallback_status_id', message }]);
    }
    for (const row of state.cases.where('team_id', status.team_id)) {
      if (row.sub_status_id !== status.id) continue;
      state.cases.put({ ...row, sub_status_id: fallback.id, status: fallback.parent_status });
    }
    // A basic state keeps its default where that is possible; no page tells what becomes of it.
    if (status.default && fallback.parent_status === status.parent_status) {
      state.caseStatuses.put({ ...fallback, default: true });
    }
    state.caseStatuses.delete(status.id);
    return { status: 204, body: undefined };
  },
};

/** The statuses of a team. A case group uses those of the team above it. */
export function teamStatuses(state: State, teamId: number): CaseStatusRow[] {
  const own = state.caseStatuses.where('team_id', teamId);
  const parent = state.teams.get(teamId)?.parent_id ?? null;
  return own.length > 0 || parent === null ? own : state.caseStatuses.where('team_id', parent);
}

/** The status that a case of the team gets with a basic state, unless told otherwise. */
export function defaultStatus(state: State, teamId: number, parent: CaseState): CaseStatusRow | undefined {
  return teamStatuses(state, teamId).find((status) => status.default && status.parent_status === parent);
}

export function addStatus(
  state: State,
  teamId: number,
  name: string,
  parent: CaseState,
  description: string | null,
): CaseStatusRow {
  const now = isoMilliseconds(state);
  return state.caseStatuses.insert({
    team_id: teamId,
    name,
    slug: slugify(name),
    description,
    parent_status: parent,
    default: false,
    created_at: now,
    updated_at: now,
  });
}

function statusAt(state: State, id: number): CaseStatusRow {
  const status = state.caseStatuses.get(id);
  if (!status) throw refuse(404, 'Not found.');
  return status;
}

/** Times of case statuses carry milliseconds, unlike those of cases. */
function isoMilliseconds({ clock }: State): string {
  return new Date(clock.now()).toISOString();
}

function shown({ team_id, created_at, updated_at, ...status }: CaseStatusRow): CaseStatus {
  return { ...status, team: { id: team_id }, created_at, updated_at };
}
