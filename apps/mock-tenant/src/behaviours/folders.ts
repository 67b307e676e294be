import { refuse, refuseFindings } from '../server/errors.ts';
import type { FolderRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import { moveContents, sizeOf } from './folder-contents.ts';
import { paginate } from './paging.ts';
import type { Behaviours } from './types.ts';

export const folderBehaviours: Behaviours = {
  listFolders({ state, query, teams, request }) {
    const found = state.folders
      .all()
      .filter((folder) => teams.has(folder.team_id))
      .filter((folder) => query.team_id === undefined || folder.team_id === query.team_id)
      .filter((folder) => query.content_type === undefined || folder.content_type === query.content_type);
    const { rows, meta } = paginate(found, request, query);
    return { status: 200, body: { folders: rows.map((folder) => withSize(state, folder)), meta } };
  },

  getFolder({ state, params }) {
    return { status: 200, body: withSize(state, folderAt(state, params.folder_id)) };
  },

  createFolder({ state, body }) {
    const { name, content_type, team_id, parent_folder_id = null } = body;
    demandParent(state, parent_folder_id, body);
    const folder = state.folders.insert({ name, content_type, team_id, parent_folder_id });
    return { status: 200, body: withSize(state, folder) };
  },

  updateFolder({ state, params, body }) {
    const folder = folderAt(state, params.folder_id);
    const { name, parent_folder_id = folder.parent_folder_id } = body;
    demandParent(state, parent_folder_id, folder);
    return { status: 200, body: withSize(state, state.folders.put({ ...folder, name, parent_folder_id })) };
  },

  // What happens to what is inside is on no page: it moves to the folder above.
  deleteFolder({ state, params }) {
    const folder = folderAt(state, params.folder_id);
    moveContents(state, folder, folder.parent_folder_id);
    state.folders.delete(folder.id);
    return { status: 204, body: undefined };
  },
};

/** @throws Refusal with 404 where there is no such folder. */
function folderAt(state: State, id: number): FolderRow {
  const folder = state.folders.get(id);
  if (!folder) throw refuse(404, 'Not found.');
  return folder;
}

function withSize(state: State, folder: FolderRow) {
  return { ...folder, size: sizeOf(state, folder) };
}

/** @throws Refusal with 422 where the parent is no folder of the same kind and team, or lies inside the folder itself. */
function demandParent(
  state: State,
  parentId: number | null,
  folder: Pick<FolderRow, 'team_id' | 'content_type'> & { id?: number },
): void {
  if (parentId === null) return;
  const parent = state.folders.get(parentId);
  const fits = parent && parent.team_id === folder.team_id && parent.content_type === folder.content_type;
  if (fits && !liesInside(state, parent, folder.id)) return;
  throw refuseFindings('', [
    {
      in: 'body',
      pointer: '/parent_folder_id',
      message: 'parent_folder_id must be a folder of the same team and kind that does not lie inside this one.',
    },
  ]);
}

function liesInside(state: State, folder: FolderRow, outerId: number | undefined): boolean {
  if (folder.id === outerId) return true;
  const parent = folder.parent_folder_id === null ? undefined : state.folders.get(folder.parent_folder_id);
  return parent !== undefined && liesInside(state, parent, outerId);
}
