import { describe, expect, test } from 'vitest';
import { exampleNamed } from '../examples.ts';
import { open, withoutTimes } from './open.ts';

const path = '/api/v1/records';

describe('a record', () => {
  test('of the seed is what the document shows', async () => {
    const { call } = open();
    expect((await call(`GET ${path}/1701`)).body).toEqual(exampleNamed('record'));
    expect((await call(`GET ${path}/1701/artifacts/1771`)).body).toEqual(exampleNamed('record-artifact'));
    expect((await call(`GET ${path}?record_type_id=1601`)).body.record_results).toEqual(
      exampleNamed('record-list').record_results,
    );
  });

  test('is created as the document shows, and read, listed and deleted', async () => {
    const { call } = open();
    const { status, body: made } = await call(`POST ${path}`, exampleNamed('create-record-request'));
    expect(status).toBe(201);
    const stamp = made.created_at.replace('T', ' ').replace('Z', '');
    const shown = exampleNamed('record-created');
    shown.records.at(-1).value = stamp;
    expect(withoutTimes(made)).toEqual(withoutTimes(shown));
    const { body: read } = await call(`GET ${path}/1703`);
    expect(read.result).toMatchObject({ URL: 'https://parcel-hold.example/track', Timestamp: stamp });
    expect(read).toMatchObject({ story: null, story_run_guid: null, case_ids: [1401], parent_record: { id: null } });
    expect((await call(`GET ${path}?record_type_id=1601`)).body.record_results[0].id).toBe(1703);
    expect((await call(`DELETE ${path}/1703`)).status).toBe(204);
    expect((await call(`GET ${path}/1703`)).status).toBe(404);
    expect((await call(`GET ${path}?record_type_id=1601`)).body.meta.count).toBe(2);
  });

  test('is changed as the document shows, other columns kept', async () => {
    const { call } = open();
    const { body } = await call(`PUT ${path}/1701`, exampleNamed('update-record-request'));
    const { updated_at, ...shown } = exampleNamed('record-updated');
    expect(body).toMatchObject(shown);
    expect((await call(`GET ${path}/1701`)).body).toMatchObject({
      case_ids: [1401, 1402],
      result: { Verdict: 'harmless' },
    });
    const { body: lone } = await call(`PUT ${path}/1701?include_children=false`, { remove_case_ids: ['1401'] });
    expect(lone).not.toHaveProperty('child_records');
    expect(lone.case_ids).toEqual([1402]);
    const { body: older } = await call(`PUT ${path}/1701`, { add_team_case_ids: [1401], remove_team_case_ids: [1402] });
    expect(older.case_ids).toEqual([1401]);
  });

  test('shows the columns that are asked for', async () => {
    const { call } = open();
    const { body } = await call(`GET ${path}/1701?record_field_ids[]=1612&record_field_ids[]=1611`);
    expect(Object.keys(body.result)).toEqual(['URL', 'Verdict']);
    expect((await call(`GET ${path}/1701?record_field_ids[]=99`)).status).toBe(404);
    await call('POST /api/v1/record_types', exampleNamed('create-record-type-request'));
    expect((await call(`GET ${path}/1701?record_field_ids[]=1621`)).status).toBe(422);
    expect((await call(`GET ${path}/1701?record_type_id=1602`)).status).toBe(404);
    expect((await call(`GET ${path}/1701?record_type_id=1601`)).status).toBe(200);
  });
});

