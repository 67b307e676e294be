import type { Story } from '@tines-openapi/types';
import { refuse } from '../../server/errors.ts';
import { contentFields, type StoryContent } from '../../state/rows/stories.ts';
import type { ActionRow, DraftRow, NoteRow, StoryRow } from '../../state/rows.ts';
import type { State } from '../../state/state.ts';

/** One copy of a story: the live one, or a draft under change control. */
export interface Copy {
  readonly story: StoryRow;
  /** Null where the live story is meant. */
  readonly draft: DraftRow | null;
}

/** Draft into which changes go that name none. */
export const testDraftName = 'test';

/** How a reading call chooses a copy. */
export interface CopyChoice {
  draft_id?: number;
  story_mode?: 'LIVE' | 'TEST';
}

/** @throws Refusal with 404 where there is no such story. */
export function storyAt(state: State, id: number): StoryRow {
  const story = state.stories.get(id);
  if (!story) throw refuse(404, 'Not found.');
  return story;
}

/** @throws Refusal with 404 where the story has no such draft. */
export function draftAt(state: State, story: StoryRow, id: number): DraftRow {
  const draft = state.drafts.get(id);
  if (draft?.story_id !== story.id) throw refuse(404, 'Not found.');
  return draft;
}

export function testDraftOf(state: State, story: StoryRow): DraftRow | undefined {
  return state.drafts.where('story_id', story.id).find(({ name }) => name === testDraftName);
}

/**
 * The copy that a reading call means: the draft it names, the draft `test` for `story_mode=TEST`, else the live story.
 *
 * @throws Refusal with 404 where there is no such copy.
 */
export function copyToRead(state: State, storyId: number, { draft_id, story_mode }: CopyChoice): Copy {
  const story = storyAt(state, storyId);
  if (draft_id !== undefined) return { story, draft: draftAt(state, story, draft_id) };
  if (story_mode !== 'TEST') return { story, draft: null };
  const draft = testDraftOf(state, story);
  if (!draft) throw refuse(404, 'Not found.');
  return { story, draft };
}

/** The copy that an action or a note is in. */
export function copyOf(state: State, row: Pick<ActionRow | NoteRow, 'story_id' | 'draft_id'>): Copy {
  const story = storyAt(state, row.story_id);
  return { story, draft: row.draft_id === null ? null : draftAt(state, story, row.draft_id) };
}

export function actionsOf(state: State, { story, draft }: Copy): ActionRow[] {
  const draftId = draft?.id ?? null;
  return state.actions.where('story_id', story.id).filter((action) => action.draft_id === draftId);
}

export function notesOf(state: State, { story, draft }: Copy): NoteRow[] {
  const draftId = draft?.id ?? null;
  return state.notes.where('story_id', story.id).filter((note) => note.draft_id === draftId);
}

/** What the copy says of itself, whichever copy it is. */
export function contentOf({ story, draft }: Copy): StoryContent {
  if (draft) return draft.content;
  return Object.fromEntries(contentFields.flatMap((field) => (field in story ? [[field, story[field]]] : []))) as never;
}

/**
 * Changes what a copy says of itself. A draft remembers who changed it.
 *
 * @param userId User or service account behind the change.
 */
export function writeContent(state: State, copy: Copy, changes: Partial<StoryContent>, userId: number): Copy {
  const edited = { updated_at: state.clock.iso(), edited_at: state.clock.iso() };
  if (!copy.draft) return { ...copy, story: state.stories.put({ ...copy.story, ...changes, ...edited }) };
  const participants = [...new Set([...copy.draft.participants, userId])];
  const content = { ...copy.draft.content, ...changes };
  return { ...copy, draft: state.drafts.put({ ...copy.draft, ...edited, participants, content }) };
}

/** Marks a copy as edited, after something in it changed. */
export function touch(state: State, copy: Copy, userId: number): Copy {
  return writeContent(state, copy, {}, userId);
}

/** The copy as the API answers a story. A draft comes under the id of its story. */
export function shownStory(state: State, copy: Copy): Story {
  const { story, draft } = copy;
  const shown = draft ? { ...story, ...shownDraft(draft) } : story;
  const callers = shown.send_to_story_enabled && callersOf(state, shown.slug);
  // What is undefined is not answered. A list makes many of these: a copy that leaves fields out takes twenty times as long.
  const answered = { ...shown, webhook_api: undefined, icon: undefined };
  return callers ? { ...answered, send_to_story_referring_story_ids: callers } : answered;
}

function shownDraft({ content, updated_at, edited_at }: DraftRow) {
  return { ...content, updated_at, edited_at, mode: 'TEST' as const };
}

/** Ids of the stories whose live actions send to the story of that slug. */
function callersOf(state: State, slug: string): number[] {
  const named = new RegExp(`STORY\\.${slug}\\b`, 'u');
  const sends = ({ draft_id, options }: ActionRow) => draft_id === null && named.test(JSON.stringify(options));
  const callers = state.actions.where('type', 'Agents::SendToStoryAgent').filter(sends);
  return [...new Set(callers.map(({ story_id }) => story_id))];
}
