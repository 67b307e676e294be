import type { Case } from '@tines-openapi/types';
import type { Request } from '../../server/exchange.ts';
import type { CaseRow } from '../../state/rows/cases.ts';
import { paginate } from '../paging.ts';
import { resolveMentions, shownActivity } from './activities.ts';
import { timelineOf } from './activity-log.ts';
import { blocksOf, shownBlock } from './blocks.ts';
import { shownAction } from './case-actions.ts';
import type { Context } from './context.ts';
import { caseFields } from './fields.ts';
import { linkedCases } from './links.ts';
import { caseUser } from './people.ts';
import { groupedByType, recordsOf } from './records.ts';
import { shownTags } from './tags.ts';

/** A case as version 2 answers it, with a first page of its timeline and of its records. */
export function shownCase(context: Context, row: CaseRow): Case {
  const { state, request } = context;
  const { id } = row;
  const firstPage = <T>(rows: readonly T[], part: string) => paginate(rows, partRequest(request, id, part), {});
  const activities = firstPage(timelineOf(state, id), 'activities');
  const records = firstPage(recordsOf(context, id), 'records');
  const status = row.sub_status_id === null ? undefined : state.caseStatuses.get(row.sub_status_id);
  return {
    case_id: id,
    name: row.name,
    description: row.description,
    status: row.status,
    ...(status && { sub_status: { id: status.id, name: status.name } }),
    url: `${request.origin}/cases/${id}`,
    metadata: row.metadata,
    author: caseUser(context, row.author_id),
    opened_by: row.opened_by_id === null ? null : caseUser(context, row.opened_by_id),
    resolved_by: row.resolved_by_id === null ? null : caseUser(context, row.resolved_by_id),
    assignees: assigned(context, row).map((userId) => caseUser(context, userId)),
    tags: shownTags(state, row.tag_ids),
    activities: activities.rows.map((activity) => shownActivity(context, activity)),
    activities_meta: activities.meta,
    team: { id: row.team_id, name: state.teams.get(row.team_id)?.name ?? '' },
    actions: state.caseActions.where('case_id', id).map(shownAction),
    fields: caseFields(state, id),
    linked_cases: linkedCases(context, id).map((other) => ({ id: other.id, name: other.name })),
    sla: null,
    slas: [],
    opened_at: row.opened_at,
    resolved_at: row.resolved_at,
    created_at: row.created_at,
    updated_at: row.updated_at,
    records: groupedByType(records.rows),
    records_meta: records.meta,
    priority: row.priority,
    closure_conditions: [...row.closure_conditions],
    blocks: blocksOf(state, id).map((block) => shownBlock(context, block)),
  };
}

/** The case with names in the place of mention tokens, in every text that a person wrote. */
export function withMentions({ state }: Context, shown: Case): Case {
  const text = (value: string) => resolveMentions(state, value);
  return {
    ...shown,
    description: text(shown.description),
    activities: shown.activities.map((entry) =>
      entry.value === null ? entry : { ...entry, value: text(entry.value) },
    ),
  };
}

/** Ids of the assignees who are still there. */
export function assigned({ state }: Pick<Context, 'state'>, { assignee_ids }: CaseRow): number[] {
  return assignee_ids.filter((id) => state.users.get(id) !== undefined);
}

/** The call that would answer a part of a case, for the links to its pages. */
function partRequest({ origin }: Request, caseId: number, part: string): Pick<Request, 'path' | 'query' | 'origin'> {
  return { origin, path: `/api/v2/cases/${caseId}/${part}`, query: new URLSearchParams() };
}
