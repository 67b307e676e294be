import { describe, expect, test } from 'vitest';
import { behaviours } from '../src/behaviours/index.ts';
import { operations } from '../src/contract/document.ts';
import { openTenant } from './ask.ts';

const key = 'personal-owner-demo-key';

function open() {
  const { ask, tenant } = openTenant();
  const call = (line: string, body?: unknown) => ask(line, { key, ...(body !== undefined && { body }) });
  return { ask, call, tenant };
}

const ids = (body: { cases: { case_id: number }[] }) => body.cases.map(({ case_id }) => case_id);

test('every operation of cases has a behaviour but the PDF', () => {
  const sections = operations.filter(({ section }) => /^Cases?\b/.test(section));
  expect(sections.length).toBeGreaterThan(110);
  expect(sections.filter(({ id }) => !behaviours[id]).map(({ id }) => id)).toEqual(['downloadCasePdf']);
});

describe('a case', () => {
  test('is created with its parts, read, listed, changed and deleted', async () => {
    const { call } = open();
    const { status, body: made } = await call('POST /api/v2/cases', {
      team_id: 1102,
      name: 'Password typed into a fake page',
      priority: 'high',
      assignee_emails: ['elif.demir@quiet-harbor.example'],
      author_email: 'dev.patel@quiet-harbor.example',
      tag_names: ['phishing', 'fresh'],
      metadata: { source: 'help desk' },
      field_values: { 15901: 'Finance|Sales', 99999: 'nobody has it' },
      tasks: [{ description: 'Reset the password.', assignee_emails: ['elif.demir@quiet-harbor.example'] }],
      blocks: [
        { title: 'What we know', block_type: 'note', elements: [{ content: 'It looked real.', color: 'gold' }] },
      ],
    });
    expect(status).toBe(201);
    expect(made).toMatchObject({
      case_id: 1410,
      status: 'OPEN',
      sub_status: { id: 1473, name: 'New' },
      priority: 'HIGH',
      author: { user_id: '2104' },
      assignees: [{ user_id: '2105' }],
      metadata: { source: 'help desk' },
      fields: [{ value: 'Finance|Sales', case_input: { key: 'business_unit' } }],
      blocks: [{ slug: 'blk_what_we_know', elements: [{ content: 'It looked real.', color: 'gold' }] }],
      activities: [{ activity_type: 'CREATED', value: '1410' }],
      url: 'http://tenant.example/cases/1410',
    });
    expect(made.tags.map(({ name }: { name: string }) => name)).toEqual(['phishing', 'fresh']);
    expect((await call('GET /api/v2/cases/1410')).body).toEqual(made);
    expect((await call('GET /api/v2/cases/1410/tasks')).body.tasks).toMatchObject([
      { description: 'Reset the password.' },
    ]);
    expect(ids((await call('GET /api/v2/cases?team_id=1102')).body)).toEqual([1401, 1402, 1410]);

    const { body: changed } = await call('PUT /api/v2/cases/1410', {
      name: 'Password leaked',
      description: 'At once.',
    });
    expect(changed).toMatchObject({ name: 'Password leaked', description: 'At once.', priority: 'HIGH' });
    expect(changed.updated_at > made.updated_at).toBe(true);
    expect((await call('PATCH /api/v2/cases/1410', { priority: 'low' })).body.priority).toBe('LOW');

    expect((await call('DELETE /api/v2/cases/1410')).status).toBe(204);
    expect((await call('GET /api/v2/cases/1410')).status).toBe(404);
    expect((await call('GET /api/v2/cases/1410/tasks')).status).toBe(404);
  });

  test('takes everything on it along when it goes', async () => {
    const { call, tenant } = open();
    await call('DELETE /api/v2/cases/1401');
    const left = Object.entries(tenant.snapshot().collections)
      .filter(([name]) => /^case|^recordCases$/.test(name))
      .flatMap(([, { rows }]) => rows)
      .filter((row) => 'case_id' in row && row.case_id === 1401);
    expect(left).toEqual([]);
    expect((await call('GET /api/v2/cases/1402/linked_cases')).body.linked_cases).toEqual([]);
  });

  test('without assignees is assigned to the owner of the key, open and of low priority', async () => {
    const { call } = open();
    const { body } = await call('POST /api/v2/cases', { team_id: 1101, name: 'One' });
    expect(body).toMatchObject({ status: 'OPEN', priority: 'LOW', assignees: [{ user_id: '2101' }] });
    expect(body).not.toHaveProperty('sub_status');
  });

  test('takes words in upper case, as a live tenant does', async () => {
    const { call } = open();
    const wish = { team_id: 1102, name: 'One', priority: 'CRITICAL', status: 'CLOSED' };
    const { body } = await call('POST /api/v2/cases', wish);
    expect(body).toMatchObject({ priority: 'CRITICAL', status: 'CLOSED', sub_status: { name: 'Resolved' } });
    expect(body.resolved_by).toMatchObject({ user_id: '2101' });
  });

  test('that is refused leaves nothing behind', async () => {
    const { call, tenant } = open();
    const held = () => JSON.stringify(tenant.snapshot().collections).replaceAll(/"last_used_at":[^,}]+/g, '');
    const before = held();
    const wish = { team_id: 1102, name: 'One', tag_names: ['fresh'], assignee_emails: ['nobody@else.example'] };
    const refused = await call('POST /api/v2/cases', wish);
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ details: 'assignee_emails.0' }] } });
    const html = [{ title: 'Page', block_type: 'html', elements: [{ content: '<p>', note_type: 'text' }] }];
    const other = await call('POST /api/v2/cases', { team_id: 1102, name: 'One', blocks: html });
    expect(other).toMatchObject({ status: 422, body: { error: 'HTML block must have note_type of html' } });
    expect(held()).toBe(before);
  });

  test('shows names in the place of mentions when asked', async () => {
    const { call } = open();
    await call('PUT /api/v2/cases/1402', { description: 'Ask <@user-2105>.' });
    await call('POST /api/v2/cases/1402/comments', { value: 'See <@user-2104>' });
    expect((await call('GET /api/v2/cases/1402')).body.description).toBe('Ask <@user-2105>.');
    const { body } = await call('GET /api/v2/cases/1402?resolve_mentions=true');
    expect(body.description).toBe('Ask Elif Demir.');
    expect(body.activities.at(-1).value).toBe('See Dev Patel');
  });

  test('is seen and changed by the team that has it only', async () => {
    const { ask, call } = open();
    const editor = 'team-editor-demo-key';
    expect((await ask('GET /api/v2/cases/1401', { key: editor })).status).toBe(404);
    expect(ids((await ask('GET /api/v2/cases', { key: editor })).body)).toEqual([]);
    const { body } = await ask('POST /api/v2/cases', { key: editor, body: { team_id: 1101, name: 'Ours' } });
    await call(`POST /api/v2/cases/${body.case_id}/linked_cases`, { id: 1401 });
    expect((await ask(`GET /api/v2/cases/${body.case_id}`, { key: editor })).body.linked_cases).toEqual([]);
    expect((await call(`GET /api/v2/cases/${body.case_id}`)).body.linked_cases).toHaveLength(1);
    const viewer = 'team-viewer-demo-key';
    expect((await ask(`GET /api/v2/cases/${body.case_id}`, { key: viewer })).status).toBe(200);
    const refused = await ask(`PUT /api/v2/cases/${body.case_id}`, { key: viewer, body: { name: 'Mine' } });
    expect(refused.status).toBe(404);
    expect((await ask(`DELETE /api/v2/cases/${body.case_id}`, { key: editor })).status).toBe(404);
  });
});

