import type { ChangeRequest } from '@tines-openapi/types';
import { refuse, refuseFindings } from '../../server/errors.ts';
import type { ChangeRequestRow, DraftRow, StoryRow } from '../../state/rows.ts';
import { settingsOf } from '../../state/settings.ts';
import type { State } from '../../state/state.ts';
import type { Behaviours, Call } from '../types.ts';
import { draftAt, shownStory, storyAt, testDraftOf } from './copies.ts';
import { demandChangeControl, promoteDraft } from './drafts.ts';
import { exportOf } from './export.ts';
import { removeDraft } from './removal.ts';
import { isOpen, openRequestOf, setStatus } from './requests.ts';

/**
 * The way of a change request:
 *
 *     createChangeRequest → PENDING → approveChangeRequest (somebody else) → APPROVED → promoteChangeRequest → PUSHED
 *
 * While it is open, its author withdraws it (IN_PROGRESS) and everybody else rejects it (REJECTED), whichever of the two
 * operations is called.
 */
export const changeControlBehaviours: Behaviours = {
  createChangeRequest({ state, params, body, principal }) {
    const story = storyAt(state, params.story_id);
    demandChangeControl(story);
    const draft = body.draft_id === undefined ? testDraftOf(state, story) : draftAt(state, story, body.draft_id);
    if (!draft) throw refused('/draft_id', 'The story has no draft named test. Send the draft_id of another one.');
    if (openRequestOf(state, draft)) throw refused('/draft_id', 'The draft has an open change request already.');
    const now = state.clock.iso();
    const request = state.changeRequests.insert({
      story_id: story.id,
      draft_id: draft.id,
      name: body.title ?? draft.name,
      description: body.description ?? '',
      status: 'PENDING',
      user_id: principal.actor.id,
      participants: draft.participants,
      created_at: now,
      updated_at: now,
    });
    return { status: 200, body: { ...envelope(story, draft), change_request: shown(state, story, draft, request) } };
  },

  viewChangeRequest({ state, params, query }) {
    const story = storyAt(state, params.story_id);
    const draft = query.draft_id === undefined ? testDraftOf(state, story) : draftAt(state, story, query.draft_id);
    if (!draft) throw refuse(404, 'Not found.');
    const open = openRequestOf(state, draft);
    const change_request = open ? shown(state, story, draft, open) : null;
    return { status: 200, body: { ...envelope(story, draft), change_request } };
  },

  approveChangeRequest(call) {
    const { state, principal } = call;
    const { story, draft, request } = requestOf(call);
    if (request.status !== 'PENDING') throw refused('/change_request_id', 'The change request is approved already.');
    if (request.user_id === principal.actor.id && settingsOf(state).approval_by_others) {
      throw refused('/change_request_id', 'Somebody other than the author of the change request must approve it.');
    }
    const { id } = setStatus(state, request, 'APPROVED');
    const change_request = { id, status: 'APPROVED' as const, participants: [...draft.participants] };
    return { status: 200, body: { ...envelope(story, draft), change_request } };
  },

  cancelChangeRequest: (call) => close(call),

  rejectChangeRequest: (call) => close(call),

  promoteChangeRequest(call) {
    const { state, body, principal } = call;
    const { story, draft, request } = requestOf(call);
    if (request.status === 'PENDING' && !body.bypass_approval) {
      throw refused(
        '/change_request_id',
        'The change request is not approved. Have it approved, or send bypass_approval.',
      );
    }
    const live = promoteDraft(state, story, draft, principal.actor.id);
    setStatus(state, { ...request, participants: draft.participants }, 'PUSHED');
    if (body.delete_draft) removeDraft(state, draft.id);
    return { status: 200, body: shownStory(state, { story: live, draft: null }) };
  },
};

interface RequestInStory {
  story: StoryRow;
  draft: DraftRow;
  request: ChangeRequestRow;
}

/**
 * The open request that a call names.
 *
 * @throws Refusal with 404 where the story has no such request, with 422 where it is closed.
 */
function requestOf({
  state,
  params,
  body,
}: Pick<Call<'approveChangeRequest'>, 'state' | 'params' | 'body'>): RequestInStory {
  const story = storyAt(state, params.story_id);
  const request = state.changeRequests.get(Number(body.change_request_id));
  if (request?.story_id !== story.id) throw refuse(404, 'Not found.');
  const draft = request.draft_id === null ? undefined : state.drafts.get(request.draft_id);
  if (!draft || !isOpen(request)) {
    throw refused('/change_request_id', `The change request is closed: its status is ${request.status}.`);
  }
  return { story, draft, request };
}

function close(call: Pick<Call<'cancelChangeRequest'>, 'state' | 'params' | 'body' | 'principal'>) {
  const { story, draft, request } = requestOf(call);
  const own = request.user_id === call.principal.actor.id;
  setStatus(call.state, { ...request, participants: draft.participants }, own ? 'IN_PROGRESS' : 'REJECTED');
  return { status: 200 as const, body: { ...envelope(story, draft), change_request: null } };
}

function envelope({ id }: StoryRow, draft: DraftRow) {
  return { id, draft_id: draft.id, draft_name: draft.name };
}

function shown(state: State, story: StoryRow, draft: DraftRow, request: ChangeRequestRow): ChangeRequest {
  return {
    id: request.id,
    name: request.name,
    description: request.description,
    status: request.status as 'PENDING' | 'APPROVED',
    live_story_export: JSON.stringify(exportOf(state, { story, draft: null })),
    draft_export: JSON.stringify(exportOf(state, { story, draft })),
  };
}

function refused(pointer: string, message: string) {
  return refuseFindings('', [{ in: 'body', pointer, message }]);
}
