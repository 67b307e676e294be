import { describe, expect, test } from 'vitest';
import { exampleNamed } from '../examples.ts';
import { open } from './open.ts';

/** Scores by kind: a 1 and 3, b 10, and one record without a kind. */
async function openWithScores() {
  const opened = open();
  const { call } = opened;
  const fields = [
    { name: 'Kind of link', result_type: 'TEXT' },
    { name: 'Score', result_type: 'NUMBER' },
  ];
  const { body: type } = await call('POST /api/v1/record_types', { name: 'Scores', team_id: 1101, fields });
  const [kind, score] = type.record_fields.map(({ id }: { id: number }) => id);
  for (const values of [
    ['b', 10],
    ['a', 1],
    ['a', 3],
    [null, null],
  ]) {
    const field_values = values.map((value, index) => ({ field_id: index === 0 ? kind : score, value }));
    await call('POST /api/v1/records', { record_type_id: type.id, field_values });
  }
  const query = async (body: object) =>
    (await call('POST /api/v1/records/query', { record_type_id: type.id, ...body })).body;
  const aggregate = async (body: object) =>
    (await call('POST /api/v2/records/aggregate', { record_type_id: type.id, ...body })).body;
  return { ...opened, kind, score, typeId: type.id, query, aggregate };
}

describe('figures', () => {
  test('follow the records, as the document shows', async () => {
    const { call } = open();
    await call('POST /api/v1/records', exampleNamed('create-record-request'));
    const older = await call('POST /api/v1/records/query', exampleNamed('query-records-request'));
    expect(older.body).toEqual(exampleNamed('record-query-result'));
    const newer = await call('POST /api/v2/records/aggregate', exampleNamed('aggregate-records-request'));
    expect(newer.body).toEqual(exampleNamed('record-aggregate-result'));
  });

  test('are one row over everything without groups', async () => {
    const { query, score } = await openWithScores();
    const aggregations = [
      { function: 'COUNT' },
      { function: 'COUNT', field_id: score },
      ...['SUM', 'AVERAGE', 'MIN', 'MAX'].map((name) => ({ function: name, field_name: 'Score' })),
    ];
    expect(await query({ aggregations })).toEqual({
      rows: [{ count: 4, count_score: 3, sum_score: 14, average_score: 14 / 3, min_score: 1, max_score: 10 }],
    });
  });

  test('come for each group in order, the empty one last, by name or by slug', async () => {
    const { query, aggregate, kind } = await openWithScores();
    const sent = { aggregations: [{ function: 'SUM', field_name: 'Score' }], group_by: [{ field_id: kind }] };
    expect(await query(sent)).toEqual({
      rows: [
        { 'Kind of link': 'a', sum_score: 4 },
        { 'Kind of link': 'b', sum_score: 10 },
        { 'Kind of link': null, sum_score: 0 },
      ],
    });
    expect((await aggregate(sent)).data[1]).toEqual({ kind_of_link: 'b', sum_score: 10 });
    expect((await query({ ...sent, limit: 1 })).rows).toHaveLength(1);
    const byFigure = { ...sent, order_by: { function: 'SUM', direction: 'DESC' } };
    expect((await query(byFigure)).rows[0]).toEqual({ 'Kind of link': 'b', sum_score: 10 });
  });

  test('count records that meet all conditions, are children, lie in a window', async () => {
    const { query, aggregate, score, call } = await openWithScores();
    const aggregations = [{ function: 'COUNT' }];
    const filters = [{ field_id: score, operator: 'GREATER_THAN', value: 2 }];
    expect((await query({ aggregations, filters })).rows).toEqual([{ count: 2 }]);
    const filter = {
      or: [{ field: 'score', operator: 'EQUAL', value: 1 }, { not: { field: 'score', operator: 'IS_NOT_EMPTY' } }],
    };
    expect((await aggregate({ aggregations, filter })).data).toEqual([{ count: 2 }]);
    expect((await query({ aggregations, time_range: { end: '2026-11-24T09:00:03Z' } })).rows[0].count).toBe(2);
    const { body } = await call('POST /api/v1/records/query', {
      record_type_id: 1601,
      aggregations,
      parent_ids: [1701],
    });
    expect(body.rows).toEqual([{ count: 1 }]);
  });

  test('leave test records out unless they are asked for', async () => {
    const { add, call } = open();
    await add('https://t.example', 'unknown', { test_mode: true });
    const body = { record_type_id: 1601, aggregations: [{ function: 'COUNT' }] };
    expect((await call('POST /api/v1/records/query', body)).body.rows).toEqual([{ count: 2 }]);
    expect((await call('POST /api/v1/records/query?test_mode=true', body)).body.rows).toEqual([{ count: 1 }]);
  });

  test.each([
    ['a function that nobody knows', { aggregations: [{ function: 'MODE' }] }, 'aggregations.0.function'],
    ['the sum of text', { aggregations: [{ function: 'SUM', field_name: 'Kind of link' }] }, 'aggregations.0'],
    ['a column that is not there', { aggregations: [{ function: 'COUNT', field_id: 99 }] }, 'aggregations.0'],
    ['three groups', { aggregations: [], group_by: [{}, {}, {}] }, 'group_by'],
    [
      'an order by something else',
      { aggregations: [{ function: 'COUNT' }], order_by: { function: 'SUM' } },
      'order_by',
    ],
    ['a window in other words', { aggregations: [], time_range: { last: 'week' } }, 'time_range'],
  ])('are refused for %s', async (_, body, field) => {
    const { call, typeId } = await openWithScores();
    const older = await call('POST /api/v1/records/query', { record_type_id: typeId, ...body });
    expect(older).toMatchObject({ status: 422, body: { errors: [{ details: field }] } });
    const newer = await call('POST /api/v2/records/aggregate', { record_type_id: typeId, ...body });
    expect(newer.status).toBe(400);
    expect(newer.body.error).toMatchObject({ type: 'bad_request', message: expect.any(String) });
  });
});
