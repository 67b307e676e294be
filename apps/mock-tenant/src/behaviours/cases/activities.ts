import type { CaseActivity } from '@tines-openapi/types';
import type { CaseActivityRow } from '../../state/rows/cases.ts';
import type { State } from '../../state/state.ts';
import { paginate } from '../paging.ts';
import type { Behaviours } from '../types.ts';
import { timelineOf } from './activity-log.ts';
import { type Context, caseAt, partAt } from './context.ts';
import { fileLink } from './files.ts';
import { caseUser } from './people.ts';
import { shownReactions } from './reactions.ts';

/** Most entries on one page of a timeline. */
const maximumPerPage = 50;

export const caseActivityBehaviours: Behaviours = {
  listCaseActivities(call) {
    const { state, params, query, request } = call;
    const { id } = caseAt(state, params.case_id);
    // Both spellings are read for each other, so the list holds the single value as well.
    const types = query['activity_type[]'];
    const found = timelineOf(state, id).filter(
      ({ activity_type }) => types === undefined || types.includes(activity_type),
    );
    const { rows, meta } = paginate(found, request, query, maximumPerPage);
    const activities = rows.map((row) => resolved(state, shownActivity(call, row), query.resolve_mentions));
    return { status: 200, body: { case_id: id, activities, meta } };
  },

  getCaseActivity(call) {
    const { state, params, query } = call;
    const row = partAt(state.caseActivities, params.activity_id, params.case_id);
    const activity = resolved(state, shownActivity(call, row), query.resolve_mentions);
    return { status: 200, body: { case_id: row.case_id, ...activity } };
  },
};

/** An entry as it stands in lists, without the id of its case. */
export function shownActivity(context: Pick<Context, 'state' | 'request'>, row: CaseActivityRow): CaseActivity {
  const { id, activity_type, value, created_at, user_id, reactions } = row;
  const file = context.state.caseFiles.get(id);
  return {
    id,
    activity_type,
    value,
    ...(file && { file: fileLink(context, file) }),
    user: caseUser(context, user_id),
    created_at,
    ...(activity_type === 'COMMENTED' && { reactions: shownReactions(context.state, reactions) }),
  };
}

/** A text in which the tokens that mention users are the names of those users. */
export function resolveMentions(state: State, text: string): string {
  return text.replaceAll(/<@user-(\d+)>/g, (token, id: string) => {
    const user = state.users.get(Number(id));
    return user ? `${user.first_name} ${user.last_name}`.trim() : token;
  });
}

function resolved(state: State, activity: CaseActivity, wanted: boolean | undefined): CaseActivity {
  if (!wanted || activity.value === null) return activity;
  return { ...activity, value: resolveMentions(state, activity.value) };
}
