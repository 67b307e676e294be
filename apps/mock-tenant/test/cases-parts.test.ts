import { describe, expect, test } from 'vitest';
import { openCases } from './open-cases.ts';

const key = 'personal-owner-demo-key';

describe('comments', () => {
  test('are written, read, changed, listed and taken away', async () => {
    const { call, types } = openCases();
    const text = { value: 'Two more reports.', author_email: 'elif.demir@quiet-harbor.example' };
    const { status, body: made } = await call('POST /api/v2/cases/1401/comments', text);
    expect(status).toBe(201);
    expect(made).toMatchObject({ case_id: 1401, activity_type: 'COMMENTED', user: { user_id: 2105 }, reactions: [] });
    const line = `/api/v2/cases/1401/comments/${made.id}`;
    expect((await call(`GET ${line}`)).body).toEqual(made);
    expect((await call(`GET /api/v2/cases/1401/activities/${made.id}`)).body.value).toBe('Two more reports.');
    expect((await call(`PUT ${line}`, { value: 'Three.' })).body.value).toBe('Three.');
    const { body } = await call('GET /api/v2/cases/1401/comments');
    expect(body.comments.map(({ value }: { value: string }) => value).at(-1)).toBe('Three.');
    expect((await call(`DELETE ${line}`)).status).toBe(204);
    expect((await call(`GET ${line}`)).status).toBe(404);
    expect((await types()).at(-1)).toBe('DELETED_COMMENT');
  });

  test('pass over an author from outside of the team, and null', async () => {
    const { call } = openCases();
    const outside = { value: 'x', author_email: 'ben.lindqvist@quiet-harbor.example' };
    expect((await call('POST /api/v2/cases/1401/comments', outside)).body.user.user_id).toBe(2101);
    const nobody = { value: 'x', author_email: null };
    expect((await call('POST /api/v2/cases/1401/comments', nobody)).body.user.user_id).toBe(2101);
  });

  test('are taken away by their author or an admin only', async () => {
    const { ask } = openCases();
    const ben = 'personal-editor-demo-key';
    const { body: made } = await ask('POST /api/v2/cases', { key: ben, body: { team_id: 1101, name: 'Ours' } });
    const line = `/api/v2/cases/${made.case_id}/comments`;
    const { body: own } = await ask(`POST ${line}`, { key: ben, body: { value: 'Mine' } });
    const { body: other } = await ask(`POST ${line}`, { key: 'team-editor-demo-key', body: { value: 'Theirs' } });
    expect((await ask(`DELETE ${line}/${other.id}`, { key: ben })).status).toBe(404);
    expect((await ask(`DELETE ${line}/${own.id}`, { key: ben })).status).toBe(204);
    expect((await ask(`DELETE ${line}/${other.id}`, { key })).status).toBe(204);
  });

  test('carry reactions, one of a kind for each user', async () => {
    const { call } = openCases();
    const line = '/api/v2/cases/1401/comments/15201';
    const added = await call(`POST ${line}/add_reaction`, { value: 'eyes' });
    expect(added).toMatchObject({ status: 201, body: { action: 'COMMENTED', user: { user_id: '2105' } } });
    await call(`POST ${line}/add_reaction`, { value: 'eyes' });
    await call(`POST ${line}/add_reaction`, { value: 'heart' });
    const { body: read } = await call(`GET ${line}`);
    expect(
      read.reactions.map(({ emoji, reactants }: { emoji: string; reactants: [] }) => [emoji, reactants.length]),
    ).toEqual([
      [':heart:', 2],
      [':eyes:', 1],
    ]);
    expect(read.reactions[1].reactants[0].reacted_at).toMatch(/\+00:00$/);
    const removed = await call(`POST ${line}/remove_reaction`, { value: 'eyes' });
    expect(removed.body.reactions).toHaveLength(1);
    expect((await call(`GET ${line}`)).body.reactions).toHaveLength(1);
  });
});

