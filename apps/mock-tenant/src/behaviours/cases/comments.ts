import type { CaseComment, CaseCommentReacted } from '@tines-openapi/types';
import { refuse } from '../../server/errors.ts';
import type { CaseActivityRow } from '../../state/rows/cases.ts';
import type { State } from '../../state/state.ts';
import { paginate } from '../paging.ts';
import type { Behaviours } from '../types.ts';
import { logActivity, timelineOf } from './activity-log.ts';
import { type Context, caseAt, partAt } from './context.ts';
import { authorId, caseUser, numberedCaseUser } from './people.ts';
import { shownReactions, withoutReaction, withReaction } from './reactions.ts';

export const caseCommentBehaviours: Behaviours = {
  listCaseComments(call) {
    const { state, params, query, request } = call;
    const { id } = caseAt(state, params.case_id);
    const found = timelineOf(state, id).filter(({ activity_type }) => activity_type === 'COMMENTED');
    const { rows, meta } = paginate(found, request, query);
    return { status: 200, body: { case_id: id, comments: rows.map((row) => shownComment(call, row)), meta } };
  },

  getCaseComment(call) {
    const row = commentAt(call.state, call.params);
    return { status: 200, body: { case_id: row.case_id, ...shownComment(call, row) } };
  },

  createCaseComment(call) {
    const row = addComment(call, call.params.case_id, call.body);
    return { status: 201, body: { case_id: row.case_id, ...shownComment(call, row) } };
  },

  updateCaseComment(call) {
    const row = changeComment(call.state, call.params, call.body.value);
    return { status: 200, body: { case_id: row.case_id, ...shownComment(call, row) } };
  },

  deleteCaseComment(call) {
    removeComment(call, call.params);
    return { status: 204, body: undefined };
  },

  addCaseCommentReaction(call) {
    return { status: 201, body: shownReacted(call, react(call, call.params, call.body.value)) };
  },

  removeCaseCommentReaction(call) {
    return { status: 200, body: shownReacted(call, takeBack(call, call.params, call.body.value)) };
  },
};

interface CommentPath {
  case_id: number;
  comment_id: number;
}

/** @throws Refusal with 404 where the entry of that id is missing or no comment of the case. */
function commentAt(state: State, { case_id, comment_id }: CommentPath): CaseActivityRow {
  const row = partAt(state.caseActivities, comment_id, case_id);
  if (row.activity_type !== 'COMMENTED') throw refuse(404, 'Not found.');
  return row;
}

export function addComment(
  context: Context,
  caseId: number,
  { value, author_email }: { value: string; author_email?: string | null },
): CaseActivityRow {
  const { id, team_id } = caseAt(context.state, caseId);
  return logActivity(context.state, id, authorId(context, team_id, author_email), 'COMMENTED', value);
}

export function changeComment(state: State, path: CommentPath, value: string): CaseActivityRow {
  const row = commentAt(state, path);
  state.cases.update(row.case_id, { updated_at: state.clock.iso() });
  return state.caseActivities.put({ ...row, value });
}

/** Takes a comment away, which its author and admins of the team may do. */
export function removeComment(context: Context, path: CommentPath): void {
  const { state, principal } = context;
  const row = commentAt(state, path);
  demandOwn(context, row);
  state.caseActivities.delete(row.id);
  logActivity(state, row.case_id, principal.actor.id, 'DELETED_COMMENT', null);
}

/** @throws Refusal as for a missing right where the entry is of somebody else and the key is not that of an admin. */
export function demandOwn({ state, principal, demand }: Context, { user_id, case_id }: CaseActivityRow): void {
  if (user_id !== principal.actor.id) demand('case.delete', caseAt(state, case_id).team_id);
}

/** Adds a reaction of whoever the key acts as. */
export function react(
  { state, principal }: Context,
  path: CommentPath,
  value: Parameters<typeof withReaction>[1],
): CaseActivityRow {
  const row = commentAt(state, path);
  const reactions = withReaction(row.reactions, value, principal.actor.id, state.clock.iso());
  return state.caseActivities.put({ ...row, reactions });
}

/** Takes a reaction of whoever the key acts as back. */
export function takeBack(
  { state, principal }: Context,
  path: CommentPath,
  value: Parameters<typeof withoutReaction>[1],
): CaseActivityRow {
  const row = commentAt(state, path);
  return state.caseActivities.put({ ...row, reactions: withoutReaction(row.reactions, value, principal.actor.id) });
}

function shownComment(context: Context, row: CaseActivityRow): CaseComment {
  return {
    id: row.id,
    activity_type: 'COMMENTED',
    value: row.value ?? '',
    created_at: row.created_at,
    user: numberedCaseUser(context, row.user_id),
    reactions: shownReactions(context.state, row.reactions),
  };
}

/** The samples of both reaction operations say `action` where every other comment says `activity_type`. */
function shownReacted(context: Context, row: CaseActivityRow): CaseCommentReacted {
  return {
    case_id: row.case_id,
    id: row.id,
    action: 'COMMENTED',
    value: row.value ?? '',
    created_at: row.created_at,
    user: caseUser(context, row.user_id),
    reactions: shownReactions(context.state, row.reactions),
  };
}
