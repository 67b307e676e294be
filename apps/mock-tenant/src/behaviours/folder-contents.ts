import type { FolderRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import { refuseField } from './refusals.ts';

interface Placed {
  readonly id: number;
  readonly folder_id: number | null;
}

/** One kind of contents: how many lie in a folder, and how they move to another one. */
interface Contents {
  count(state: State, folderId: number): number;
  move(state: State, from: number, to: number | null): void;
}

const byKind: Record<FolderRow['content_type'], Contents> = {
  STORY: {
    count: (state, id) => state.stories.where('folder_id', id).length,
    move: (state, from, to) => moveAll(state.stories, from, to),
  },
  RESOURCE: {
    count: (state, id) => state.resources.where('folder_id', id).length,
    move: (state, from, to) => moveAll(state.resources, from, to),
  },
  CREDENTIAL: {
    count: (state, id) => state.credentials.where('folder_id', id).length,
    move: (state, from, to) => moveAll(state.credentials, from, to),
  },
};

interface Shelf<T extends Placed> {
  where(field: 'folder_id', value: number): T[];
  put(row: T): T;
}

function moveAll<T extends Placed>(shelf: Shelf<T>, from: number, to: number | null): void {
  for (const row of shelf.where('folder_id', from)) shelf.put({ ...row, folder_id: to });
}

/** How many things lie in the folder itself; what lies in its inner folders does not count. */
export function sizeOf(state: State, folder: FolderRow): number {
  return byKind[folder.content_type].count(state, folder.id);
}

/** Moves everything in a folder, inner folders included, to another folder or to the root. */
export function moveContents(state: State, folder: FolderRow, to: number | null): void {
  byKind[folder.content_type].move(state, folder.id, to);
  for (const inner of state.folders.where('parent_folder_id', folder.id)) {
    state.folders.put({ ...inner, parent_folder_id: to });
  }
}

/**
 * The folder in which something ends: the one that was sent, the one where it was, or none once it moved to another team.
 *
 * @throws Refusal with 422 where the folder is not one for this kind of thing in the team.
 */
export function folderAfter(
  state: State,
  kind: FolderRow['content_type'],
  sent: { folder_id?: number | null | undefined },
  teamId: number,
  before?: Placed & { readonly team_id: number },
): number | null {
  if (sent.folder_id === undefined) return before?.team_id === teamId ? before.folder_id : null;
  if (sent.folder_id === null) return null;
  const folder = state.folders.get(sent.folder_id);
  if (folder?.team_id === teamId && folder.content_type === kind) return folder.id;
  throw refuseField('/folder_id', `folder_id must be a folder of the same team that holds things of the kind ${kind}.`);
}
