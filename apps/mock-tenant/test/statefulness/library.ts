import type { Proof, Step } from './proof.ts';

const resource: Step = ['GET /api/v1/global_resources/8101'];
const credential: Step = ['GET /api/v1/user_credentials/9101'];
const text = { name: 'New', mode: 'TEXT', team_id: 1101, value: 'secret' };

/** What stories use and what keeps it in order: resources, credentials, folders, tags. */
export const libraryProofs: readonly Proof[] = [
  {
    write: ['POST /api/v1/global_resources', { name: 'New', value: 'text', team_id: 1101 }],
    read: ['GET /api/v1/global_resources'],
  },
  { write: ['PUT /api/v1/global_resources/8101', { value: [] }], read: resource },
  { write: ['DELETE /api/v1/global_resources/8101'], read: resource },
  { write: ['POST /api/v1/global_resources/8101/append', { value: ['new.example'] }], read: resource },
  { write: ['POST /api/v1/global_resources/8101/remove', { index: 0 }], read: resource },
  { write: ['POST /api/v1/global_resources/8101/replace', { index: 0, value: 'new.example' }], read: resource },
  { write: ['POST /api/v1/user_credentials', text], read: ['GET /api/v1/user_credentials'] },
  { write: ['PUT /api/v1/user_credentials/9101', { mode: 'TEXT', name: 'Renamed' }], read: credential },
  { write: ['DELETE /api/v1/user_credentials/9101'], read: credential },
  { write: ['DELETE /api/v1/stories/3101'], read: ['GET /api/v1/user_credentials?filter=UNUSED_IN_ACTIONS'] },
  {
    write: ['POST /api/v1/folders', { name: 'New', content_type: 'RESOURCE', team_id: 1101 }],
    read: ['GET /api/v1/folders'],
  },
  { write: ['PUT /api/v1/folders/6103', { name: 'Renamed' }], read: ['GET /api/v1/folders/6103'] },
  { write: ['DELETE /api/v1/folders/6103'], read: resource },
  { write: ['POST /api/v1/user_credentials', { ...text, folder_id: 6102 }], read: ['GET /api/v1/folders/6102'] },
  { write: ['POST /api/v1/tags', { name: 'new', team_id: 1101, color: 'red' }], read: ['GET /api/v1/tags'] },
  { write: ['PUT /api/v1/tags/1201', { name: 'renamed' }], read: ['GET /api/v1/stories/3101'] },
  { write: ['DELETE /api/v1/tags/1201'], read: ['GET /api/v1/tags/1201'] },
];
