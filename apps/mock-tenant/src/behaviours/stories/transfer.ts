import type { Behaviours } from '../types.ts';
import { copyToRead, shownStory } from './copies.ts';
import { demandFolder, emptyStory } from './defaults.ts';
import { copyToWrite, demandUnlocked } from './drafts.ts';
import { exportOf } from './export.ts';
import { importInto } from './import.ts';

export const storyTransferBehaviours: Behaviours = {
  exportStory({ state, params, query }) {
    return { status: 200, body: exportOf(state, copyToRead(state, params.story_id, query), query) };
  },

  // `versionReplace` finds its story by name; where there is none of that name, a new one is made. Under change control the
  // replaced side is the draft `test`, as with every change that names no draft.
  importStory({ state, body, principal }) {
    demandFolder(state, body.folder_id, body.team_id);
    const userId = principal.actor.id;
    const named = state.stories.where('team_id', body.team_id).find(({ name }) => name === body.new_name);
    if (body.mode === 'versionReplace' && named) {
      demandUnlocked(named);
      // A provider for Terraform reported that the guid is another one after a live story was replaced.
      const story = named.change_control_enabled ? named : state.stories.put({ ...named, guid: state.random.guid() });
      const copy = copyToWrite(state, story, undefined, userId);
      return { status: 200, body: shownStory(state, importInto(state, copy, body.new_name, body.data, userId)) };
    }
    const now = state.clock.iso();
    const story = state.stories.insert({
      ...emptyStory,
      name: body.new_name,
      slug: '',
      user_id: userId,
      team_id: body.team_id,
      folder_id: body.folder_id ?? null,
      guid: state.random.guid(),
      created_at: now,
      updated_at: now,
      edited_at: now,
    });
    const copy = importInto(state, { story, draft: null }, body.new_name, body.data, userId);
    return { status: 200, body: shownStory(state, copy) };
  },
};
