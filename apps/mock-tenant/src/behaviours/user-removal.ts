import type { State } from '../state/state.ts';
import { removeFromCases } from './cases/removal.ts';
import { removeDraft } from './stories/removal.ts';

/**
 * Takes a person or a service account out of the tenant for good. Keys that act as it are gone and answer 401, memberships
 * and places in groups end, and drafts go. What a team owns stays with the team: stories pass to whoever removes the person.
 *
 * @param heirId User or service account that takes over.
 */
export function removeUser(state: State, userId: number, heirId: number): void {
  for (const key of state.keys.where('user_id', userId)) state.keys.delete(key.id);
  for (const membership of state.memberships.where('user_id', userId)) state.memberships.delete(membership.id);
  for (const activity of state.signIns.where('user_id', userId)) state.signIns.delete(activity.id);
  for (const group of state.scimGroups.all()) {
    if (!group.member_ids.includes(userId)) continue;
    state.scimGroups.put({ ...group, member_ids: group.member_ids.filter((id) => id !== userId) });
  }
  for (const story of state.stories.all()) {
    if (story.user_id !== userId && !story.owners.includes(userId)) continue;
    const user_id = story.user_id === userId ? heirId : story.user_id;
    state.stories.put({ ...story, user_id, owners: story.owners.filter((id) => id !== userId) });
  }
  for (const draft of state.drafts.all()) if (draft.user_id === userId) removeDraft(state, draft.id);
  for (const credential of state.credentials.all()) {
    const told = credential.credential_notification_recipient_user_ids;
    if (!told?.includes(userId)) continue;
    const credential_notification_recipient_user_ids = told.filter((id) => id !== userId);
    state.credentials.put({ ...credential, credential_notification_recipient_user_ids });
  }
  removeFromCases(state, userId);
  state.users.delete(userId);
}
