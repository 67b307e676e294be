import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const key = 'personal-owner-demo-key';

function open() {
  const { ask, tenant } = openTenant();
  const call = (line: string, body?: unknown) => ask(line, { key, ...(body !== undefined && { body }) });
  const lastType = async (id: number) =>
    (await call(`GET /api/v2/cases/${id}/activities`)).body.activities.at(-1).activity_type;
  return { ask, call, lastType, tenant };
}

describe('linked cases', () => {
  test('are seen from both ends and unlinked from either', async () => {
    const { call, lastType } = open();
    const { body: third } = await call('POST /api/v2/cases', { team_id: 1102, name: 'Third' });
    const { status, body } = await call(`POST /api/v2/cases/${third.case_id}/linked_cases`, { id: '1401' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ case_id: third.case_id, linked_case: { case_id: 1401 } });
    const links = async (id: number) =>
      (await call(`GET /api/v2/cases/${id}/linked_cases`)).body.linked_cases.map(
        ({ case_id }: { case_id: number }) => case_id,
      );
    expect(await links(1401)).toEqual([1402, third.case_id]);
    expect(await lastType(1401)).toBe('LINKED_CASE_ADDED');
    expect((await call('GET /api/v2/cases/1401')).body.linked_cases).toHaveLength(2);
    expect((await call(`DELETE /api/v2/cases/1401/linked_cases/${third.case_id}`)).status).toBe(204);
    expect(await links(third.case_id)).toEqual([]);
    expect(await lastType(third.case_id)).toBe('LINKED_CASE_REMOVED');
    expect((await call(`DELETE /api/v2/cases/1401/linked_cases/${third.case_id}`)).status).toBe(404);
  });

  test('come several at once, or none of them', async () => {
    const { call } = open();
    const { body: third } = await call('POST /api/v2/cases', { team_id: 1102, name: 'Third' });
    const line = `/api/v2/cases/${third.case_id}/linked_cases`;
    expect((await call(`POST ${line}/batch`, { ids: [1401, 9999] })).status).toBe(400);
    expect((await call(`GET ${line}`)).body.meta.count).toBe(0);
    expect((await call(`POST ${line}/batch`, { ids: [1401, 1402] })).body.linked_cases).toHaveLength(2);
    expect((await call(`GET ${line}`)).body.meta.count).toBe(2);
    expect((await call(`POST ${line}`, { id: third.case_id })).status).toBe(400);
  });
});

describe('subscribers', () => {
  test('are added, listed and taken away by the id of the subscription', async () => {
    const { call } = open();
    const line = '/api/v2/cases/1401/subscribers';
    const { status, body: made } = await call(`POST ${line}`, { user_email: 'elif.demir@quiet-harbor.example' });
    expect(status).toBe(201);
    expect(made).toMatchObject({ case_id: 1401, user: { user_id: 2105 } });
    const emails = ['elif.demir@quiet-harbor.example', 'amara.okafor@quiet-harbor.example'];
    const { body: batch } = await call(`POST ${line}/batch`, { user_emails: emails });
    expect(batch.subscribers[0].id).toBe(made.id);
    const { body: list } = await call(`GET ${line}`);
    expect(list.subscribers.map(({ user_id }: { user_id: string }) => user_id)).toEqual(['2104', '2105', '2101']);
    expect((await call(`DELETE ${line}/${made.id}`)).status).toBe(204);
    expect((await call(`GET ${line}`)).body.meta.count).toBe(2);
    expect((await call(`DELETE ${line}/${made.id}`)).status).toBe(404);
    expect((await call(`POST ${line}`, { user_email: 'nobody@else.example' })).status).toBe(400);
  });
});

