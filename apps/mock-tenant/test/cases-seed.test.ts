import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';
import { exampleNamed } from './examples.ts';

const key = 'tenant-owner-demo-key';

/** Addresses of the answer are on the host under which the test asks; the document shows those of its tenant. */
async function asTheDocumentShows(line: string) {
  const { ask } = openTenant();
  const { status, body } = await ask(line, { key });
  expect(status).toBe(200);
  const text = JSON.stringify(body).replaceAll('http://tenant.example', 'https://quiet-harbor-4821.tines.com');
  return JSON.parse(text);
}

describe('the cases of the seed are those of the examples', () => {
  test.each([
    ['getCase', 'case', '/api/v2/cases/1401'],
    ['listCases', 'case-list', '/api/v2/cases?team_id=1102&order=CREATED_ASC&per_page=1&page=2'],
    ['listCaseActions', 'case-action-list', '/api/v2/cases/1401/actions'],
    ['getCaseAction', 'case-action', '/api/v2/cases/1401/actions/15001'],
    [
      'listCaseActivities',
      'case-activity-list',
      '/api/v2/cases/1401/activities?activity_type[]=COMMENTED&activity_type[]=FILE_ATTACHED_AND_COMMENTED',
    ],
    ['getCaseActivity', 'case-activity', '/api/v2/cases/1401/activities/15802'],
    ['listCaseAssignees', 'case-assignee-list', '/api/v2/cases/1401/assignees'],
    ['listCaseBlocks', 'case-block-list', '/api/v2/cases/1401/blocks'],
    ['getCaseBlock', 'case-block', '/api/v2/cases/1401/blocks/blk_what_we_know'],
    ['getCaseBlockElement', 'case-block-element', '/api/v2/cases/1401/blocks/15501/elements/15601'],
    ['listCaseComments', 'case-comment-list', '/api/v2/cases/1401/comments'],
    ['getCaseComment', 'case-comment', '/api/v2/cases/1401/comments/15201'],
    ['listCaseFields', 'case-field-list', '/api/v2/cases/1401/fields'],
    ['getCaseField', 'case-field', '/api/v2/cases/1401/fields/15951'],
    ['listCaseFiles', 'case-file-list', '/api/v2/cases/1401/files'],
    ['getCaseFile', 'case-file', '/api/v2/cases/1401/files/15301'],
    ['listCaseMetadata', 'case-metadata', '/api/v2/cases/1401/metadata'],
    ['getCaseMetadataKey', 'case-metadata-pair', '/api/v2/cases/1401/metadata/source'],
    ['listCaseNotes', 'case-note-list', '/api/v2/cases/1401/notes'],
    ['getCaseNote', 'case-note', '/api/v2/cases/1401/notes/15402'],
    ['listCaseRecords', 'case-record-list', '/api/v2/cases/1401/records'],
    ['getCaseRecord', 'case-record', '/api/v2/cases/1401/records/1701'],
    ['listCaseSubscribers', 'case-subscriber-list', '/api/v2/cases/1401/subscribers'],
    ['listCaseTasks', 'case-task-list', '/api/v2/cases/1401/tasks'],
    ['getCaseTask', 'case-task', '/api/v2/cases/1401/tasks/15101'],
    ['listCaseInputs', 'case-input-list', '/api/v1/case_inputs?team_id=1102'],
    ['getCaseInput', 'case-input', '/api/v1/case_inputs/15901'],
    ['listCaseInputFields', 'case-input-field-list', '/api/v1/case_inputs/15901/fields'],
    ['listCaseStatuses', 'case-status-list', '/api/v1/case_sub_statuses?team_id=1102&parent_status=OPEN'],
    ['getCaseStatus', 'case-status', '/api/v1/case_sub_statuses/1472'],
    ['listCaseTemplates', 'case-template-list', '/api/v1/case_templates?team_id=1102'],
    ['getCaseTemplate', 'case-template', '/api/v1/case_templates/1481'],
    ['exportCaseTemplate', 'case-template-export', '/api/v1/case_templates/1481/export'],
    ['listCaseButtonsV1', 'case-button-list-v1', '/api/v1/cases/1401/buttons'],
    ['getCaseButtonV1', 'case-button-v1', '/api/v1/cases/1401/buttons/15001'],
    ['listCaseAssigneesV1', 'case-assignee-list-v1', '/api/v1/cases/1401/assignees'],
    ['listLinkedCasesV1', 'linked-cases-v1', '/api/v1/cases/1401/linked_cases'],
    ['listCaseMetadataV1', 'case-metadata-v1', '/api/v1/cases/1401/metadata'],
    ['listCaseRecordsV1', 'case-record-list-v1', '/api/v1/cases/1401/records'],
    ['getCaseRecordV1', 'case-record-v1', '/api/v1/cases/1401/records/1701'],
    ['listCaseSubscribersV1', 'case-subscriber-list-v1', '/api/v1/cases/1401/subscribers'],
  ])('%s', async (_, example, path) => {
    expect(await asTheDocumentShows(`GET ${path}`)).toEqual(exampleNamed(example));
  });

  test('listLinkedCases, with the number of the next page that its sample leaves out', async () => {
    const example = exampleNamed('linked-case-list');
    expect(await asTheDocumentShows('GET /api/v2/cases/1401/linked_cases')).toEqual({
      ...example,
      meta: { ...example.meta, next_page_number: null },
    });
  });

  test('getCaseFileInfo, but for the signature, which nobody can check', async () => {
    const unsigned = (info: { guid: string }) => ({ ...info, guid: info.guid.split('--')[0] });
    const info = await asTheDocumentShows('GET /api/v2/cases/1401/files/15301/info');
    expect(unsigned(info)).toEqual(unsigned(exampleNamed('case-file-info')));
  });

  test('previewCaseTemplate, with what the export of the same template holds besides', async () => {
    const { assignees, actions, blocks, ...rest } = await asTheDocumentShows('GET /api/v1/case_templates/1481/preview');
    const example = exampleNamed('case-template-preview');
    expect({ ...rest, assignees: [], actions: [], blocks: [] }).toEqual(example);
    expect([assignees, actions, blocks].map(({ length }) => length)).toEqual([1, 1, 1]);
  });

  test('getCaseV1, whose sample shows the first entry of the timeline only', async () => {
    const { team_case_actions, ...rest } = await asTheDocumentShows('GET /api/v1/cases/1401');
    const { team_case_actions: shown, ...example } = exampleNamed('case-v1');
    expect(rest).toEqual(example);
    expect(team_case_actions[0]).toEqual(shown[0]);
    expect(team_case_actions.map(({ action }: { action: string }) => action)).toEqual([
      'CREATED',
      'ASSIGNED',
      'FILE_ATTACHED_AND_COMMENTED',
      'COMMENTED',
    ]);
  });

  test('listCasesV1, found by its priority', async () => {
    const { cases, meta } = await asTheDocumentShows('GET /api/v1/cases?filters%5Bpriority%5D=HIGH');
    const example = exampleNamed('case-list-v1');
    expect(cases.map(({ case_id }: { case_id: number }) => case_id)).toEqual([1401]);
    expect(meta).toEqual(example.meta);
  });
});
