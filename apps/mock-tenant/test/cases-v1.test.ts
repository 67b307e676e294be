import { describe, expect, test } from 'vitest';
import { readOptions } from '../src/cli/options.ts';
import { operations } from '../src/contract/document.ts';
import type { TenantOptions } from '../src/index.ts';
import { openTenant } from './ask.ts';

const key = 'personal-owner-demo-key';

function open(options: TenantOptions = {}) {
  const { ask, tenant } = openTenant(options);
  const call = (line: string, body?: unknown) => ask(line, { key, ...(body !== undefined && { body }) });
  return { ask, call, tenant };
}

describe('version 1 works on the same cases as version 2', () => {
  test('a case made by one is read, changed and deleted by the other', async () => {
    const { call } = open();
    const { status, body: made } = await call('POST /api/v1/cases', {
      team_id: 1102,
      name: 'Invoice in a calendar entry',
      priority: 'medium',
      assignee_emails: ['elif.demir@quiet-harbor.example'],
      tag_names: ['phishing'],
      record_ids: [1701],
      metadata: { seats: 3 },
      team_case_buttons: [{ button_type: 'page', url: 'https://elsewhere.example/', label: 'Look' }],
    });
    expect(status).toBe(201);
    expect(made).toMatchObject({
      status: 'OPEN',
      assignees: [{ id: 2105 }],
      records: [{ id: 1701 }],
      metadata: { seats: '3' },
    });
    expect(made.team_case_buttons).toMatchObject([{ label: 'Look', button_type: 'page' }]);
    const { body: read } = await call(`GET /api/v2/cases/${made.case_id}`);
    expect(read).toMatchObject({ name: made.name, actions: [{ label: 'Look' }], records: [{ record_type_id: 1601 }] });
    await call(`PUT /api/v2/cases/${made.case_id}`, { status: 'closed' });
    expect((await call(`GET /api/v1/cases/${made.case_id}`)).body).toMatchObject({
      status: 'CLOSED',
      resolved_by: { id: 2101 },
    });
    await call(`PUT /api/v1/cases/${made.case_id}`, {
      name: 'Renamed',
      metadata: { a: 'b' },
      remove_record_ids: [1701],
    });
    const { body: changed } = await call(`GET /api/v2/cases/${made.case_id}`);
    expect(changed).toMatchObject({ name: 'Renamed', metadata: { seats: '3', a: 'b' }, records: [] });
    expect((await call(`DELETE /api/v1/cases/${made.case_id}`)).status).toBe(204);
    expect((await call(`GET /api/v2/cases/${made.case_id}`)).status).toBe(404);
  });

  test('the list takes its filters in brackets', async () => {
    const { call } = open();
    await call('PUT /api/v2/cases/1402', { priority: 'critical' });
    const { body } = await call('GET /api/v1/cases?team_id=1102&filters[priority]=CRITICAL&per_page=60');
    expect(body.cases).toMatchObject([{ case_id: 1402 }]);
    expect(body.meta.per_page).toBe(50);
  });

  test('buttons are actions', async () => {
    const { call } = open();
    const button = { url: 'https://elsewhere.example/', label: 'Look', button_type: 'page', button_text: 'Go' };
    const { body: made } = await call('POST /api/v1/cases/1402/buttons', button);
    const { body: read } = await call(`GET /api/v2/cases/1402/actions/${made.id}`);
    expect(read).toMatchObject({ action_type: 'page', action_text: 'Go' });
    await call(`PUT /api/v1/cases/1402/buttons/${made.id}`, { button_text: 'Go now' });
    expect((await call('GET /api/v2/cases/1402/actions')).body.actions).toMatchObject([{ action_text: 'Go now' }]);
    await call(`DELETE /api/v1/cases/1402/buttons/${made.id}`);
    expect((await call('GET /api/v2/cases/1402/actions')).body.actions).toEqual([]);
  });

  test('comments and reactions are the same ones', async () => {
    const { call } = open();
    const { body: made } = await call('POST /api/v1/cases/1401/comments', { value: 'One' });
    expect(made).toMatchObject({ action: 'COMMENTED', user: { user_id: 2101 } });
    const line = `/api/v1/cases/1401/comments/${made.id}`;
    const { body: updated } = await call(`PUT ${line}`, { value: 'Two' });
    expect(updated.user).toEqual({ id: 2101, first_name: 'Amara', last_name: 'Okafor', email: expect.any(String) });
    expect((await call(`POST ${line}/add_reaction`, { value: '+1' })).status).toBe(201);
    const { body: read } = await call(`GET /api/v2/cases/1401/comments/${made.id}`);
    expect(read).toMatchObject({ value: 'Two', reactions: [{ emoji: ':+1:' }] });
    expect((await call(`POST ${line}/remove_reaction`, { value: '+1' })).body.reactions).toEqual([]);
    expect((await call(`DELETE ${line}`)).status).toBe(204);
    expect((await call(`GET /api/v2/cases/1401/comments/${made.id}`)).status).toBe(404);
  });

  test('files, links, records and subscribers are the same ones', async () => {
    const { call } = open();
    const { body: file } = await call('POST /api/v1/cases/1402/files', {
      filename: 'a.txt',
      file_contents: 'YQ==',
      value: 'x',
    });
    expect(file).toMatchObject({ action: 'FILE_ATTACHED_AND_COMMENTED', user: { id: 2101 } });
    expect((await call(`GET /api/v2/cases/1402/files/${file.id}/info`)).body.sizeinbytes).toBe(1);
    expect((await call(`DELETE /api/v1/cases/1402/files/${file.id}`)).status).toBe(204);
    expect((await call('GET /api/v2/cases/1402/files')).body.files).toEqual([]);

    expect((await call('DELETE /api/v1/cases/1401/linked_cases/1402')).status).toBe(204);
    expect((await call('GET /api/v2/cases/1401/linked_cases')).body.linked_cases).toEqual([]);
    expect((await call('POST /api/v1/cases/1401/linked_cases', { id: '1402' })).body.linked_cases).toHaveLength(1);
    expect((await call('GET /api/v2/cases/1402/linked_cases')).body.linked_cases).toHaveLength(1);

    expect((await call('POST /api/v1/cases/1402/records', { record_id: 1701 })).body).toEqual({
      case_id: 1402,
      record_id: 1701,
    });
    expect((await call('GET /api/v2/cases/1402/records/1701')).status).toBe(200);
    await call('DELETE /api/v1/cases/1402/records/1701');
    expect((await call('GET /api/v2/cases/1402/records/1701')).status).toBe(404);

    const email = 'elif.demir@quiet-harbor.example';
    expect((await call('POST /api/v1/cases/1402/subscribers', { user_email: email })).body).not.toHaveProperty('id');
    expect((await call('GET /api/v2/cases/1402/subscribers')).body.meta.count).toBe(1);
    expect((await call('DELETE /api/v1/cases/1402/unsubscribe', { user_email: email })).status).toBe(204);
    expect((await call('GET /api/v2/cases/1402/subscribers')).body.meta.count).toBe(0);
    expect((await call('DELETE /api/v1/cases/1402/unsubscribe', { user_email: email })).status).toBe(404);
  });

  test.each([
    ['assignees', 'PUT /api/v2/cases/1402', { add_assignee_emails: ['dev.patel@quiet-harbor.example'] }],
    ['buttons', 'POST /api/v2/cases/1402/actions', { url: 'https://a.example/', label: 'Look', action_type: 'page' }],
    ['linked_cases', 'DELETE /api/v2/cases/1402/linked_cases/1401', undefined],
    ['metadata', 'POST /api/v2/cases/1402/metadata', { metadata: { a: 'b' } }],
    ['records', 'POST /api/v2/cases/1402/records', { record_id: 1701 }],
    ['subscribers', 'POST /api/v2/cases/1402/subscribers', { user_email: 'dev.patel@quiet-harbor.example' }],
  ])('what version 2 writes, version 1 reads: %s', async (part, write, body) => {
    const { call } = open();
    const { body: before } = await call(`GET /api/v1/cases/1402/${part}`);
    expect((await call(write, body)).status).toBeLessThan(300);
    const { body: after } = await call(`GET /api/v1/cases/1402/${part}`);
    expect(after).not.toEqual(before);
  });

  test('single parts that version 2 writes are read by version 1 as well', async () => {
    const { call } = open();
    await call('POST /api/v2/cases/1402/records', { record_id: 1701 });
    expect((await call('GET /api/v1/cases/1402/records/1701')).body.record.id).toBe(1701);
    await call('PUT /api/v2/cases/1402/metadata', { metadata: { a: 'b' } });
    expect((await call('GET /api/v1/cases/1402/metadata/a')).body.metadata).toEqual({ a: 'b' });
    await call('PUT /api/v2/cases/1401/actions/15001', { label: 'Isolate' });
    expect((await call('GET /api/v1/cases/1401/buttons/15001')).body.label).toBe('Isolate');
  });

  test('metadata keeps known pairs on POST and makes none on PUT, as its pages say', async () => {
    const { call } = open();
    const line = '/api/v1/cases/1401/metadata';
    const added = await call(`POST ${line}`, { metadata: { ticket: 'other', fresh: '1' } });
    expect(added).toMatchObject({ status: 201, body: { metadata: { fresh: '1' } } });
    await call(`PUT ${line}`, { metadata: { source: 'phone', unknown: 'x' } });
    await call(`DELETE ${line}`, { metadata: ['fresh'] });
    const pairs = { source: 'phone', ticket: 'HELP-2207' };
    expect((await call('GET /api/v2/cases/1401/metadata')).body.metadata).toEqual(pairs);
    expect((await call(`GET ${line}/source`)).body.metadata).toEqual({ source: 'phone' });
  });
});