describe('actions', () => {
  const webhook = {
    url: 'https://quiet-harbor-4821.tines.com/webhook/1f0e2d3c4b5a69788796a5b4c3d2e1f0/aa00bb11cc22dd33ee44ff5566778899',
    label: 'Triage again',
    action_type: 'webhook',
  };

  test('are added, read, changed, listed and taken away', async () => {
    const { call } = openCases();
    const { status, body: made } = await call('POST /api/v2/cases/1402/actions', webhook);
    expect(status).toBe(201);
    expect(made).toMatchObject({ case_id: 1402, action_text: '', query_params: {}, story_emoji: null });
    expect(made.story_name).toBe('Phishing report triage');
    const line = `/api/v2/cases/1402/actions/${made.id}`;
    expect((await call(`GET ${line}`)).body).toEqual(made);
    const other = { url: 'https://elsewhere.example/x', action_type: 'page', query_params: { a: 1 } };
    expect((await call(`PUT ${line}`, other)).body).toMatchObject({
      ...other,
      label: 'Triage again',
      story_name: null,
    });
    expect((await call('GET /api/v2/cases/1402')).body.actions).toHaveLength(1);
    expect((await call(`DELETE ${line}`)).status).toBe(204);
    expect((await call('GET /api/v2/cases/1402/actions')).body.meta.count).toBe(0);
    expect((await call('GET /api/v2/cases/1402/actions/15001')).status).toBe(404);
  });

  test('are replaced together, with new ids', async () => {
    const { call } = openCases();
    const { body } = await call('PUT /api/v2/cases/1401/actions/batch', { actions: [webhook] });
    expect(body.actions).toHaveLength(1);
    const { body: list } = await call('GET /api/v2/cases/1401/actions');
    expect(list.actions).toEqual(body.actions);
    expect((await call('GET /api/v2/cases/1401/actions/15001')).status).toBe(404);
  });
});

describe('tasks', () => {
  test('are made, read, changed, listed and taken away', async () => {
    const { call, types } = openCases();
    const wish = { description: 'Block the sender.', assignee_emails: ['dev.patel@quiet-harbor.example'] };
    const { status, body } = await call('POST /api/v2/cases/1402/tasks', wish);
    expect(status).toBe(201);
    const line = `/api/v2/cases/1402/tasks/${body.task.id}`;
    expect((await call(`GET ${line}`)).body).toEqual(body);
    const change = { completed: true, assignee_emails: ['elif.demir@quiet-harbor.example'] };
    const { body: changed } = await call(`PUT ${line}`, change);
    expect(changed.task).toMatchObject({ completed: true, assignees: [{ id: '2105' }] });
    expect((await call('GET /api/v2/cases/1402/tasks')).body.tasks).toEqual([changed.task]);
    expect(await call(`DELETE ${line}`)).toMatchObject({ status: 200, body: { destroyed_id: String(body.task.id) } });
    expect((await call(`GET ${line}`)).status).toBe(404);
    expect((await types(1402)).slice(1)).toEqual([
      'TASK_CREATED',
      'TASK_ASSIGNED',
      'TASK_COMPLETED',
      'TASK_ASSIGNED',
      'TASK_UNASSIGNED',
      'TASK_DELETED',
    ]);
  });

  test('come several at once, or none of them', async () => {
    const { call } = openCases();
    const bad = { tasks: [{ description: 'One' }, { description: 'Two', assignee_emails: ['x@y.example'] }] };
    expect(await call('POST /api/v2/cases/1402/tasks/batch', bad)).toMatchObject({
      status: 400,
      body: { errors: [{ details: 'tasks.1.assignee_emails.0' }] },
    });
    expect((await call('GET /api/v2/cases/1402/tasks')).body.meta.count).toBe(0);
    await call('POST /api/v2/cases/1402/tasks/batch', { tasks: [{ description: 'One' }, { description: 'Two' }] });
    expect((await call('GET /api/v2/cases/1402/tasks?per_page=60')).body.meta).toMatchObject({
      count: 2,
      per_page: 50,
    });
  });

  test('of another case are not there', async () => {
    const { call } = openCases();
    expect((await call('GET /api/v2/cases/1402/tasks/15101')).status).toBe(404);
  });
});
