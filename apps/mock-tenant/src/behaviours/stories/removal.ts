import type { Collection } from '../../state/collection.ts';
import type { State } from '../../state/state.ts';

/** Takes a story away with everything in it. Its change requests go with it. */
export function removeStory(state: State, storyId: number): void {
  for (const action of state.actions.where('story_id', storyId)) removeAction(state, action.id);
  deleteOfStory(state.notes, storyId);
  deleteOfStory(state.drafts, storyId);
  deleteOfStory(state.storyVersions, storyId);
  deleteOfStory(state.changeRequests, storyId);
  deleteOfStory(state.runs, storyId);
  state.stories.delete(storyId);
}

/** Takes a draft away with its actions, notes and runs. */
export function removeDraft(state: State, draftId: number): void {
  const draft = state.drafts.get(draftId);
  if (!draft) return;
  const inDraft = (row: { readonly draft_id: number | null }) => row.draft_id === draftId;
  for (const action of state.actions.where('story_id', draft.story_id).filter(inDraft)) removeAction(state, action.id);
  deleteOfStory(state.notes, draft.story_id, inDraft);
  deleteOfStory(state.runs, draft.story_id, inDraft);
  deleteOfStory(state.storyVersions, draft.story_id, inDraft);
  for (const request of state.changeRequests.where('draft_id', draftId)) {
    state.changeRequests.put({ ...request, draft_id: null });
  }
  state.drafts.delete(draftId);
}

/** Takes an action away with its links, events, log lines and waiting runs. What lies in a group goes with the group. */
export function removeAction(state: State, actionId: number): void {
  const action = state.actions.get(actionId);
  if (!action) return;
  if (action.type === 'Agents::GroupAgent') {
    const inGroup = (row: { readonly group_id: number | null }) => row.group_id === actionId;
    for (const inner of state.actions.where('story_id', action.story_id).filter(inGroup)) removeAction(state, inner.id);
    for (const note of state.notes.where('story_id', action.story_id).filter(inGroup)) state.notes.delete(note.id);
    for (const run of state.runs.where('group_id', actionId)) state.runs.delete(run.id);
  }
  removeLinks(state, actionId);
  for (const event of state.events.where('agent_id', actionId)) state.events.delete(event.id);
  for (const log of state.actionLogs.where('action_id', actionId)) state.actionLogs.delete(log.id);
  for (const waiting of state.pendingRuns.where('action_id', actionId)) state.pendingRuns.delete(waiting.id);
  state.actions.delete(actionId);
}

function removeLinks(state: State, actionId: number): void {
  const links = [
    ...state.actionLinks.where('source_id', actionId),
    ...state.actionLinks.where('receiver_id', actionId),
  ];
  for (const { id } of links) state.actionLinks.delete(id);
}

function deleteOfStory<T extends { readonly id: number; readonly story_id: number }>(
  rows: Collection<T>,
  storyId: number,
  wanted: (row: T) => boolean = () => true,
): void {
  for (const row of rows.where('story_id', storyId as T['story_id'])) if (wanted(row)) rows.delete(row.id);
}