describe('what a case hangs on', () => {
  test('a person who is deleted is off cases and tasks, and stays the author of what was written', async () => {
    const { call } = open();
    await call('POST /api/v2/cases/1401/subscribers', { user_email: 'elif.demir@quiet-harbor.example' });
    expect((await call('DELETE /api/v1/admin/users/2105')).status).toBe(204);
    const { body } = await call('GET /api/v2/cases/1401');
    expect(body.assignees).toEqual([]);
    expect(body.activities[3]).toMatchObject({
      activity_type: 'COMMENTED',
      user: { user_id: '2105', first_name: 'Deleted' },
    });
    expect((await call('GET /api/v2/cases/1401/tasks/15101')).body.task.assignees).toEqual([]);
    expect((await call('GET /api/v2/cases/1401/subscribers')).body.meta.count).toBe(1);
  });

  test('a case group uses the statuses, fields and templates of the team above it', async () => {
    const { call } = open();
    const wish = { team_id: 1103, name: 'Night', field_values: { 15901: 'Sales' }, template_id: 1481 };
    const { status, body } = await call('POST /api/v2/cases', wish);
    expect(status).toBe(201);
    expect(body).toMatchObject({ team: { id: 1103 }, sub_status: { id: 1471 }, fields: [{ value: 'Sales' }] });
    expect(ids((await call('GET /api/v2/cases?team_id=1103')).body)).toEqual([body.case_id]);
  });

  test('a team that has cases is not deleted; one without takes its settings along', async () => {
    const { call, tenant } = open();
    const { body: team } = await call('POST /api/v1/teams', { name: 'Hunting' });
    await call('POST /api/v1/case_sub_statuses', { team_id: team.id, name: 'Asleep' });
    await call('POST /api/v1/case_templates', { team_id: team.id, name: 'Hunt' });
    const { body: made } = await call('POST /api/v2/cases', { team_id: team.id, name: 'One' });
    const refused = await call(`DELETE /api/v1/teams/${team.id}`);
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].message).toContain('cases');
    await call(`DELETE /api/v2/cases/${made.case_id}`);
    expect((await call(`DELETE /api/v1/teams/${team.id}`)).status).toBe(204);
    expect(tenant.state.caseStatuses.where('team_id', team.id)).toEqual([]);
    expect(tenant.state.caseTemplates.where('team_id', team.id)).toEqual([]);
  });
});
