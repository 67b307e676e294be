import type { WorkbenchConversationSummary } from '@tines-openapi/types';
import { refuse } from '../server/errors.ts';
import type { ConversationRow } from '../state/rows/workbench.ts';
import { contains } from './names.ts';
import { paginate } from './paging.ts';
import type { Behaviours, Call } from './types.ts';

type Reader = Pick<Call<'listWorkbenchConversations'>, 'state' | 'teams' | 'principal'>;

/** No operation of the API begins a conversation, so these read what the seed holds. */
export const conversationBehaviours: Behaviours = {
  listWorkbenchConversations(call) {
    const { state, query, request } = call;
    demandOrder(query);
    const found = state.conversations
      .all()
      .filter((conversation) => isVisible(call, conversation) && matches(conversation, query))
      .reverse();
    const { rows, meta } = paginate(found, request, query);
    return { status: 200, body: { conversations: rows.map(inShort), meta } };
  },

  getWorkbenchConversation(call) {
    const conversation = call.state.conversations.where('guid', call.params.guid)[0];
    if (!conversation || !isVisible(call, conversation)) throw refuse(404, 'Not found.');
    const { id, ...shown } = conversation;
    return { status: 200, body: shown };
  },
};

/** Whose conversations a key reads is on no page: those of people in the teams where it may use Workbench. */
function isVisible({ state, teams, principal }: Reader, { creator_id }: ConversationRow): boolean {
  const creator = Number(creator_id);
  if (principal.tenantOwner || principal.actor.id === creator) return true;
  return state.memberships.where('user_id', creator).some((membership) => teams.has(membership.team_id));
}

function matches(conversation: ConversationRow, query: Call<'listWorkbenchConversations'>['query']): boolean {
  const began = Date.parse(conversation.created_at);
  return (
    (query.search === undefined || contains(conversation.title, query.search)) &&
    (query.favorited === undefined || conversation.favorited === query.favorited) &&
    (query.creator_id === undefined || Number(conversation.creator_id) === query.creator_id) &&
    (query.conversation_type === undefined || conversation.conversation_type === query.conversation_type) &&
    (query.created_after === undefined || began >= Date.parse(query.created_after)) &&
    (query.created_before === undefined || began <= Date.parse(query.created_before))
  );
}

function demandOrder({ created_after, created_before }: Call<'listWorkbenchConversations'>['query']): void {
  if (created_after === undefined || created_before === undefined) return;
  if (Date.parse(created_before) > Date.parse(created_after)) return;
  throw refuse(400, 'created_before must be later than created_after.');
}

/** A conversation as lists show it: without transcript and figures. */
function inShort(conversation: ConversationRow): WorkbenchConversationSummary {
  const { id, status, creator_type, tool_uses_count, credits_used, billed_cost, usage, steps, ...summary } =
    conversation;
  return summary;
}
