import { describe, expect, test } from 'vitest';
import { exampleNamed } from '../examples.ts';
import { open } from './open.ts';

const path = '/api/v1/record_types';

describe('a record type', () => {
  test('of the seed is what the document shows', async () => {
    const { call } = open();
    expect((await call(`GET ${path}/1601`)).body).toEqual(exampleNamed('record-type'));
    const { body } = await call(`GET ${path}?team_id=1101`);
    expect(body.record_types).toEqual(exampleNamed('record-type-list').record_types);
    expect((await call(`GET ${path}`)).status).toBe(422);
  });

  test('is created with the columns that the server keeps, and takes records by the ids of its columns', async () => {
    const { call } = open();
    const { status, body: made } = await call(`POST ${path}`, exampleNamed('create-record-type-request'));
    expect(status).toBe(201);
    const { record_fields, default_record_fields, ...shown } = exampleNamed('record-type-created');
    expect(made).toMatchObject(shown);
    const names = (fields: { name: string }[]) => fields.map(({ name }) => name);
    expect(names(made.record_fields)).toEqual(names(record_fields));
    expect(names(made.default_record_fields)).toEqual(names(default_record_fields));
    expect((await call(`GET ${path}/1602`)).body).toEqual(made);
    const field_values = [{ field_id: String(made.record_fields[1].id), value: 'spam' }];
    const { body: record } = await call('POST /api/v1/records', { record_type_id: '1602', field_values });
    expect(record.records.map(({ value }: { value: unknown }) => value).slice(0, 2)).toEqual([null, 'spam']);
  });

  test('is changed as the document shows: columns by id, new ones without, others kept', async () => {
    const { call, add } = open();
    expect(await call('POST /api/v1/records', recordWith(1612, 'offline'))).toMatchObject({ status: 422 });
    const { body } = await call(`PUT ${path}/1601`, exampleNamed('update-record-type-request'));
    const shown = exampleNamed('record-type-updated');
    const withoutId = (field: { id: number }) => ({ ...field, id: undefined });
    expect({ ...body, record_fields: body.record_fields.map(withoutId) }).toEqual({
      ...shown,
      record_fields: shown.record_fields.map(withoutId),
    });
    const id = await add('https://one.example', 'offline');
    expect((await call(`GET /api/v1/records/${id}`)).body.result).toMatchObject({ Verdict: 'offline', Score: null });
  });

  test('loses a column with its values only where that is asked for', async () => {
    const { call } = open();
    await call(`PUT ${path}/1601`, { fields: [], name: 'Link' });
    await call(`PUT ${path}/1601`, { fields: null, field_ids_to_delete: [1613] });
    const { body } = await call('GET /api/v1/records/1701');
    expect(body.record_type.name).toBe('Link');
    expect(body.result).not.toHaveProperty('Page text');
    expect((await call('GET /api/v1/records/1701/artifacts/1771')).status).toBe(404);
  });

  test.each([
    ['a kind that does not exist', { fields: [{ name: 'Score', result_type: 'MONEY' }] }, 'fields.0.result_type'],
    [
      'fixed values that are missing',
      { fields: [{ name: 'Kind', result_type: 'TEXT_ENUM' }] },
      'fields.0.fixed_values',
    ],
    ['a new column without a name', { fields: [{ result_type: 'TEXT' }] }, 'fields.0.name'],
    ['a number made of text', { fields: [{ id: 1611, result_type: 'NUMBER' }] }, 'fields.0.result_type'],
    ['a column of the server', { fields: [{ id: 1619, name: 'When' }] }, 'fields.0.id'],
    ['a name that is taken', { fields: [{ id: 1611, name: 'Timestamp' }] }, 'fields'],
    ['the deletion of a foreign column', { field_ids_to_delete: [99] }, 'field_ids_to_delete'],
  ])('refuses %s and stays as it was', async (_, body, details) => {
    const { call } = open();
    const refused = await call(`PUT ${path}/1601`, { name: 'Changed', ...body });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ details }] } });
    expect((await call(`GET ${path}/1601`)).body).toEqual(exampleNamed('record-type'));
  });

  test('moves a column between free and fixed text', async () => {
    const { call, add } = open();
    await call(`PUT ${path}/1601`, { fields: [{ id: 1612, result_type: 'TEXT' }] });
    const id = await add('https://one.example', 'anything');
    expect((await call(`GET /api/v1/records/${id}`)).body.result.Verdict).toBe('anything');
  });

  test('answers 400 for no retention column while days are set', async () => {
    const { call } = open();
    expect((await call(`PUT ${path}/1601`, { retention_column_name: null })).status).toBe(400);
    const { body } = await call(`PUT ${path}/1601`, { retention_column_name: null, ttl_days: null });
    expect(body).toMatchObject({ ttl_days: null, retention_column_name: 'CREATED_AT' });
  });

  test('takes its records, their texts and its views along', async () => {
    const { call } = open();
    expect((await call(`DELETE ${path}/1601`)).status).toBe(204);
    for (const line of [
      `GET ${path}/1601`,
      'GET /api/v1/records/1701',
      'GET /api/v1/records?record_type_id=1601',
      'GET /api/v1/records/1701/artifacts/1771',
      'GET /api/v1/record_views/1751/export',
      'GET /api/v2/records/1702',
    ]) {
      expect((await call(line)).status, line).toBe(404);
    }
  });

  test('keeps its team from being deleted, and out of sight of others', async () => {
    const { call, ask } = open();
    const { body: team } = await call('POST /api/v1/teams', { name: 'Hunting' });
    const fields = [{ name: 'A', result_type: 'TEXT' }];
    const { body: type } = await call(`POST ${path}`, { name: 'T', team_id: String(team.id), fields });
    expect((await call(`DELETE /api/v1/teams/${team.id}`)).body.errors[0].message).toContain('record types');
    const editor = 'team-editor-demo-key';
    expect((await ask(`GET ${path}/${type.id}`, { key: editor })).status).toBe(404);
    expect((await ask(`GET ${path}?team_id=${team.id}`, { key: editor })).body.record_types).toEqual([]);
    const nowhere = { name: 'T', team_id: '9999', fields };
    expect((await call(`POST ${path}`, nowhere)).status).toBe(404);
    const body = { name: 'T', team_id: team.id, fields };
    expect((await ask(`POST ${path}`, { key: editor, body })).status).toBe(404);
    await call(`DELETE ${path}/${type.id}`);
    expect((await call(`DELETE /api/v1/teams/${team.id}`)).status).toBe(204);
  });
});

