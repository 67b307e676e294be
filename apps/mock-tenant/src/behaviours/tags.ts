import type { Tag } from '@tines-openapi/types';
import { refuse } from '../server/errors.ts';
import type { TagRow } from '../state/rows/tags.ts';
import type { State } from '../state/state.ts';
import { paginate } from './paging.ts';
import type { Behaviours } from './types.ts';

export const tagBehaviours: Behaviours = {
  listTags({ state, query, teams, request }) {
    const found = state.tags
      .all()
      .filter((tag) => tag.team_ids.some((id) => teams.has(id)))
      .filter((tag) => query.team_id === undefined || tag.team_ids.includes(query.team_id));
    const { rows, meta } = paginate(found, request, query);
    return { status: 200, body: { tags: rows.map((tag) => shown(state, tag)), meta } };
  },

  getTag({ state, params }) {
    return { status: 200, body: shown(state, tagAt(state, params.tag_id)) };
  },

  createTag({ state, body }) {
    const now = withMilliseconds(state);
    const color = hexadecimal(body.color);
    const tag = state.tags.insert({
      name: body.name,
      color,
      team_ids: [body.team_id],
      created_at: now,
      updated_at: now,
    });
    return { status: 201, body: shown(state, tag) };
  },

  updateTag({ state, params, body }) {
    const tag = tagAt(state, params.tag_id);
    const name = body.name ?? tag.name;
    // Stories know their tags by name, so a new name has to go there as well.
    if (name !== tag.name) renameOnStories(state, tag, tag.team_ids, name);
    const color = body.color === undefined ? tag.color : hexadecimal(body.color);
    const updated = state.tags.put({ ...tag, name, color, updated_at: withMilliseconds(state) });
    return { status: 200, body: shown(state, updated) };
  },

  deleteTag({ state, params, query, demand }) {
    const tag = tagAt(state, params.tag_id);
    if (query.team_id === undefined) {
      for (const id of tag.team_ids) demand('tag.write', id);
      for (const id of tag.team_ids) removeTag(state, tag.id, id);
    } else {
      if (!tag.team_ids.includes(query.team_id)) throw refuse(404, 'Not found.');
      demand('tag.write', query.team_id);
      removeTag(state, tag.id, query.team_id);
    }
    return { status: 204, body: undefined };
  },
};

/** Takes a tag from a team and from the stories there. With its last team the tag goes. */
export function removeTag(state: State, tagId: number, teamId: number): void {
  const tag = state.tags.get(tagId);
  if (!tag) return;
  renameOnStories(state, tag, [teamId], undefined);
  const team_ids = tag.team_ids.filter((id) => id !== teamId);
  if (team_ids.length === 0) state.tags.delete(tagId);
  else state.tags.put({ ...tag, team_ids, updated_at: withMilliseconds(state) });
}

/** Tags alone show their times with milliseconds. */
function withMilliseconds(state: State): string {
  return new Date(state.clock.now()).toISOString();
}

function tagAt(state: State, id: number): TagRow {
  const tag = state.tags.get(id);
  if (!tag) throw refuse(404, 'Not found.');
  return tag;
}

function shown(state: State, { team_ids, ...tag }: TagRow): Tag {
  const teams = team_ids.flatMap((id) => state.teams.get(id) ?? []).map(({ id, name }) => ({ id, name }));
  return { ...tag, teams };
}

/** @param name The new name, or undefined where the tag goes away. */
function renameOnStories(state: State, tag: TagRow, teamIds: readonly number[], name: string | undefined): void {
  for (const story of teamIds.flatMap((id) => state.stories.where('team_id', id))) {
    if (!story.tags.includes(tag.name)) continue;
    const tags = story.tags.flatMap((other) => (other === tag.name ? (name ?? []) : other));
    state.stories.put({ ...story, tags: [...new Set(tags)] });
  }
}

/** Only the value of red is on a page; the others are made up. */
const named: Record<string, string> = {
  purple: '#C9A6F5',
  blue: '#6FC3DF',
  gold: '#E8C268',
  green: '#8FCB8F',
  magenta: '#E58FC4',
  red: '#FF8888',
  orange: '#F5A66E',
  mint: '#7FD1B9',
};

function hexadecimal(color: string): string {
  return named[color] ?? color.toUpperCase();
}
