import { refuse, refuseFindings } from '../server/errors.ts';
import type { LinkType } from '../state/rows/actions.ts';
import type { ActionRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import { actionAt } from './action-answers.ts';
import { actionsOf, type Copy, copyOf, storyAt } from './stories/copies.ts';
import { copyToWrite } from './stories/drafts.ts';
import type { Behaviours, Call } from './types.ts';

export const linkBehaviours: Behaviours = {
  // All or nothing, and under change control in the draft `test`, as with every change that names no draft.
  deleteLinks({ state, body, demand, principal }) {
    const pairs = body.links.map(({ source_id, receiver_id }) => [
      actionAt(state, Number(source_id)),
      actionAt(state, Number(receiver_id)),
    ]);
    const storyIds = new Set(pairs.flat().map(({ story_id }) => story_id));
    for (const id of storyIds) demand('story.write', storyAt(state, id).team_id);
    if (storyIds.size > 1) throw refused('/links', 'All links must be of one story.');
    const found = pairs.map(([source, receiver]) => linkBetween(state, source as ActionRow, receiver as ActionRow));
    for (const { source, receiver } of found) {
      const copy = copyToChange(state, source, principal.actor.id);
      const from = counterpart(state, copy, source)?.id;
      const to = counterpart(state, copy, receiver)?.id;
      for (const link of state.actionLinks.where('source_id', from as number)) {
        if (link.receiver_id === to) state.actionLinks.delete(link.id);
      }
    }
    return { status: 204, body: undefined };
  },
};

/** @throws Refusal with 404 where the two are not linked. */
function linkBetween(state: State, source: ActionRow, receiver: ActionRow) {
  const linked = state.actionLinks.where('source_id', source.id).some(({ receiver_id }) => receiver_id === receiver.id);
  if (!linked) throw refuse(404, 'Not found.');
  return { source, receiver };
}

/** The copy that a change of an action goes to: the draft that it is in, else what the story asks for. */
export function copyToChange(state: State, action: ActionRow, userId: number, draftId?: number): Copy {
  const { story, draft } = copyOf(state, action);
  return copyToWrite(state, story, draftId ?? draft?.id, userId);
}

/** The same action in another copy of its story; both have one guid. */
export function counterpart(state: State, copy: Copy, action: ActionRow): ActionRow | undefined {
  const here = actionsOf(state, copy);
  return here.find(({ id }) => id === action.id) ?? here.find(({ guid }) => guid === action.guid);
}

type LinkFields = Pick<
  Call<'createAction'>['body'],
  'source_ids' | 'links_to_sources' | 'receiver_ids' | 'links_to_receivers'
>;

interface WantedLink {
  sourceId: number;
  receiverId: number;
  type: LinkType;
}

/**
 * Links an action as a call asks. Links are only ever added, as on a live tenant: what a list leaves out stays.
 *
 * @throws Refusal with 422 where both spellings of a side come, or an action is none of this copy of the story.
 */
export function addLinks(state: State, copy: Copy, action: ActionRow, body: LinkFields): void {
  for (const wanted of wantedLinks(state, copy, action, body)) {
    const there = state.actionLinks
      .where('source_id', wanted.sourceId)
      .some((link) => link.receiver_id === wanted.receiverId && link.type === wanted.type);
    if (there) continue;
    state.actionLinks.insert({ source_id: wanted.sourceId, receiver_id: wanted.receiverId, type: wanted.type });
  }
}

/** @throws Refusal with 422 as `addLinks`, before anything is changed. */
export function demandLinks(state: State, copy: Copy, body: LinkFields): void {
  if (body.source_ids && body.links_to_sources)
    throw refused('/source_ids', 'Send source_ids or links_to_sources, not both.');
  if (body.receiver_ids && body.links_to_receivers) {
    throw refused('/receiver_ids', 'Send receiver_ids or links_to_receivers, not both.');
  }
  for (const id of [...(body.source_ids ?? []), ...(body.receiver_ids ?? [])]) inCopy(state, copy, id);
  for (const { source_id } of body.links_to_sources ?? []) inCopy(state, copy, source_id);
  for (const { receiver_id } of body.links_to_receivers ?? []) inCopy(state, copy, receiver_id);
}

function wantedLinks(state: State, copy: Copy, { id }: ActionRow, body: LinkFields): WantedLink[] {
  const { source_ids = [], links_to_sources = [], receiver_ids = [], links_to_receivers = [] } = body;
  const from = (sourceId: number, type: LinkType) => ({
    sourceId: inCopy(state, copy, sourceId),
    receiverId: id,
    type,
  });
  const to = (receiverId: number, type: LinkType) => ({
    sourceId: id,
    receiverId: inCopy(state, copy, receiverId),
    type,
  });
  return [
    ...source_ids.map((sourceId) => from(sourceId, 'DEFAULT')),
    ...links_to_sources.map((link) => from(link.source_id, typeOf(link))),
    ...receiver_ids.map((receiverId) => to(receiverId, 'DEFAULT')),
    ...links_to_receivers.map((link) => to(link.receiver_id, typeOf(link))),
  ];
}

/** A live tenant was seen to need `link_type` where the page says `type`. */
function typeOf({ type, link_type }: { type?: LinkType; link_type?: LinkType }): LinkType {
  return link_type ?? type ?? 'DEFAULT';
}

/** Id that an action has in this copy, whichever copy of the story the call took it from. */
function inCopy(state: State, copy: Copy, id: number): number {
  const named = state.actions.get(id);
  const here = named && counterpart(state, copy, named);
  if (here) return here.id;
  throw refused('/links', `There is no action ${id} in this story to link with.`);
}

function refused(pointer: string, message: string) {
  return refuseFindings('', [{ in: 'body', pointer, message }]);
}
