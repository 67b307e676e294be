import type { CaseBlockElement } from '@tines-openapi/types';
import { refuse } from '../../server/errors.ts';
import type {
  CaseActivityRow,
  CaseBlockRow,
  CaseElementRow,
  CaseFileRow,
  CaseNoteRow,
} from '../../state/rows/cases.ts';
import type { State } from '../../state/state.ts';
import type { Behaviours, Call } from '../types.ts';
import { logActivity } from './activity-log.ts';
import { blockAt } from './blocks.ts';
import { type Context, caseAt, sentOnly, wrongField } from './context.ts';
import { fileLink } from './files.ts';
import { authorId, caseUser } from './people.ts';

export const caseElementBehaviours: Behaviours = {
  getCaseBlockElement(call) {
    const { block, element } = elementAt(call.state, call.params);
    return { status: 200, body: shownElement(call, block, element) };
  },

  updateCaseBlockElement(call) {
    const { block, element } = elementAt(call.state, call.params);
    if (element.kind === 'note') changeNote(call, block, element);
    else changeFile(call, element);
    return { status: 200, body: shownElement(call, block, element) };
  },
};

type ElementPath = Call<'getCaseBlockElement'>['params'];

/** Paths take the id of the element, never that of the note or file behind it. */
function elementAt(state: State, path: ElementPath): { block: CaseBlockRow; element: CaseElementRow } {
  const block = blockAt(state, path);
  const element = state.caseElements.get(path.element_id);
  if (element?.block_id !== block.id) throw refuse(404, 'TeamCaseBlockElement not found');
  return { block, element };
}

export function shownElement(
  context: Pick<Context, 'state' | 'request'>,
  { block_type }: CaseBlockRow,
  { id, kind, item_id }: CaseElementRow,
): CaseBlockElement {
  const { state } = context;
  if (kind === 'note') {
    const { content, note_type, color, author_id, created_at, updated_at } = state.caseNotes.get(
      item_id,
    ) as CaseNoteRow;
    const author = caseUser(context, author_id);
    const note = { content, note_type, color, author, created_at, updated_at };
    return { element_id: id, id: item_id, element_type: block_type, ...note };
  }
  const file = state.caseFiles.get(item_id) as CaseFileRow;
  const { user_id, created_at } = state.caseActivities.get(item_id) as CaseActivityRow;
  return {
    element_id: id,
    id: item_id,
    element_type: 'file',
    file: fileLink(context, file),
    ...(file.annotation !== null && { annotation: file.annotation }),
    author: caseUser(context, user_id),
    created_at,
    updated_at: file.updated_at,
  };
}

function changeNote(call: Call<'updateCaseBlockElement'>, block: CaseBlockRow, { item_id }: CaseElementRow): void {
  const { state, body } = call;
  if (body.annotation !== undefined) throw wrongField(call, 'annotation', 'Only files have an annotation.');
  const { team_id } = caseAt(state, block.case_id);
  const author_id = body.author_email === undefined ? undefined : authorId(call, team_id, body.author_email);
  const changes = sentOnly({ content: body.content, color: body.color, author_id });
  state.caseNotes.update(item_id, { ...changes, updated_at: state.clock.iso() });
  logActivity(state, block.case_id, call.principal.actor.id, 'NOTE_UPDATED', block.title);
}

function changeFile(call: Call<'updateCaseBlockElement'>, { item_id }: CaseElementRow): void {
  const { state, body } = call;
  for (const field of ['content', 'color', 'author_email'] as const) {
    if (body[field] !== undefined) throw wrongField(call, field, `Only notes have ${field}.`);
  }
  const changes = sentOnly({ annotation: body.annotation });
  state.caseFiles.update(item_id, { ...changes, updated_at: state.clock.iso() });
}
