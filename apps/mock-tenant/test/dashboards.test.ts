import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';
import { exampleNamed } from './examples.ts';

const key = 'tenant-owner-demo-key';

function open() {
  const { ask } = openTenant();
  return { ask, call: (line: string, body?: unknown) => ask(line, { key, ...(body !== undefined && { body }) }) };
}

const withoutMoment = ({ exported_at, ...rest }: Record<string, unknown>) => rest;

describe('a dashboard', () => {
  test('of the seed is exported as the document shows', async () => {
    const { call } = open();
    const { body } = await call('GET /api/v1/dashboards/1801/export');
    expect(body).toEqual(exampleNamed('dashboard-export'));
  });

  test('comes out as it went in, under the name it was given', async () => {
    const { call } = open();
    const { body: data } = await call('GET /api/v1/dashboards/1801/export');
    const made = await call('POST /api/v1/dashboards/import', { team_id: 1101, data, new_name: 'Copy' });
    expect(made).toMatchObject({ status: 201, body: { id: 1802, name: 'Copy', team: { name: 'Detection' } } });
    const { body: again } = await call('GET /api/v1/dashboards/1802/export');
    expect(withoutMoment(again)).toEqual(withoutMoment({ ...data, dashboard: { ...data.dashboard, name: 'Copy' } }));
    expect((await call('DELETE /api/v1/dashboards/1802')).status).toBe(204);
    expect((await call('GET /api/v1/dashboards/1802/export')).status).toBe(404);
  });

  test('is replaced under its id by another one of the same name', async () => {
    const { call } = open();
    const sent = exampleNamed('replace-dashboard-request');
    const { body } = await call('POST /api/v1/dashboards/import', sent);
    expect(body.id).toBe(1801);
    const { body: exported } = await call('GET /api/v1/dashboards/1801/export');
    expect(exported.dashboard).toEqual(sent.data.dashboard);
    const missing = await call('POST /api/v1/dashboards/import', { ...sent, new_name: 'Nobody has this' });
    expect(missing.body.errors[0].details).toBe('new_name');
  });

  test('needs the record types and columns that it names, in the team to which it comes', async () => {
    const { call } = open();
    const { body: data } = await call('GET /api/v1/dashboards/1801/export');
    const elsewhere = await call('POST /api/v1/dashboards/import', { team_id: 1102, data });
    expect(elsewhere.status).toBe(422);
    expect(elsewhere.body.errors[0].message).toContain('Reported link');
    await call('PUT /api/v1/record_types/1601', { fields: [{ id: 1612, name: 'Judgement' }] });
    const renamed = await call('POST /api/v1/dashboards/import', { team_id: 1101, data });
    expect(renamed.body.errors[0].message).toContain('Verdict');
  });

  test('has a place for elements of its own only', async () => {
    const { call } = open();
    const sent = structuredClone(exampleNamed('import-dashboard-request'));
    sent.data.dashboard.layout[0].i = 'someone-else';
    expect((await call('POST /api/v1/dashboards/import', sent)).status).toBe(422);
  });

  test('is made by an editor, and deleted by no viewer', async () => {
    const { ask, call } = open();
    const { body: data } = await call('GET /api/v1/dashboards/1801/export');
    const body = { team_id: 1101, data };
    expect((await ask('POST /api/v1/dashboards/import', { key: 'team-editor-demo-key', body })).status).toBe(201);
    expect((await ask('DELETE /api/v1/dashboards/1801', { key: 'team-viewer-demo-key' })).status).toBe(404);
  });
});
