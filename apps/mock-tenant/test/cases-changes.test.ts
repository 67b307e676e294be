import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const key = 'personal-owner-demo-key';

function open() {
  const { ask, tenant } = openTenant();
  const call = (line: string, body?: unknown) => ask(line, { key, ...(body !== undefined && { body }) });
  const types = async (id: number) =>
    (await call(`GET /api/v2/cases/${id}/activities`)).body.activities.map(
      ({ activity_type, value }: Record<string, unknown>) => [activity_type, value],
    );
  return { ask, call, tenant, types };
}

const ids = (body: { cases: { case_id: number }[] }) => body.cases.map(({ case_id }) => case_id);

describe('a change', () => {
  test('writes an entry into the timeline for each thing that is different', async () => {
    const { call, types } = open();
    await call('PUT /api/v2/cases/1402', {
      name: 'Laptop found',
      description: 'In the lift.',
      sub_status_id: 1474,
      priority: 'info',
      add_assignee_emails: ['dev.patel@quiet-harbor.example'],
      remove_assignee_emails: ['elif.demir@quiet-harbor.example'],
      add_tag_names: ['found'],
      remove_tag_names: ['endpoint'],
    });
    expect((await types(1402)).slice(1)).toEqual([
      ['TITLE_UPDATED', 'Laptop found'],
      ['DESCRIPTION_UPDATED', null],
      ['STATUS_UPDATED', 'CLOSED'],
      ['SUB_STATUS_UPDATED', 'Resolved'],
      ['SEVERITY_UPDATED', 'INFO'],
      ['ASSIGNED', '2104'],
      ['UNASSIGNED', '2105'],
      ['TAGS_ADDED', 'found'],
      ['TAGS_REMOVED', 'endpoint'],
    ]);
    const assignees = (await call('GET /api/v2/cases/1402/assignees')).body.assignees;
    expect(assignees).toMatchObject([{ user_id: '2104' }]);
    const { body } = await call(
      'GET /api/v2/cases/1402/activities?activity_type[]=ASSIGNED&activity_type[]=UNASSIGNED',
    );
    expect(body.activities).toHaveLength(2);
    expect((await call('GET /api/v2/cases/1402/activities?activity_type=TAGS_ADDED')).body.meta.count).toBe(1);
  });

  test('that changes nothing writes no entry', async () => {
    const { call, types } = open();
    const before = await types(1401);
    await call('PUT /api/v2/cases/1401', { priority: 'high', add_tag_names: ['phishing'], status: 'open' });
    expect(await types(1401)).toEqual(before);
  });

  test('of the basic state brings the default status of the team along, and back', async () => {
    const { call } = open();
    const { body: closed } = await call('PUT /api/v2/cases/1402', { status: 'closed' });
    expect(closed).toMatchObject({ status: 'CLOSED', sub_status: { id: 1474 }, resolved_by: { user_id: '2101' } });
    expect(closed.resolved_at).not.toBeNull();
    const { body: reopened } = await call('PUT /api/v2/cases/1402', { status: 'open' });
    expect(reopened).toMatchObject({ status: 'OPEN', sub_status: { id: 1473 }, resolved_at: null, resolved_by: null });
    const refused = await call('PUT /api/v2/cases/1402', { status: 'open', sub_status_id: 1474 });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ details: 'sub_status_id' }] } });
  });

  test('closes a case only when its rules are met', async () => {
    const { call } = open();
    const refused = await call('PUT /api/v2/cases/1401', { status: 'closed' });
    expect(refused.status).toBe(400);
    expect(refused.body.errors[0].message).toContain('The verdict is set');
    await call('POST /api/v2/cases/1401/metadata', { metadata: { verdict: 'malicious' } });
    expect((await call('PUT /api/v2/cases/1401', { status: 'closed' })).body.status).toBe('CLOSED');
  });

  test('moves a case to another team for who may write there', async () => {
    const { ask, call } = open();
    const { body } = await ask('POST /api/v2/cases', {
      key: 'team-editor-demo-key',
      body: { team_id: 1101, name: 'Ours' },
    });
    const line = `PUT /api/v2/cases/${body.case_id}`;
    expect((await ask(line, { key: 'team-editor-demo-key', body: { team_id: 1102 } })).status).toBe(404);
    const moved = await call(line, { team_id: 1102 });
    expect(moved.body).toMatchObject({ team: { id: 1102, name: 'Response' }, sub_status: { id: 1473 } });
    expect(ids((await call('GET /api/v2/cases?team_id=1101')).body)).toEqual([]);
  });

  test('reads null, empty texts and assignee_emails as a live tenant does', async () => {
    const { call } = open();
    const kept = await call('PUT /api/v2/cases/1401', { description: null, sub_status_id: null });
    expect(kept).toMatchObject({ status: 200, body: { sub_status: { id: 1471 } } });
    expect(kept.body.description).toMatch(/^Three people/);
    expect((await call('PUT /api/v2/cases/1401', { description: '' })).body.description).toBe('');
    expect(await call('PUT /api/v2/cases/1401', { sub_status_id: '' })).toMatchObject({
      status: 422,
      body: { error: 'No object ID provided' },
    });
    const emails = { assignee_emails: ['dev.patel@quiet-harbor.example'] };
    expect(await call('PUT /api/v2/cases/1401', emails)).toMatchObject({
      status: 422,
      body: { error: 'Field is not defined on TeamCaseUpdateInput' },
    });
    const ignored = await call('PUT /api/v2/cases/1401', { metadata: { ticket: 'other' } });
    expect(ignored).toMatchObject({ status: 200, body: { metadata: { ticket: 'HELP-2207' } } });
  });

  test('stands in the audit log under the names of cases', async () => {
    const { call } = open();
    await call('POST /api/v2/cases', { team_id: 1102, name: 'One' });
    await call('PUT /api/v2/cases/1410', { name: 'Two', add_tag_names: ['x'] });
    await call('POST /api/v2/cases/1410/comments', { value: 'Hello' });
    const { body } = await call('GET /api/v1/audit_logs?per_page=4');
    expect(body.audit_logs.map(({ operation_name }: Record<string, string>) => operation_name).reverse()).toEqual([
      'TeamCaseCreation',
      'TeamCaseUpdate',
      'TeamCaseTagsUpdate',
      'TeamCaseCommentCreation',
    ]);
  });
});
