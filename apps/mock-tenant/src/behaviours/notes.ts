import type { Note } from '@tines-openapi/types';
import { refuse, refuseFindings } from '../server/errors.ts';
import type { ActionRow, NoteRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import { counterpart } from './action-links.ts';
import { paginate } from './paging.ts';
import { copyOf, notesOf, storyAt, testDraftOf } from './stories/copies.ts';
import { copyToCheck, copyToWrite } from './stories/drafts.ts';
import type { Behaviours, Call } from './types.ts';

export const noteBehaviours: Behaviours = {
  listNotes(call) {
    const { state, query, request } = call;
    const { rows, meta } = paginate(listed(call), request, query);
    return {
      status: 200,
      body: { annotations: rows.map((note) => ({ ...shown(note), ...draftIn(state, note) })), meta },
    };
  },

  getNote({ state, params }) {
    return { status: 200, body: shown(noteAt(state, params.note_id)) };
  },

  createNote(call) {
    const { state, body, principal } = call;
    const group = groupOf(call);
    const story = storyAt(state, group?.story_id ?? (body.story_id as number));
    const draftId = body.draft_id ?? group?.draft_id ?? undefined;
    if (group && !counterpart(state, copyToCheck(state, story, draftId), group)) throw refusedGroup();
    const copy = copyToWrite(state, story, draftId, principal.actor.id);
    const note = state.notes.insert({
      story_id: story.id,
      draft_id: copy.draft?.id ?? null,
      guid: state.random.guid(),
      group_id: group ? (counterpart(state, copy, group)?.id ?? null) : null,
      position: body.position ?? { x: 0, y: 0 },
      content: body.content,
    });
    return { status: 201, body: { ...shown(note), ...draftIn(state, note) } };
  },

  updateNote({ state, params, body, principal }) {
    const note = noteToChange(state, params.note_id, principal.actor.id);
    if (!note) throw refuse(404, 'Not found.');
    const { content = note.content, position = note.position } = body;
    return { status: 200, body: shown(state.notes.put({ ...note, content, position })) };
  },

  deleteNote({ state, params, principal }) {
    const note = noteToChange(state, params.note_id, principal.actor.id);
    if (note) state.notes.delete(note.id);
    return { status: 204, body: undefined };
  },
};

function listed({ state, query, teams }: Call<'listNotes'>): NoteRow[] {
  const { story_id, team_id, group_id, draft_id, mode } = query;
  const draft = draft_id === undefined ? undefined : state.drafts.get(draft_id);
  const story = state.stories.get(story_id ?? draft?.story_id ?? -1);
  const test = mode === 'TEST' && story ? (testDraftOf(state, story)?.id ?? -1) : null;
  const group = group_id === undefined ? undefined : state.actions.get(group_id);
  const copy = draft_id ?? group?.draft_id ?? test;
  const rows = story_id === undefined ? state.notes.all() : state.notes.where('story_id', story_id);
  return rows.filter((note) => {
    const team = storyAt(state, note.story_id).team_id;
    return (
      teams.has(team) &&
      note.draft_id === copy &&
      (team_id === undefined || team === team_id) &&
      (group_id === undefined || note.group_id === group_id)
    );
  });
}

/** @throws Refusal with 404 where there is no such note. */
function noteAt(state: State, id: number): NoteRow {
  const note = state.notes.get(id);
  if (!note) throw refuse(404, 'Not found.');
  return note;
}

/** The note itself, or under change control its picture in the draft `test`, where that has one. */
function noteToChange(state: State, id: number, userId: number): NoteRow | undefined {
  const note = noteAt(state, id);
  const { story, draft } = copyOf(state, note);
  const isIt = ({ guid }: NoteRow) => guid === note.guid;
  if (!notesOf(state, copyToCheck(state, story, draft?.id)).some(isIt)) return undefined;
  return notesOf(state, copyToWrite(state, story, draft?.id, userId)).find(isIt);
}

function groupOf({ state, body }: Call<'createNote'>): ActionRow | undefined {
  if (body.group_id === undefined) return undefined;
  const group = state.actions.get(body.group_id);
  if (group?.type !== 'Agents::GroupAgent' || (body.story_id ?? group.story_id) !== group.story_id)
    throw refusedGroup();
  return group;
}

function refusedGroup() {
  const message = 'group_id must be the id of a group action of the story.';
  return refuseFindings('', [{ in: 'body', pointer: '/group_id', message }]);
}

function shown({ id, story_id, draft_id, group_id, position, content }: NoteRow): Note {
  return {
    id,
    story_id,
    story_mode: draft_id === null ? 'LIVE' : 'TEST',
    group_id,
    position: { ...position },
    content,
  };
}

/** Lists and the answer to a creation name the draft; the other answers do not. */
function draftIn(state: State, { draft_id }: NoteRow): Pick<Note, 'draft_id' | 'draft_name'> {
  const draft = state.drafts.get(draft_id ?? -1);
  return draft ? { draft_id: draft.id, draft_name: draft.name } : {};
}
