import type { StoryVersion } from '@tines-openapi/types';
import { refuse } from '../../server/errors.ts';
import type { StoryVersionRow } from '../../state/rows.ts';
import type { State } from '../../state/state.ts';
import { paginate } from '../paging.ts';
import type { Behaviours } from '../types.ts';
import { copyToRead, storyAt } from './copies.ts';
import { exportOf } from './export.ts';

/** Versions come under `story_version`, as live answers were seen to; the pages show them bare. */
export const storyVersionBehaviours: Behaviours = {
  listStoryVersions({ state, params, query, request }) {
    const { story, draft } = copyToRead(state, params.story_id, query);
    const draftId = draft?.id ?? null;
    const found = state.storyVersions.where('story_id', story.id).filter(({ draft_id }) => draft_id === draftId);
    const { rows, meta } = paginate(found.reverse(), request, query);
    return { status: 200, body: { story_versions: rows.map(shown), meta } };
  },

  getStoryVersion({ state, params }) {
    const version = versionAt(state, params);
    return { status: 200, body: { story_version: { ...shown(version), export_file: version.export_file } } };
  },

  createStoryVersion({ state, params, body }) {
    const copy = copyToRead(state, params.story_id, body);
    const version = state.storyVersions.insert({
      story_id: copy.story.id,
      draft_id: copy.draft?.id ?? null,
      name: body.name ?? '',
      description: '',
      timestamp: state.clock.iso(),
      export_file: exportOf(state, copy),
    });
    return { status: 200, body: { story_version: shown(version) } };
  },

  updateStoryVersion({ state, params, body }) {
    const version = state.storyVersions.put({ ...versionAt(state, params), name: body.name });
    return { status: 200, body: { story_version: shown(version) } };
  },

  deleteStoryVersion({ state, params }) {
    const { id } = versionAt(state, params);
    state.storyVersions.delete(id);
    return { status: 200, body: { destroyed_id: id } };
  },
};

/** @throws Refusal with 404 where the story has no such version. */
function versionAt(state: State, params: { story_id: number; version_id: number }): StoryVersionRow {
  const version = state.storyVersions.get(params.version_id);
  if (version?.story_id !== storyAt(state, params.story_id).id) throw refuse(404, 'Not found.');
  return version;
}

function shown({ id, name, description, timestamp }: StoryVersionRow): StoryVersion {
  return { id, name, description, timestamp };
}
