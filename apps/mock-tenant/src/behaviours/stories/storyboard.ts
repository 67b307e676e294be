import type { LinkType } from '../../state/rows/actions.ts';
import type { ActionRow, NoteRow } from '../../state/rows.ts';
import type { State } from '../../state/state.ts';
import { actionsOf, type Copy, notesOf } from './copies.ts';
import { removeAction } from './removal.ts';

/** What is on the storyboard of a copy, told by guids, so that it can be laid onto another copy. */
export interface Storyboard {
  actions: readonly BoardAction[];
  links: readonly { source: string; receiver: string; type: LinkType }[];
  notes: readonly BoardNote[];
}

export type BoardAction = Pick<ActionRow, (typeof boardFields)[number]> & {
  /** Guid of the group that the action is in. */
  readonly group: string | null;
};

export type BoardNote = Pick<NoteRow, 'guid' | 'position' | 'content'> & { readonly group: string | null };

const boardFields = [
  'guid',
  'type',
  'name',
  'description',
  'options',
  'position',
  'disabled',
  'schedule',
  'monitor_failures',
  'monitor_all_events',
  'monitor_no_events_emitted',
  'num_runs_to_save',
  'time_saved_value',
  'time_saved_unit',
] as const satisfies (keyof ActionRow)[];

/** Reads the storyboard of a copy, actions in the order in which they were made. */
export function readStoryboard(state: State, copy: Copy): Storyboard {
  const actions = actionsOf(state, copy);
  const guids = new Map(actions.map(({ id, guid }) => [id, guid]));
  const groupOf = (id: number | null) => (id === null ? null : (guids.get(id) ?? null));
  return {
    actions: actions.map((action) => ({ ...boardActionOf(action), group: groupOf(action.group_id) })),
    links: actions.flatMap(({ id, guid }) =>
      state.actionLinks.where('source_id', id).flatMap(({ receiver_id, type }) => {
        const receiver = guids.get(receiver_id);
        return receiver === undefined ? [] : { source: guid, receiver, type };
      }),
    ),
    notes: notesOf(state, copy).map(({ guid, position, content, group_id }) => ({
      guid,
      position,
      content,
      group: groupOf(group_id),
    })),
  };
}

function boardActionOf(action: ActionRow): Omit<BoardAction, 'group'> {
  return Object.fromEntries(
    boardFields.flatMap((field) => (field in action ? [[field, action[field]]] : [])),
  ) as unknown as Omit<BoardAction, 'group'>;
}

/**
 * Makes the storyboard of a copy what `board` says. An action or a note that is there already, told by its guid, keeps its
 * id, its events and its logs; what the board does not have goes.
 *
 * @param userId Owner of the actions that are new.
 * @returns Id in this copy by guid.
 */
export function layStoryboard(state: State, copy: Copy, board: Storyboard, userId: number): Map<string, number> {
  const before = new Map(actionsOf(state, copy).map((action) => [action.guid, action]));
  const ids = new Map<string, number>();
  for (const { group, ...fields } of board.actions) {
    const there = before.get(fields.guid);
    const action = there
      ? putAction(state, { ...there, ...fields, updated_at: state.clock.iso() })
      : insertAction(state, copy, fields, userId);
    ids.set(fields.guid, action.id);
  }
  for (const { guid, group } of board.actions) {
    state.actions.update(ids.get(guid) as number, { group_id: group === null ? null : (ids.get(group) ?? null) });
  }
  // Only now, as a group that goes takes along what is still in it.
  for (const { guid, id } of before.values()) if (!ids.has(guid)) removeAction(state, id);
  layLinks(state, ids, board);
  layNotes(state, copy, ids, board);
  return ids;
}

function layLinks(state: State, ids: ReadonlyMap<string, number>, { links }: Storyboard): void {
  for (const id of ids.values()) {
    for (const link of state.actionLinks.where('source_id', id)) state.actionLinks.delete(link.id);
  }
  for (const { source, receiver, type } of links) {
    const [source_id, receiver_id] = [ids.get(source), ids.get(receiver)];
    if (source_id !== undefined && receiver_id !== undefined)
      state.actionLinks.insert({ source_id, receiver_id, type });
  }
}

function layNotes(state: State, copy: Copy, ids: ReadonlyMap<string, number>, { notes }: Storyboard): void {
  const before = new Map(notesOf(state, copy).map((note) => [note.guid, note]));
  for (const { group, ...fields } of notes) {
    const group_id = group === null ? null : (ids.get(group) ?? null);
    const there = before.get(fields.guid);
    if (there) state.notes.put({ ...there, ...fields, group_id });
    else state.notes.insert({ ...fields, group_id, story_id: copy.story.id, draft_id: copy.draft?.id ?? null });
    before.delete(fields.guid);
  }
  for (const { id } of before.values()) state.notes.delete(id);
}

/** Puts a new action, which has run nothing yet, into a copy. */
export function insertAction(
  state: State,
  { story, draft }: Copy,
  fields: Omit<BoardAction, 'group'>,
  userId: number,
): ActionRow {
  const now = state.clock.iso();
  const inserted = state.actions.insert({
    ...fields,
    user_id: userId,
    story_id: story.id,
    draft_id: draft?.id ?? null,
    team_id: story.team_id,
    group_id: null,
    blended_events_count: 0,
    logs_count: 0,
    last_check_at: null,
    last_receive_at: null,
    created_at: now,
    updated_at: now,
    last_event_at: null,
    last_error_log_at: null,
    memory: [],
    webhook_path: webhookPathOf(fields),
  });
  return inserted.type === 'Agents::GroupAgent'
    ? putAction(state, { ...inserted, nested_group_id: inserted.id })
    : inserted;
}

/** Keeps a changed action, with the address under which calls find it. */
export function putAction(state: State, action: ActionRow): ActionRow {
  return state.actions.put({ ...action, webhook_path: webhookPathOf(action) });
}

function webhookPathOf({ type, options }: Pick<ActionRow, 'type' | 'options'>): string | null {
  return type === 'Agents::WebhookAgent' && typeof options.path === 'string' ? options.path : null;
}
