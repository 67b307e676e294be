import type { CaseSubscriberUser } from '@tines-openapi/types';
import type { CaseSubscriberRow } from '../../state/rows/cases.ts';
import { paginate } from '../paging.ts';
import type { Behaviours } from '../types.ts';
import { type Context, caseAt, partAt } from './context.ts';
import { numberedCaseUser, userIds } from './people.ts';

export const caseSubscriberBehaviours: Behaviours = {
  listCaseSubscribers(call) {
    const { state, params, query, request } = call;
    const { id } = caseAt(state, params.case_id);
    const { rows, meta } = paginate(state.caseSubscribers.where('case_id', id), request, query);
    // Flat here, with both ids as text; after subscribing the user is an object and the ids are numbers.
    const subscribers = rows.map((row) => {
      const user = subscriberUser(call, row);
      return { id: String(row.id), ...user, user_id: String(user.user_id) };
    });
    return { status: 200, body: { case_id: id, subscribers, meta } };
  },

  createCaseSubscriber(call) {
    const { id } = caseAt(call.state, call.params.case_id);
    const [row] = subscribe(call, id, [call.body.user_email], 'user_email');
    return { status: 201, body: { case_id: id, id: row.id, user: subscriberUser(call, row) } };
  },

  batchCreateCaseSubscribers(call) {
    const { id } = caseAt(call.state, call.params.case_id);
    const rows = subscribe(call, id, call.body.user_emails, 'user_emails');
    const subscribers = rows.map((row) => ({ id: row.id, user: subscriberUser(call, row) }));
    return { status: 201, body: { case_id: id, subscribers } };
  },

  deleteCaseSubscriber({ state, params }) {
    state.caseSubscribers.delete(partAt(state.caseSubscribers, params.subscriber_id, params.case_id).id);
    return { status: 204, body: undefined };
  },
};

/** Subscribes users to a case. Who is subscribed already stays so. */
export function subscribe(
  context: Context,
  caseId: number,
  emails: readonly string[],
  field: string,
): [CaseSubscriberRow, ...CaseSubscriberRow[]] {
  const { state } = context;
  const rows = userIds(context, emails, field).map((userId) => {
    const known = state.caseSubscribers.where('case_id', caseId).find(({ user_id }) => user_id === userId);
    return known ?? state.caseSubscribers.insert({ case_id: caseId, user_id: userId });
  });
  return rows as [CaseSubscriberRow, ...CaseSubscriberRow[]];
}

export function subscriberUser(context: Context, { user_id }: CaseSubscriberRow): CaseSubscriberUser {
  const { is_service_account, ...user } = numberedCaseUser(context, user_id);
  return { ...user, user_id };
}