describe('large texts', () => {
  test('come as references in reads and in full after writes, unless asked otherwise', async () => {
    const { call } = open();
    const body = { record_type_id: 1601, field_values: [{ field_id: 1613, value: 'a long text' }] };
    const pageText = (answer: { records: { name: string; value: unknown }[] }) =>
      answer.records.find(({ name }) => name === 'Page text')?.value;
    expect(pageText((await call(`POST ${path}`, body)).body)).toBe('a long text');
    const reference = { id: 1774, is_artifact: true };
    expect(pageText((await call(`POST ${path}?resolve_artifacts=false`, body)).body)).toEqual(reference);
    expect(pageText((await call(`GET ${path}/1704`)).body)).toEqual(reference);
    expect(pageText((await call(`GET ${path}/1704?resolve_artifacts=true`)).body)).toBe('a long text');
    await call(`PUT ${path}/1704`, { field_values: [{ field_id: 1613, value: 'another text' }] });
    const { body: artifact } = await call(`GET ${path}/1704/artifacts/1774`);
    expect(artifact).toMatchObject({ value: 'another text', record_field: { id: 1613 } });
    expect((await call(`GET ${path}/1703/artifacts/1774`)).status).toBe(404);
    await call(`PUT ${path}/1704`, { field_values: [{ field_id: 1613, value: null }] });
    expect((await call(`GET ${path}/1704/artifacts/1774`)).status).toBe(404);
  });
});

describe('values', () => {
  const kinds = [
    { name: 'Text', result_type: 'TEXT' },
    { name: 'Number', result_type: 'NUMBER' },
    { name: 'Flag', result_type: 'BOOLEAN' },
    { name: 'When', result_type: 'TIMESTAMP' },
    { name: 'Json', result_type: 'JSON' },
  ];
  async function openWithKinds() {
    const opened = open();
    const body = { name: 'Kinds', team_id: 1101, fields: kinds };
    const { body: type } = await opened.call('POST /api/v1/record_types', body);
    const idOf = (name: string) => type.record_fields.find((field: { name: string }) => field.name === name).id;
    const put = (name: string, value: unknown) =>
      opened.call(`POST ${path}`, { record_type_id: type.id, field_values: [{ field_id: idOf(name), value }] });
    return { ...opened, put };
  }

  test.each([
    ['Text', 7, '7', '7'],
    ['Number', '12.5', '12.5', 12.5],
    ['Number', 3, '3', 3],
    ['Flag', 'true', 'true', true],
    ['Flag', false, 'false', false],
    ['When', '2026-11-20T10:12:44+02:00', '2026-11-20 10:12:44', '2026-11-20T10:12:44Z'],
    ['When', '2026-11-20', '2026-11-20 00:00:00', '2026-11-20T00:00:00Z'],
    ['Text', '', null, null],
  ])('of a %s column take %j', async (name, value, text, typed) => {
    const { call, put } = await openWithKinds();
    const { body } = await put(name, value);
    expect((await call(`GET ${path}/${body.id}`)).body.result[name]).toBe(text);
    expect((await call(`GET /api/v2/records/${body.id}`)).body.fields[name.toLowerCase()]).toBe(typed);
  });

  test.each([
    ['Number', 'many'],
    ['Flag', 'perhaps'],
    ['When', 'yesterday'],
    ['When', '2026-13-45'],
    ['Json', '{"half":'],
    ['Text', { an: 'object' }],
  ])('of a %s column do not take %j', async (name, value) => {
    const { put } = await openWithKinds();
    const refused = await put(name, value);
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ details: 'field_values.0.value' }] } });
    expect(refused.body.errors[0].message).toContain(name);
  });

  test.each([
    ['a column of another type', 99, 'x'],
    ['a column that the server fills', 1619, '2026-11-20 00:00:00'],
    ['text that is not among the fixed ones', 1612, 'nice'],
  ])('are refused for %s, and nothing is kept', async (_, field_id, value) => {
    const { call } = open();
    const good = { field_id: 1611, value: 'https://one.example' };
    const body = { record_type_id: 1601, field_values: [good, { field_id, value }] };
    expect((await call(`POST ${path}`, body)).status).toBe(422);
    expect((await call(`GET ${path}?record_type_id=1601`)).body.meta.count).toBe(2);
    expect((await call(`PUT ${path}/1701`, body)).status).toBe(422);
    expect((await call(`GET ${path}/1701`)).body.result.URL).toBe('https://invoice-portal.example/r/8812');
  });
});

