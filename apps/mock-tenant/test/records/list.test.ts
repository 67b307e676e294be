import { describe, expect, test } from 'vitest';
import { exampleNamed } from '../examples.ts';
import { open } from './open.ts';

async function openWithRecords() {
  const opened = open();
  await opened.add('https://a.example', 'harmless');
  await opened.add('https://b.example', 'unknown', { parent_record_id: 1701 });
  const ids = async (query: string) => {
    const { body } = await opened.call(`GET /api/v1/records?record_type_id=1601&${query}`);
    return body.record_results?.map(({ id }: { id: number }) => id) ?? body;
  };
  return { ...opened, ids };
}

describe('the list of records', () => {
  test.each([
    ['', [1704, 1703, 1702, 1701]],
    ['order_direction=ASC', [1701, 1702, 1703, 1704]],
    ['order_field_id=1611&order_direction=ASC', [1703, 1704, 1701, 1702]],
    ['order_field_id=1611', [1702, 1701, 1704, 1703]],
    ['range_start=2026-11-24T00:00:00Z', [1704, 1703]],
    ['range_end=2026-11-20T10:12:44Z', [1701]],
    ['story_container_ids[]=3101', [1702, 1701]],
    ['story_container_ids[]=3102', []],
    ['parent_ids[]=1701', [1704, 1702]],
    ['test_mode=true', []],
  ])('is filtered and ordered by %s', async (query, expected) => {
    const { ids } = await openWithRecords();
    expect(await ids(query)).toEqual(expected);
  });

  test.each([
    [[{ field_id: 1612, operator: 'EQUAL', value: 'malicious' }], [1702, 1701]],
    [[{ field_id: '1612', operator: 'NOT_EQUAL', value: 'malicious' }], [1704, 1703]],
    [[{ field_id: 1613, operator: 'IS_EMPTY' }], [1704, 1703]],
    [[{ field_id: 1613, operator: 'IS_NOT_EMPTY' }], [1702, 1701]],
    [[{ field_id: 1619, operator: 'GREATER_THAN', value: '2026-11-20T10:12:44Z' }], [1704, 1703, 1702]],
    [[{ field_id: 1619, operator: 'LESS_THAN_OR_EQUAL_TO', value: '2026-11-20 10:12:44' }], [1701]],
    [
      [
        { field_id: 1612, operator: 'EQUAL', value: 'malicious' },
        { field_id: 1611, operator: 'LESS_THAN', value: 'https://j' },
      ],
      [1701],
    ],
  ])('keeps to the conditions %j', async (filters, expected) => {
    const { ids } = await openWithRecords();
    expect(await ids(`filters=${encodeURIComponent(JSON.stringify(filters))}`)).toEqual(expected);
  });

  test('compares numbers as numbers and truth values as such', async () => {
    const { call } = open();
    const fields = [
      { name: 'Score', result_type: 'NUMBER' },
      { name: 'Seen', result_type: 'BOOLEAN' },
    ];
    const { body: type } = await call('POST /api/v1/record_types', { name: 'Scores', team_id: 1101, fields });
    const [score, seen] = type.record_fields.map(({ id }: { id: number }) => id);
    for (const [value, flag] of [
      [9, true],
      [10, false],
      [100, null],
    ]) {
      const field_values = [
        { field_id: score, value },
        { field_id: seen, value: flag },
      ];
      await call('POST /api/v1/records', { record_type_id: type.id, field_values });
    }
    const scores = async (filter: object) => {
      const filters = encodeURIComponent(JSON.stringify([filter]));
      const query = `record_type_id=${type.id}&order_field_id=${score}&order_direction=ASC&filters=${filters}`;
      const { body } = await call(`GET /api/v1/records?${query}`);
      return body.record_results.map((row: { Score: string }) => row.Score);
    };
    expect(await scores({ field_id: score, operator: 'GREATER_THAN_OR_EQUAL_TO', value: 10 })).toEqual(['10', '100']);
    expect(await scores({ field_id: seen, operator: 'IS_TRUE' })).toEqual(['9']);
    expect(await scores({ field_id: seen, operator: 'IS_FALSE' })).toEqual(['10']);
    expect(await scores({ field_id: seen, operator: 'IS_EMPTY' })).toEqual(['100']);
  });

  test('shows the columns that are asked for, which also tell the type', async () => {
    const { call } = open();
    const { body } = await call('GET /api/v1/records?record_field_ids[]=1611&order_direction=ASC&per_page=1');
    expect(body.record_results).toEqual([{ id: 1701, URL: 'https://invoice-portal.example/r/8812' }]);
    expect(body.meta.next_page).toContain('per_page=1&page=2');
    const second = await call(`GET ${body.meta.next_page.replace('http://tenant.example', '')}`);
    expect(second.body.record_results[0].id).toBe(1702);
    expect(second.body.meta.next_page).toBeNull();
  });

  test.each([
    ['', 422],
    ['record_type_id=99', 404],
    ['record_field_ids[]=99', 404],
    ['record_type_id=1601&range_start=soon', 422],
    ['record_type_id=1601&story_ids[]=1&story_container_ids[]=3101', 422],
    ['record_type_id=1601&order_field_id=99', 422],
    ['record_type_id=1601&filters=[{"field_id":99,"operator":"IS_EMPTY"}]', 422],
    ['record_type_id=1601&filters=[{"field_id":1611,"operator":"EQUAL"}]', 422],
    ['record_type_id=1601&filters=nonsense', 422],
  ])('answers %s with %i', async (query, status) => {
    const { call } = open();
    expect((await call(`GET /api/v1/records?${query}`)).status).toBe(status);
  });

  test('keeps test records apart from live ones', async () => {
    const { ids, add } = await openWithRecords();
    const id = await add('https://t.example', 'unknown', { test_mode: 'true' });
    expect(await ids('test_mode=true')).toEqual([id]);
    expect(await ids('test_mode=false')).not.toContain(id);
  });

  test('has the filter of the document', async () => {
    const { ids } = await openWithRecords();
    const filters = encodeURIComponent(JSON.stringify(exampleNamed('record-filters')));
    expect(await ids(`filters=${filters}`)).toEqual([1702, 1701]);
  });
});
