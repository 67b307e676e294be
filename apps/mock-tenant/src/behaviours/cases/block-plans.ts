import type { CaseBlockElementInput, CaseBlockInput } from '@tines-openapi/types';
import { refuse } from '../../server/errors.ts';
import type { CaseBlockRow } from '../../state/rows/cases.ts';
import { slugify } from '../names.ts';
import { type Context, wrongField } from './context.ts';
import { storeFile } from './files.ts';

type ElementPlan =
  | { kind: 'note'; content: string; note_type: 'text' | 'html'; color: NonNullable<CaseBlockElementInput['color']> }
  | { kind: 'file'; filename: string; file_contents: string; annotation?: string };

/** A block that was found good and is not on its case yet. */
export interface BlockPlan {
  title: string;
  block_type: CaseBlockInput['block_type'];
  hidden: boolean;
  elements: ElementPlan[];
}

/**
 * Finds out whether a block can be made, before anything is written.
 *
 * @param at Where the block stands in the body, such as `blocks.0.`; empty for a body that is the block.
 * @throws Refusal that names what does not fit the type of the block.
 */
export function planBlock(context: Context, block: CaseBlockInput, at = ''): BlockPlan {
  const elements = block.elements ?? [];
  if (
    block.block_type === 'html' &&
    !(elements.length > 0 && elements.every(({ note_type }) => note_type === 'html'))
  ) {
    // The words of a live tenant, and its status, which is not that of other refusals on these paths.
    throw refuse(422, 'HTML block must have note_type of html');
  }
  return {
    title: block.title,
    block_type: block.block_type,
    hidden: block.hidden ?? false,
    elements: elements.map((element, index) => planElement(context, block, element, `${at}elements.${index}`)),
  };
}

function planElement(
  context: Context,
  { block_type }: CaseBlockInput,
  element: CaseBlockElementInput,
  at: string,
): ElementPlan {
  if (block_type === 'note' || block_type === 'html') {
    const { content = '', color = 'white' } = element;
    return { kind: 'note', content, note_type: element.note_type ?? 'text', color };
  }
  if (block_type !== 'file') {
    throw wrongField(context, at, 'Only blocks of the types note, html and file hold elements.');
  }
  const { filename, file_contents, annotation } = element;
  if (filename === undefined || file_contents === undefined) {
    throw wrongField(context, at, 'A file needs filename and file_contents.');
  }
  return { kind: 'file', filename, file_contents, ...(annotation !== undefined && { annotation }) };
}

/**
 * Puts a planned block at the end of its case. A position that was sent is passed over, as a live tenant does.
 *
 * @param groupId Block group that it lies in, or null.
 */
export function addBlock(
  context: Context,
  caseId: number,
  plan: BlockPlan,
  authorId: number,
  groupId: number | null = null,
): CaseBlockRow {
  const { state } = context;
  const now = state.clock.iso();
  const { title, block_type, hidden } = plan;
  const place = { slug: freeSlug(context, caseId, title), position: nextPosition(context, caseId) };
  const times = { created_at: now, updated_at: now };
  const row = { case_id: caseId, ...place, title, block_type, hidden, block_group_id: groupId, ...times };
  const block = state.caseBlocks.insert(row);
  for (const element of plan.elements) {
    if (element.kind === 'note') {
      const { kind, ...note } = element;
      addNote(context, block, { ...note, sensitive: false }, authorId);
    } else {
      const file = storeFile(context, caseId, authorId, element, block.id);
      state.caseElements.insert({ block_id: block.id, kind: 'file', item_id: file.id });
    }
  }
  return block;
}

/** Puts a note into a block. */
export function addNote(
  { state }: Context,
  block: CaseBlockRow,
  note: Pick<ElementPlan & { kind: 'note' }, 'content' | 'note_type' | 'color'> & { sensitive: boolean },
  authorId: number,
) {
  const now = state.clock.iso();
  const parts = { case_id: block.case_id, block_id: block.id, author_id: authorId };
  const row = state.caseNotes.insert({ ...note, ...parts, created_at: now, updated_at: now });
  state.caseElements.insert({ block_id: block.id, kind: 'note', item_id: row.id });
  return row;
}

/** The slug of a title, with a number behind it where the case has that slug already. */
export function freeSlug({ state }: Pick<Context, 'state'>, caseId: number, title: string, ownId?: number): string {
  const taken = new Set(
    state.caseBlocks
      .where('case_id', caseId)
      .filter(({ id }) => id !== ownId)
      .map(({ slug }) => slug),
  );
  const slug = `blk_${slugify(title)}`;
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}_${number}`)) number += 1;
  return `${slug}_${number}`;
}

function nextPosition({ state }: Context, caseId: number): number {
  return state.caseBlocks.where('case_id', caseId).reduce((next, { position }) => Math.max(next, position + 1), 0);
}