describe('the limits of a record type', () => {
  test.each([
    ['REJECT', 422, [1701, 1702]],
    ['EVICT_OLDEST', 201, [1702, 1703]],
  ])('with %s answer %i to one record more', async (on_limit_reached, status, ids) => {
    const { call } = open();
    await call(`PUT ${path}/1601`, { max_records_limit: 2, on_limit_reached });
    expect((await call('POST /api/v1/records', recordWith(1611, 'x'))).status).toBe(status);
    const { body } = await call('GET /api/v1/records?record_type_id=1601&order_direction=ASC');
    expect(body.record_results.map(({ id }: { id: number }) => id)).toEqual(ids);
  });

  test('end records after their days, counted from the time that the type names', async () => {
    const { call, tenant } = open();
    await call(`PUT ${path}/1601`, { ttl_days: 7, retention_column_name: 'UPDATED_AT' });
    tenant.state.clock.advance(2 * 86_400_000);
    await call('PUT /api/v1/records/1701', { field_values: [{ field_id: 1612, value: 'unknown' }] });
    tenant.state.clock.advance(6 * 86_400_000);
    expect((await call('GET /api/v1/records/1702')).status).toBe(404);
    expect((await call('GET /api/v1/records/1701')).body.child_records).toEqual([]);
    expect((await call('GET /api/v1/records?record_type_id=1601')).body.meta.count).toBe(1);
  });

  test('keep records from being edited where that is off', async () => {
    const { call } = open();
    await call(`PUT ${path}/1601`, { editable: false });
    expect((await call('PUT /api/v1/records/1701', { field_values: [] })).status).toBe(422);
  });
});

function recordWith(field_id: number, value: unknown) {
  return { record_type_id: 1601, field_values: [{ field_id, value }] };
}
