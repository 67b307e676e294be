import { describe, expect, test } from 'vitest';
import { exampleNamed } from '../examples.ts';
import { open, withoutTimes } from './open.ts';

const path = '/api/v1/record_views';

describe('a record view', () => {
  test('of the seed is what the document shows', async () => {
    const { call } = open();
    expect((await call(`GET ${path}?team_id=1101`)).body.record_views).toEqual(
      exampleNamed('record-view-list').record_views,
    );
    expect((await call(`GET ${path}/1751/export`)).body).toEqual(exampleNamed('record-view-export'));
  });

  test('comes out as it went in, and is deleted', async () => {
    const { call } = open();
    const { body: data } = await call(`GET ${path}/1751/export`);
    const made = await call(`POST ${path}/import`, { team_id: 1101, data, name: 'Copy' });
    expect(made).toMatchObject({
      status: 201,
      body: { id: 1752, name: 'Copy', team: { id: 1101, name: 'Detection' } },
    });
    const { body: again } = await call(`GET ${path}/1752/export`);
    expect(again.record_view).toEqual({ ...data.record_view, name: 'Copy' });
    expect((await call(`DELETE ${path}/1752`)).status).toBe(204);
    expect((await call(`GET ${path}/1752/export`)).status).toBe(404);
    expect((await call('GET /api/v1/records/1701')).status).toBe(200);
  });

  test('is made of the request of the document', async () => {
    const { call } = open();
    const { body } = await call(`POST ${path}/import`, exampleNamed('import-record-view-request'));
    expect(withoutTimes(body)).toEqual(withoutTimes(exampleNamed('record-view-imported')));
    expect((await call(`GET ${path}?team_id=1102`)).body.record_views[0]).toMatchObject({
      report_view: 'record_table',
    });
  });

  test('is replaced under its id by another one of the same name', async () => {
    const { call } = open();
    const { body: data } = await call(`GET ${path}/1751/export`);
    const changed = { ...data, record_view: { ...data.record_view, report_view: 'chart' } };
    const { body } = await call(`POST ${path}/import`, { team_id: 1101, data: changed, mode: 'replace' });
    expect(body.id).toBe(1751);
    expect((await call(`GET ${path}`)).body.record_views).toMatchObject([{ id: 1751, report_view: 'chart' }]);
    const missing = { team_id: 1101, data, mode: 'replace', name: 'Nobody has this' };
    expect((await call(`POST ${path}/import`, missing)).body.errors[0].details).toBe('name');
  });

  test('needs its record type, its columns and places for its elements', async () => {
    const { call } = open();
    const { body: data } = await call(`GET ${path}/1751/export`);
    expect((await call(`POST ${path}/import`, { team_id: 1102, data })).status).toBe(422);
    const misplaced = structuredClone(data);
    misplaced.record_view.layout[0].i = 'someone-else';
    expect((await call(`POST ${path}/import`, { team_id: 1101, data: misplaced })).status).toBe(422);
    await call('PUT /api/v1/record_types/1601', { fields: [{ id: 1612, name: 'Judgement' }] });
    expect((await call(`POST ${path}/import`, { team_id: 1101, data })).body.errors[0].message).toContain('Verdict');
  });

  test.each([
    ['', ['A', 'Links by verdict']],
    ['order=RECENTLY_CREATED', ['A', 'Links by verdict']],
    ['order=RECENTLY_UPDATED', ['Links by verdict', 'A']],
    ['order=SIDEWAYS', ['A', 'Links by verdict']],
    ['record_type_id=99', []],
  ])('is listed by %s', async (query, names) => {
    const { call } = open();
    const { body: data } = await call(`GET ${path}/1751/export`);
    await call(`POST ${path}/import`, { team_id: 1101, data, name: 'A' });
    await call(`POST ${path}/import`, { team_id: 1101, data, mode: 'replace' });
    const { body } = await call(`GET ${path}?${query}`);
    expect(body.record_views.map(({ name }: { name: string }) => name)).toEqual(names);
  });
});
