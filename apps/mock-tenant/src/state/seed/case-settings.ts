import type { CaseTemplateOptions } from '@tines-openapi/types';
import type { CaseInputRow, CaseStatusRow } from '../rows/cases.ts';
import type { State } from '../state.ts';

const response = 1102;

/** What a team sets up for its cases: statuses, inputs and templates. */
export function seedCaseSettings(state: State): void {
  seedStatuses(state);
  seedInputs(state);
  const options = {
    name: 'Lost device',
    description: 'Lock the device, then call its owner.',
    priority: 'high',
    sub_status_id: 1471,
    tag_names: ['endpoint'],
    assignee_emails: ['elif.demir@quiet-harbor.example'],
    actions: [
      {
        action_type: 'webhook',
        url: 'https://quiet-harbor-4821.tines.com/webhook/2a3b4c5d6e7f8091a2b3c4d5e6f70819/99887766554433221100ffeeddccbbaa',
        label: 'Isolate the device',
        action_text: 'Isolate',
      },
    ],
    blocks: [{ block_type: 'note', title: 'What the owner knows', elements: [] }],
  } satisfies CaseTemplateOptions;
  state.caseTemplates.put({
    id: 1481,
    team_id: response,
    name: 'Lost device',
    emoji: ':computer:',
    options,
    created_at: '2026-08-20T12:05:40Z',
    updated_at: '2026-10-02T07:48:19Z',
  });
}

function seedStatuses(state: State): void {
  const status = (row: Pick<CaseStatusRow, 'id' | 'name' | 'slug'> & Partial<CaseStatusRow>) =>
    state.caseStatuses.put({
      team_id: response,
      description: null,
      parent_status: 'OPEN',
      default: false,
      created_at: '2026-06-22T13:05:41.208Z',
      updated_at: '2026-06-22T13:05:41.208Z',
      ...row,
    });
  status({ id: 1471, name: 'Investigating', slug: 'investigating', description: 'Somebody is looking into it.' });
  status({ id: 1472, name: 'Waiting for the reporter', slug: 'waiting_for_the_reporter' });
  status({ id: 1473, name: 'New', slug: 'new', default: true });
  status({ id: 1474, name: 'Resolved', slug: 'resolved', parent_status: 'CLOSED', default: true });
}

function seedInputs(state: State): void {
  const input = (row: Pick<CaseInputRow, 'id' | 'name' | 'key' | 'created_at'> & Partial<CaseInputRow>) =>
    state.caseInputs.put({
      team_id: response,
      input_type: 'string',
      sensitive: false,
      validation_type: 'none',
      validation_options: {},
      group_name: null,
      updated_at: row.created_at,
      ...row,
    });
  input({
    id: 15901,
    name: 'Business unit',
    key: 'business_unit',
    validation_type: 'options',
    validation_options: { options: ['Finance', 'Engineering', 'Sales'] },
    created_at: '2026-02-10T09:30:00Z',
  });
  input({
    id: 15902,
    name: 'Ticket number',
    key: 'ticket_number',
    validation_type: 'regex',
    validation_options: { regex: '^INC[0-9]{6}$' },
    created_at: '2026-02-10T09:34:00Z',
  });
  input({
    id: 15903,
    name: 'Amount at risk',
    key: 'amount_at_risk',
    input_type: 'number',
    sensitive: true,
    created_at: '2026-02-10T09:37:00Z',
    updated_at: '2026-06-01T15:20:00Z',
  });
}
