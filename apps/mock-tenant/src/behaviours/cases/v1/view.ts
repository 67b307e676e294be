import type { CaseButtonV1, CaseCommentV1, CaseUserV1, CaseV1 } from '@tines-openapi/types';
import type { CaseActionRow, CaseActivityRow, CaseRow } from '../../../state/rows/cases.ts';
import { timelineOf } from '../activity-log.ts';
import { shownAction } from '../case-actions.ts';
import { assigned } from '../case-view.ts';
import type { Context } from '../context.ts';
import { linkedCases } from '../links.ts';
import { caseUser } from '../people.ts';
import { shownReactions } from '../reactions.ts';
import { recordsOf } from '../records.ts';
import { shownTags } from '../tags.ts';

/** A case as version 1 answers it: the whole timeline, bare ids of links and people without pictures. */
export function shownCaseV1(context: Context, row: CaseRow): CaseV1 {
  const { state, request } = context;
  const { id } = row;
  return {
    case_id: id,
    name: row.name,
    description: row.description,
    status: row.status,
    priority: row.priority,
    author: userV1(context, row.author_id),
    assignees: assigned(context, row).map((userId) => userV1(context, userId)),
    tags: shownTags(state, row.tag_ids),
    team_case_actions: timelineOf(state, id).map((entry) => ({
      id: entry.id,
      action: entry.activity_type,
      value: entry.value ?? '',
      // Empty where the case began, as the sample has it; the other entries are not in it.
      user: entry.activity_type === 'CREATED' ? {} : { ...userV1(context, entry.user_id) },
    })),
    team: { id: row.team_id, name: state.teams.get(row.team_id)?.name ?? '' },
    records: recordsOf(context, id).map((record) => ({
      id: record.id,
      results: record.records.map((result) => ({ ...result, value: String(result.value ?? '') })),
    })),
    team_case_buttons: state.caseActions.where('case_id', id).map(shownButton),
    linked_cases: linkedCases(context, id).map((other) => other.id),
    metadata: row.metadata,
    opened_at: row.opened_at,
    resolved_at: row.resolved_at,
    url: `${request.origin}/cases/${id}`,
    opened_by: row.opened_by_id === null ? null : userV1(context, row.opened_by_id),
    resolved_by: row.resolved_by_id === null ? null : userV1(context, row.resolved_by_id),
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}

/** Buttons are the actions of version 2 under their older name, without the query that actions append. */
export function shownButton(row: CaseActionRow): CaseButtonV1 {
  const { action_type, action_text, query_params, created_at, updated_at, ...action } = shownAction(row);
  return { ...action, button_type: action_type, button_text: action_text, created_at, updated_at };
}

/** The sample of an update shows the person by `id` and without a picture, the others by `user_id` and with one. */
export function shownCommentV1(context: Context, row: CaseActivityRow, updated = false): CaseCommentV1 {
  const { is_service_account, ...person } = caseUser(context, row.user_id);
  return {
    case_id: row.case_id,
    id: row.id,
    action: 'COMMENTED',
    value: row.value ?? '',
    user: updated ? userV1(context, row.user_id) : { ...person, user_id: row.user_id },
    reactions: shownReactions(context.state, row.reactions),
  };
}

export function userV1(context: Context, id: number): CaseUserV1 {
  const { first_name, last_name, email } = caseUser(context, id);
  return { id, first_name, last_name, email };
}