describe('a tenant whose older paths are gone', () => {
  test('answers 404 there, names the newer path, and serves version 2', async () => {
    const { call } = open({ casesV1: 'gone' });
    const refused = await call('GET /api/v1/cases/1401');
    expect(refused.status).toBe(404);
    expect(refused.body.error).toContain('/api/v2/cases/{case_id}');
    expect((await call('POST /api/v1/cases', { team_id: 1102, name: 'x' })).status).toBe(404);
    expect((await call('GET /api/v2/cases/1401')).status).toBe(200);
    expect((await call('GET /api/v1/case_templates/1481')).status).toBe(200);
  });
});

describe('a tenant without cases in its plan', () => {
  const paths = operations.filter(({ section, method }) => /^Cases?\b/.test(section) && method === 'get');

  test.each(paths.map(({ id, path }) => [id, path]))('answers 401 to %s, whatever the key may do', async (_, path) => {
    const { call } = open({ plan: { cases: false } });
    const target = path.replaceAll(/\{\w+\}/g, '1401');
    expect(await call(`GET ${target}`)).toMatchObject({ status: 401, body: { error: 'tenant does not have access' } });
  });

  test('writes nothing and serves the rest', async () => {
    const { ask, call } = open({ plan: { cases: false } });
    expect((await call('POST /api/v2/cases', { team_id: 1102, name: 'x' })).status).toBe(401);
    expect((await call('GET /api/v1/stories')).status).toBe(200);
    expect((await ask('GET /api/v2/cases', { key: 'unknown' })).body.error).toBe('This API key is not valid.');
  });
});

describe('the command line', () => {
  test('knows both switches', () => {
    expect(readOptions([])).toMatchObject({ casesV1: 'served', plan: { cases: true } });
    expect(readOptions(['--cases-v1', 'gone', '--without-cases'])).toMatchObject({
      casesV1: 'gone',
      plan: { cases: false },
    });
    expect(() => readOptions(['--cases-v1', 'maybe'])).toThrow('--cases-v1 must be served or gone');
  });
});
