import type { Story } from '@tines-openapi/types';
import type { State } from '../../state/state.ts';
import { slugify } from '../names.ts';
import { paginate } from '../paging.ts';
import type { Behaviours } from '../types.ts';
import { liveCounters } from './activity.ts';
import { type Copy, copyToRead, shownStory, storyAt } from './copies.ts';
import { demandFolder, emptyStory } from './defaults.ts';
import { listedStories } from './list.ts';
import { removeStory } from './removal.ts';
import { updateStory } from './update.ts';

export const storyBehaviours: Behaviours = {
  listStories(call) {
    const { state, query, request } = call;
    const { rows, meta } = paginate(listedStories(call), request, query);
    const shown = rows.map((story) => withActivity(state, { story, draft: null }, query.include_live_activity));
    return { status: 200, body: { stories: shown, meta } };
  },

  getStory({ state, params, query }) {
    const copy = copyToRead(state, params.story_id, query);
    return { status: 200, body: withActivity(state, copy, query.include_live_activity) };
  },

  createStory({ state, body, principal }) {
    const name = body.name ?? 'New Story';
    demandFolder(state, body.folder_id, body.team_id);
    const now = state.clock.iso();
    const story = state.stories.insert({
      ...emptyStory,
      name,
      user_id: principal.actor.id,
      description: body.description ?? null,
      keep_events_for: body.keep_events_for ?? emptyStory.keep_events_for,
      disabled: body.disabled ?? false,
      priority: body.priority ?? false,
      team_id: body.team_id,
      folder_id: body.folder_id ?? null,
      tags: [...new Set(body.tags ?? [])],
      guid: state.random.guid(),
      slug: slugify(name),
      created_at: now,
      updated_at: now,
      edited_at: now,
    });
    return { status: 201, body: shownStory(state, { story, draft: null }) };
  },

  updateStory(call) {
    return { status: 200, body: shownStory(call.state, updateStory(call)) };
  },

  // The one change that reaches a live story under change control without a request.
  disableStory({ state, params, body }) {
    const story = storyAt(state, params.story_id);
    state.stories.put({ ...story, disabled: body.disabled, updated_at: state.clock.iso() });
    return { status: 200, body: { disabled: body.disabled } };
  },

  deleteStory({ state, params }) {
    removeStory(state, params.story_id);
    return { status: 204, body: undefined };
  },

  batchDeleteStories({ state, body, demand }) {
    // All or nothing: an id that cannot be deleted leaves the others where they are.
    for (const id of body.ids) demand('story.delete', storyAt(state, id).team_id);
    for (const id of body.ids) removeStory(state, id);
    return { status: 204, body: undefined };
  },
};

function withActivity(state: State, copy: Copy, live: boolean | undefined): Story {
  const story = shownStory(state, copy);
  return live ? { ...story, ...liveCounters(state, copy) } : story;
}
