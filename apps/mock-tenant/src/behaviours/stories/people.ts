import { refuse, refuseFindings } from '../../server/errors.ts';
import type { Behaviours } from '../types.ts';
import { contentOf, shownStory, storyAt, writeContent } from './copies.ts';
import { copyToCheck, copyToWrite } from './drafts.ts';

/** Who owns a story, and who hears of its health. */
export const storyPeopleBehaviours: Behaviours = {
  createStoryOwner({ state, params, body }) {
    const story = storyAt(state, params.story_id);
    const userId = Number(body.user_id);
    if (!state.memberships.where('team_id', story.team_id).some(({ user_id }) => user_id === userId)) {
      throw refuseFindings('', [
        { in: 'body', pointer: '/user_id', message: 'user_id must be a member of the team of the story.' },
      ]);
    }
    const owners = [...new Set([...story.owners, userId])];
    const changed = state.stories.put({ ...story, owners, updated_at: state.clock.iso() });
    return { status: 201, body: shownStory(state, { story: changed, draft: null }) };
  },

  deleteStoryOwner({ state, params, body }) {
    const story = storyAt(state, params.story_id);
    const userId = Number(body.user_id);
    if (!story.owners.includes(userId)) throw refuse(404, 'Not found.');
    const owners = story.owners.filter((id) => id !== userId);
    state.stories.put({ ...story, owners, updated_at: state.clock.iso() });
    return { status: 204, body: undefined };
  },

  createStoryRecipient({ state, params, body, principal }) {
    const userId = principal.actor.id;
    const copy = copyToWrite(state, storyAt(state, params.story_id), body.draft_id, userId);
    const recipients = [...new Set([...(contentOf(copy).recipients ?? []), body.address])];
    return { status: 201, body: shownStory(state, writeContent(state, copy, { recipients }, userId)) };
  },

  deleteStoryRecipient({ state, params, body, principal }) {
    const userId = principal.actor.id;
    const story = storyAt(state, params.story_id);
    const before = contentOf(copyToCheck(state, story, body.draft_id)).recipients ?? [];
    if (!before.includes(body.address)) throw refuse(404, 'Not found.');
    const copy = copyToWrite(state, story, body.draft_id, userId);
    writeContent(state, copy, { recipients: before.filter((address) => address !== body.address) }, userId);
    return { status: 204, body: undefined };
  },
};