describe('records', () => {
  test('are attached, read, and taken off while they stay themselves', async () => {
    const { call, lastType } = open();
    const { status, body } = await call('POST /api/v2/cases/1402/records', { record_id: 1701 });
    expect(status).toBe(201);
    expect(body.record).toMatchObject({ id: 1701, record_type: { name: 'Reported link' } });
    expect(await lastType(1402)).toBe('RECORD_RESULT_SET_ADDED');
    expect((await call('GET /api/v2/cases/1402/records/1701')).body).toEqual(body);
    expect((await call('GET /api/v2/cases/1402')).body.records[0].record_type_record_results).toHaveLength(1);
    expect((await call('GET /api/v2/cases/1402/records')).body.meta.count).toBe(1);
    expect((await call('DELETE /api/v2/cases/1402/records/1701')).status).toBe(204);
    expect(await lastType(1402)).toBe('RECORD_RESULT_SET_REMOVED');
    expect((await call('GET /api/v2/cases/1402/records/1701')).status).toBe(404);
    expect((await call('GET /api/v1/records/1701')).status).toBe(200);
    expect((await call('POST /api/v2/cases/1402/records', { record_id: 9 })).status).toBe(400);
  });
});

describe('inputs and field values', () => {
  test('an input is defined, changed and deleted, and its values go with it', async () => {
    const { call } = open();
    const { status, body } = await call('POST /api/v1/case_inputs', {
      name: 'Reported through',
      input_type: 'string',
      team_id: 1102,
      validation_type: 'options',
      validation_options: { options: ['Phone', 'Chat'] },
      group_name: 'Intake',
    });
    expect(status).toBe(201);
    const input = body.team_case_input;
    expect(input).toMatchObject({ key: 'reported_through', team_case_input_group: { name: 'Intake' } });
    expect((await call(`GET /api/v1/case_inputs/${input.id}`)).body.case_input).toEqual(input);
    const { body: field } = await call('POST /api/v2/cases/1402/fields', { input_id: input.id, value: 'Phone' });
    expect((await call(`GET /api/v1/case_inputs/${input.id}/fields`)).body.fields).toMatchObject([
      { id: field.field.id, value: 'Phone', case: { id: 1402 } },
    ]);
    const change = { validation_type: 'none', group_name: null };
    const { body: changed } = await call(`PUT /api/v2/case_inputs/${input.id}`, change);
    expect(changed).toMatchObject({ validation_type: 'none', validation_options: {} });
    expect(changed).not.toHaveProperty('team_case_input_group');
    expect((await call('GET /api/v1/case_inputs?team_id=1102')).body.meta.count).toBe(4);
    expect((await call(`DELETE /api/v2/case_inputs/${input.id}`)).status).toBe(204);
    expect((await call('GET /api/v2/cases/1402')).body.fields).toEqual([]);
    expect((await call(`GET /api/v1/case_inputs/${input.id}`)).status).toBe(404);
  });

  test('an input whose name has no letter gets a key all the same, so that lists with it can be read', async () => {
    const { call } = open();
    const sent = { name: '-', input_type: 'string', team_id: 1102 };
    expect(await call('POST /api/v1/case_inputs', sent)).toMatchObject({
      status: 201,
      body: { team_case_input: { key: '_' } },
    });
    expect((await call('GET /api/v1/case_inputs?team_id=1102')).status).toBe(200);
  });

  test.each([
    [{ input_type: 'number', validation_type: 'regex', validation_options: { regex: '.' } }],
    [{ input_type: 'string', validation_type: 'options', validation_options: {} }],
    [{ input_type: 'string', validation_type: 'regex', validation_options: { regex: '[' } }],
  ])('an input whose check cannot work is refused: %j', async (more) => {
    const { call } = open();
    expect((await call('POST /api/v1/case_inputs', { name: 'x', team_id: 1102, ...more })).status).toBe(422);
  });

  test('a value is set, read as text, changed and taken away', async () => {
    const { call, lastType } = open();
    const { status, body } = await call('POST /api/v2/cases/1401/fields', { input_id: 15903, value: 18400 });
    expect(status).toBe(201);
    expect(body.field).toMatchObject({ value: '18400', case_input: { key: 'amount_at_risk' } });
    const line = `/api/v2/cases/1401/fields/${body.field.id}`;
    expect((await call(`GET ${line}`)).body).toEqual(body);
    expect((await call(`PUT ${line}`, { value: '7' })).body.field.value).toBe('7');
    expect((await call('GET /api/v2/cases/1401/fields')).body.fields).toHaveLength(2);
    expect((await call(`DELETE ${line}`)).status).toBe(204);
    expect(await lastType(1401)).toBe('FIELD_UPDATED');
    expect((await call(`GET ${line}`)).status).toBe(404);
  });

  test.each([
    [15901, 'Marketing', 'Finance, Engineering, Sales'],
    [15901, 'Finance|Marketing', 'Finance, Engineering, Sales'],
    [15902, 'INC1', '^INC[0-9]{6}$'],
    [15903, 'a lot', 'number'],
    [99999, 'x', 'case input of the team'],
  ])('input %i does not take %s', async (input_id, value, allowed) => {
    const { call } = open();
    const refused = await call('POST /api/v2/cases/1402/fields', { input_id, value });
    expect(refused.status).toBe(400);
    expect(refused.body.errors[0].message).toContain(allowed);
  });

  test('several cases get values at once; a case without the field only where that was asked for', async () => {
    const { call } = open();
    const bulk = (upsert: boolean) => ({
      case_ids: [1401, 1402],
      fields: [{ input_id: 15901, value: 'Sales', ...(upsert && { upsert }) }],
    });
    const { status, body } = await call('POST /api/v2/cases/bulk/fields', bulk(false));
    expect(status).toBe(201);
    expect(body.cases.map(({ fields }: { fields: [] }) => fields.length)).toEqual([1, 0]);
    expect((await call('GET /api/v2/cases/1402/fields')).body.fields).toEqual([]);
    await call('POST /api/v2/cases/bulk/fields', bulk(true));
    expect((await call('GET /api/v2/cases/1402/fields')).body.fields).toMatchObject([{ value: 'Sales' }]);
    expect((await call('GET /api/v2/cases/1401/fields')).body.fields).toMatchObject([{ value: 'Sales' }]);
    const bad = { ...bulk(true), case_ids: [1401, 9999] };
    expect((await call('POST /api/v2/cases/bulk/fields', bad)).status).toBe(404);
  });
});

