import type { CaseBlock, CaseBlockElement } from '@tines-openapi/types';
import { refuse } from '../../server/errors.ts';
import type { CaseBlockRow, CaseElementRow } from '../../state/rows/cases.ts';
import type { State } from '../../state/state.ts';
import { paginate } from '../paging.ts';
import type { Behaviours } from '../types.ts';
import { logActivity } from './activity-log.ts';
import { addBlock, freeSlug, planBlock } from './block-plans.ts';
import { type Context, caseAt, sentOnly, wrongField } from './context.ts';
import { shownElement } from './elements.ts';
import { authorId } from './people.ts';

export const caseBlockBehaviours: Behaviours = {
  listCaseBlocks(call) {
    const { state, params, query, request } = call;
    const found = blocksOf(state, caseAt(state, params.case_id).id).filter(
      ({ block_type }) => query.block_type === undefined || block_type === query.block_type,
    );
    const { rows, meta } = paginate(found, request, query);
    return { status: 200, body: { blocks: rows.map((row) => shownBlock(call, row)), meta } };
  },

  getCaseBlock(call) {
    return { status: 200, body: { block: shownBlock(call, blockAt(call.state, call.params)) } };
  },

  createCaseBlock(call) {
    const { state, params, body } = call;
    const { id, team_id } = caseAt(state, params.case_id);
    const plan = planBlock(call, body);
    const groupId = groupIdOf(call, id, body.block_group_id);
    const author = authorId(call, team_id, body.author_email);
    const block = addBlock(call, id, plan, author, groupId);
    if (plan.elements.some(({ kind }) => kind === 'note')) logActivity(state, id, author, 'NOTE_ADDED', block.title);
    return { status: 201, body: { block: shownBlock(call, block) } };
  },

  updateCaseBlock(call) {
    const { state, params, body } = call;
    const block = blockAt(state, params);
    const group =
      body.block_group_id === undefined
        ? {}
        : { block_group_id: groupIdOf(call, block.case_id, body.block_group_id, block.id) };
    const slug = body.title === undefined ? block.slug : freeSlug(call, block.case_id, body.title, block.id);
    const changes = { ...sentOnly({ title: body.title, hidden: body.hidden }), ...group, slug };
    state.caseBlocks.put({ ...block, ...changes, updated_at: state.clock.iso() });
    if (body.position !== undefined) moveBlock(state, block, body.position);
    return {
      status: 200,
      body: { block: shownBlock(call, blockAt(state, { ...params, block_id: String(block.id) })) },
    };
  },

  deleteCaseBlock({ state, params, query, principal }) {
    const block = blockAt(state, params);
    const inner = state.caseBlocks.where('block_group_id', block.id);
    for (const row of inner) {
      if (query.include_children) removeBlock(state, row, principal.actor.id);
      else state.caseBlocks.put({ ...row, block_group_id: null });
    }
    removeBlock(state, block, principal.actor.id);
    return { status: 204, body: undefined };
  },
};

/**
 * @param path Its `block_id` is the id of the block, or its slug.
 * @throws Refusal with 404 where the case has no such block.
 */
export function blockAt(state: State, path: { case_id: number; block_id: string }): CaseBlockRow {
  const block = blocksOf(state, path.case_id).find(
    ({ id, slug }) => String(id) === path.block_id || slug === path.block_id,
  );
  if (!block) throw refuse(404, 'Not found.');
  return block;
}

/** The blocks of a case in the order in which it shows them. */
export function blocksOf(state: State, caseId: number): CaseBlockRow[] {
  return state.caseBlocks.where('case_id', caseId).sort((one, other) => one.position - other.position);
}

export function elementsOf(state: State, blockId: number): CaseElementRow[] {
  return state.caseElements.where('block_id', blockId);
}

/** Takes a block from its case with the notes in it. Files stay on the case, where the timeline shows them. */
export function removeBlock(state: State, block: CaseBlockRow, userId: number): void {
  for (const { id, kind, item_id } of elementsOf(state, block.id)) {
    if (kind === 'note') {
      state.caseNotes.delete(item_id);
      logActivity(state, block.case_id, userId, 'NOTE_DELETED', block.title);
    } else {
      state.caseFiles.update(item_id, { block_id: null });
    }
    state.caseElements.delete(id);
  }
  state.caseBlocks.delete(block.id);
}

/** Moves a block to a place, counted from 0; the others close up. A place behind the end is the end. */
export function moveBlock(state: State, { id, case_id }: CaseBlockRow, position: number): void {
  const others = blocksOf(state, case_id).filter((row) => row.id !== id);
  const moved = state.caseBlocks.get(id) as CaseBlockRow;
  others.splice(position, 0, moved);
  for (const [place, row] of others.entries()) state.caseBlocks.put({ ...row, position: place });
}

export function shownBlock(context: Pick<Context, 'state' | 'request'>, row: CaseBlockRow): CaseBlock {
  const { case_id, created_at, updated_at, ...block } = row;
  const elements: CaseBlockElement[] = elementsOf(context.state, row.id).map((element) =>
    shownElement(context, row, element),
  );
  return { ...block, elements, created_at, updated_at };
}

/** @throws Refusal where what was sent names no group of the case, or the block itself. */
function groupIdOf(
  context: Context,
  caseId: number,
  sent: number | string | null | undefined,
  ownId?: number,
): number | null {
  if (sent === undefined || sent === null) return null;
  const group = blocksOf(context.state, caseId).find(({ id, slug }) => String(id) === String(sent) || slug === sent);
  if (group?.block_type === 'block_group' && group.id !== ownId) return group.id;
  throw wrongField(
    context,
    'block_group_id',
    'block_group_id must be the id or slug of another block of type block_group.',
  );
}
