import type { CaseNote, CaseNoteListItem } from '@tines-openapi/types';
import type { CaseBlockRow, CaseNoteRow } from '../../state/rows/cases.ts';
import { paginate } from '../paging.ts';
import type { Behaviours } from '../types.ts';
import { logActivity } from './activity-log.ts';
import { addBlock, addNote, freeSlug } from './block-plans.ts';
import { elementsOf, moveBlock, removeBlock } from './blocks.ts';
import { type Context, caseAt, partAt, sentOnly } from './context.ts';
import { authorId, caseUser } from './people.ts';

/** A note is what a block of the type note holds: the block gives it its title and its place. */
export const caseNoteBehaviours: Behaviours = {
  listCaseNotes(call) {
    const { state, params, query, request } = call;
    const { id } = caseAt(state, params.case_id);
    const { rows, meta } = paginate(state.caseNotes.where('case_id', id), request, query);
    return { status: 200, body: { case_id: id, notes: rows.map((row) => shownInList(call, row)), meta } };
  },

  getCaseNote(call) {
    const { state, params } = call;
    return { status: 200, body: shown(call, partAt(state.caseNotes, params.note_id, params.case_id)) };
  },

  createCaseNote(call) {
    const { state, params, body } = call;
    const { id, team_id } = caseAt(state, params.case_id);
    const author = authorId(call, team_id, body.author_email);
    const plan = { title: body.title, block_type: 'note' as const, hidden: body.hidden ?? false, elements: [] };
    const block = addBlock(call, id, plan, author);
    const text = { content: body.content ?? '', color: body.color ?? ('white' as const), note_type: 'text' as const };
    const note = addNote(call, block, { ...text, sensitive: body.sensitive ?? false }, author);
    if (body.position !== undefined) moveBlock(state, block, body.position);
    logActivity(state, id, author, 'NOTE_ADDED', body.title);
    return { status: 201, body: shown(call, note) };
  },

  updateCaseNote(call) {
    const { state, params, body } = call;
    const note = partAt(state.caseNotes, params.note_id, params.case_id);
    const block = state.caseBlocks.get(note.block_id) as CaseBlockRow;
    const slug = body.title === undefined ? block.slug : freeSlug(call, block.case_id, body.title, block.id);
    const now = state.clock.iso();
    state.caseBlocks.put({ ...block, ...sentOnly({ title: body.title, hidden: body.hidden }), slug, updated_at: now });
    if (body.position !== undefined) moveBlock(state, block, body.position);
    const fields = { content: body.content, color: body.color, sensitive: body.sensitive };
    return { status: 200, body: shown(call, changeNote(call, note, fields, body.author_email)) };
  },

  appendCaseNoteContent(call) {
    const { state, params, body } = call;
    const note = partAt(state.caseNotes, params.note_id, params.case_id);
    const changed = changeNote(call, note, { content: note.content + body.content }, body.author_email);
    return { status: 201, body: shown(call, changed) };
  },

  deleteCaseNote({ state, params, principal }) {
    const note = partAt(state.caseNotes, params.note_id, params.case_id);
    const block = state.caseBlocks.get(note.block_id) as CaseBlockRow;
    const elements = elementsOf(state, block.id);
    if (elements.length === 1) {
      removeBlock(state, block, principal.actor.id);
    } else {
      for (const { id, kind, item_id } of elements) {
        if (kind === 'note' && item_id === note.id) state.caseElements.delete(id);
      }
      state.caseNotes.delete(note.id);
      logActivity(state, note.case_id, principal.actor.id, 'NOTE_DELETED', block.title);
    }
    return { status: 204, body: undefined };
  },
};

type Changes = { [K in 'content' | 'color' | 'sensitive']?: CaseNoteRow[K] | undefined };

/** Changes a note. A user who is named as author counts as the one who made the change; the note keeps its author. */
function changeNote(context: Context, note: CaseNoteRow, fields: Changes, email: string | undefined): CaseNoteRow {
  const { state } = context;
  const changed = state.caseNotes.put({ ...note, ...sentOnly(fields), updated_at: state.clock.iso() });
  const author = authorId(context, caseAt(state, note.case_id).team_id, email);
  logActivity(state, note.case_id, author, 'NOTE_UPDATED', titleOf(context, note));
  return changed;
}

function titleOf({ state }: Pick<Context, 'state'>, { block_id }: CaseNoteRow): string {
  return state.caseBlocks.get(block_id)?.title ?? '';
}

function shownInList(context: Context, note: CaseNoteRow): CaseNoteListItem {
  return {
    id: note.id,
    title: titleOf(context, note),
    content: note.content,
    color: note.color,
    sensitive: note.sensitive,
    hidden: context.state.caseBlocks.get(note.block_id)?.hidden ?? false,
    author: caseUser(context, note.author_id),
    created_at: note.created_at,
    updated_at: note.updated_at,
  };
}

function shown(context: Context, note: CaseNoteRow): CaseNote {
  return { case_id: note.case_id, ...shownInList(context, note) };
}