describe('statuses', () => {
  test('are made, renamed, listed, chosen for a case, and deleted in favour of another', async () => {
    const { call } = open();
    const wish = { team_id: 1102, name: 'Waiting for legal', description: 'They answer first.' };
    const { status, body: made } = await call('POST /api/v1/case_sub_statuses', wish);
    expect(status).toBe(201);
    expect(made).toMatchObject({
      slug: 'waiting_for_legal',
      parent_status: 'OPEN',
      default: false,
      team: { id: 1102 },
    });
    expect(made.created_at).toMatch(/\.\d{3}Z$/);
    await call('PUT /api/v2/cases/1402', { sub_status_id: made.id });
    const { body: renamed } = await call(`PUT /api/v1/case_sub_statuses/${made.id}`, { name: 'On hold' });
    expect(renamed).toMatchObject({ slug: 'on_hold', description: 'They answer first.' });
    expect((await call('GET /api/v2/cases/1402')).body.sub_status).toEqual({ id: made.id, name: 'On hold' });
    const { body: list } = await call('GET /api/v1/case_sub_statuses?team_id=1102&search=HOLD');
    expect(list.case_sub_statuses).toEqual([renamed]);
    const line = `DELETE /api/v1/case_sub_statuses/${made.id}`;
    expect((await call(line)).status).toBe(422);
    expect((await call(`${line}?fallback_status_id=${made.id}`)).status).toBe(422);
    expect((await call(`${line}?fallback_status_id=1474`)).status).toBe(204);
    expect((await call('GET /api/v2/cases/1402')).body).toMatchObject({ status: 'CLOSED', sub_status: { id: 1474 } });
    expect((await call(`GET /api/v1/case_sub_statuses/${made.id}`)).status).toBe(404);
  });
});
