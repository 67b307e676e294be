import type { State } from '../state.ts';

export function seedFolders(state: State): void {
  state.folders.put({ id: 6101, name: 'Phishing', content_type: 'STORY', team_id: 1101, parent_folder_id: null });
  state.folders.put({
    id: 6102,
    name: 'Lookup keys',
    content_type: 'CREDENTIAL',
    team_id: 1101,
    parent_folder_id: null,
  });
  state.folders.put({ id: 6103, name: 'Lists', content_type: 'RESOURCE', team_id: 1101, parent_folder_id: null });
  state.folders.put({ id: 6104, name: 'Playbooks', content_type: 'STORY', team_id: 1102, parent_folder_id: null });
}
