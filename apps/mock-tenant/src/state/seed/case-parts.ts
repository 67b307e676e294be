import type { State } from '../state.ts';

const dev = 2104;
const elif = 2105;
const phishing = 1401;

export function seedCaseParts(state: State): void {
  seedBlocks(state);
  seedButtons(state);
  state.caseTasks.put({
    id: 15101,
    case_id: phishing,
    description: 'Ask Finance whether the invoice was paid.',
    completed: false,
    assignee_ids: [elif],
    created_at: '2026-11-20T10:40:00Z',
    updated_at: '2026-11-20T10:40:00Z',
  });
  state.caseTasks.put({
    id: 15102,
    case_id: phishing,
    description: 'Look for the same sender in other mailboxes.',
    completed: true,
    assignee_ids: [],
    created_at: '2026-11-20T10:41:30Z',
    updated_at: '2026-11-20T13:05:00Z',
  });
  state.caseLinks.insert({ case_id: phishing, linked_case_id: 1402 });
  state.recordCases.put({ id: 1, record_id: 1701, case_id: phishing });
  state.caseSubscribers.put({ id: 15701, case_id: phishing, user_id: dev });
  state.caseFields.put({ id: 15951, case_id: phishing, input_id: 15901, value: 'Finance' });
}

function seedBlocks(state: State): void {
  const written = '2026-11-20T10:41:00Z';
  const attached = '2026-11-20T10:45:12Z';
  state.caseBlocks.put({
    id: 15501,
    case_id: phishing,
    slug: 'blk_what_we_know',
    title: 'What we know',
    block_type: 'note',
    position: 0,
    hidden: false,
    block_group_id: null,
    created_at: written,
    updated_at: written,
  });
  state.caseNotes.put({
    id: 15402,
    case_id: phishing,
    block_id: 15501,
    content: 'The mail came from a domain that was registered last week.',
    note_type: 'text',
    color: 'gold',
    sensitive: false,
    author_id: elif,
    created_at: written,
    updated_at: written,
  });
  state.caseElements.put({ id: 15601, block_id: 15501, kind: 'note', item_id: 15402 });
  state.caseBlocks.put({
    id: 15502,
    case_id: phishing,
    slug: 'blk_evidence',
    title: 'Evidence',
    block_type: 'file',
    position: 1,
    hidden: false,
    block_group_id: null,
    created_at: attached,
    updated_at: attached,
  });
  state.caseFiles.put({
    id: 15301,
    case_id: phishing,
    filename: 'headers.txt',
    content_type: 'text/plain',
    contents: Buffer.from('Received: from mail.example').toString('base64'),
    block_id: 15502,
    annotation: null,
    updated_at: attached,
  });
  state.caseElements.put({ id: 15602, block_id: 15502, kind: 'file', item_id: 15301 });
}

function seedButtons(state: State): void {
  const tenant = 'https://quiet-harbor-4821.tines.com';
  state.caseActions.put({
    id: 15001,
    case_id: phishing,
    url: `${tenant}/webhook/2a3b4c5d6e7f8091a2b3c4d5e6f70819/99887766554433221100ffeeddccbbaa`,
    label: 'Isolate the device',
    story_name: 'Contain a host',
    story_emoji: ':shield:',
    page_emoji: null,
    action_type: 'webhook',
    action_text: 'Isolate',
    query_params: { reason: 'phishing' },
    created_at: '2026-11-20T10:30:00Z',
    updated_at: '2026-11-20T10:30:00Z',
  });
  state.caseActions.put({
    id: 15002,
    case_id: phishing,
    url: `${tenant}/pages/ask-the-reporter`,
    label: 'Ask the reporter',
    story_name: 'Phishing report triage',
    story_emoji: ':fishing_pole_and_fish:',
    page_emoji: ':question:',
    action_type: 'page',
    action_text: 'Ask',
    query_params: {},
    created_at: '2026-11-20T11:10:00Z',
    updated_at: '2026-11-20T11:10:00Z',
  });
}