describe('parents and children', () => {
  test('are linked from either side, and a child leaves the parent that it had', async () => {
    const { call, add } = open();
    const child = await add('https://one.example', 'unknown', { parent_record_id: '1701' });
    const family = async (id: number) => (await call(`GET ${path}/${id}`)).body.child_record_ids;
    expect(await family(1701)).toEqual([1702, child]);
    const other = await add('https://two.example', 'unknown');
    const { body } = await call(`PUT ${path}/${other}`, { add_child_records: [child] });
    expect(body.child_records[0]).toMatchObject({ id: child, result: { URL: 'https://one.example' } });
    expect([await family(1701), await family(other)]).toEqual([[1702], [child]]);
    await call(`PUT ${path}/${other}`, { remove_child_records: [child] });
    expect((await call(`GET ${path}/${child}`)).body.parent_id).toBeNull();
    await call(`PUT ${path}/${child}`, { parent_record_id: 1701 });
    expect((await call(`GET ${path}/${child}`)).body.parent_record).toEqual({ id: 1701 });
    await call(`PUT ${path}/${child}`, { parent_record_id: null });
    expect(await family(1701)).toEqual([1702]);
  });

  test('come as ids, in full, or not at all', async () => {
    const { call } = open();
    const children = async (query: string) => (await call(`GET ${path}/1701${query}`)).body.child_records;
    expect(await children('')).toEqual([{ id: 1702 }]);
    expect((await children('?include_children=true'))[0].result.URL).toContain('pay.invoice-portal');
    expect(await children('?include_children=false')).toBeUndefined();
  });

  test('never form a circle', async () => {
    const { call, add } = open();
    const grandchild = await add('https://one.example', 'unknown', { parent_record_id: 1702 });
    const refused = [
      [1701, { parent_record_id: grandchild }],
      [1701, { parent_record_id: 1701 }],
      [grandchild, { add_child_records: [1701] }],
      [1701, { add_child_records: [1701] }],
    ] as const;
    for (const [id, body] of refused) expect((await call(`PUT ${path}/${id}`, body)).status).toBe(422);
    const loner = await add('https://two.example', 'unknown');
    const atOnce = { parent_record_id: grandchild, add_child_records: [1701] };
    expect((await call(`PUT ${path}/${loner}`, atOnce)).status).toBe(422);
  });

  test('stay behind without a parent when it is deleted', async () => {
    const { call } = open();
    await call(`DELETE ${path}/1701`);
    expect((await call(`GET ${path}/1702`)).body).toMatchObject({ parent_id: null });
  });
});

describe('who may', () => {
  test('write and read records follows from the team of the type', async () => {
    const { ask, call } = open();
    const { body: type } = await call('POST /api/v1/record_types', {
      ...exampleNamed('create-record-type-request'),
      team_id: 1102,
    });
    const { body: foreign } = await call(`POST ${path}`, { record_type_id: type.id, field_values: [] });
    const editor = 'team-editor-demo-key';
    const refused = [
      [`GET ${path}/${foreign.id}`],
      [`GET ${path}?record_type_id=${type.id}`],
      [`DELETE ${path}/${foreign.id}`],
      [`POST ${path}`, { record_type_id: type.id, field_values: [] }],
      [`POST ${path}/query`, { record_type_id: type.id, aggregations: [{ function: 'COUNT' }] }],
    ] as const;
    for (const [line, body] of refused) {
      expect((await ask(line, { key: editor, ...(body && { body }) })).status, line).toBe(404);
    }
    const parent = { parent_record_id: foreign.id };
    expect((await ask(`PUT ${path}/1701`, { key: editor, body: parent })).status).toBe(422);
    const linked = { add_case_ids: [1402] };
    expect((await ask(`PUT ${path}/1701`, { key: editor, body: linked })).status).toBe(422);
    expect((await ask(`DELETE ${path}/1701`, { key: 'team-viewer-demo-key' })).status).toBe(404);
  });
});
