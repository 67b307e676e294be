import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const key = 'personal-owner-demo-key';

function open() {
  const { ask, tenant } = openTenant();
  const call = (line: string, body?: unknown) => ask(line, { key, ...(body !== undefined && { body }) });
  return { call, tenant };
}

const phishing = {
  team_id: 1102,
  name: 'Reported phishing',
  emoji: ':fishing_pole_and_fish:',
  options: { name: 'Phishing report', status: 'open', priority: 'medium', tag_names: ['phishing'] },
};

describe('a template', () => {
  test('is made, read, listed, changed option by option, and deleted', async () => {
    const { call } = open();
    const { status, body: made } = await call('POST /api/v1/case_templates', phishing);
    expect(status).toBe(201);
    const line = `/api/v1/case_templates/${made.id}`;
    expect((await call(`GET ${line}`)).body).toEqual(made);
    const { body: list } = await call('GET /api/v1/case_templates?team_id=1102&search=PHISH');
    expect(list.case_templates).toEqual([{ ...made, emoji: '🎣' }]);
    await call(`PUT ${line}`, { options: { priority: 'high', tag_names: ['endpoint'] } });
    expect((await call(`GET ${line}/preview`)).body).toMatchObject({
      name: 'Phishing report',
      priority: 'HIGH',
      tags: [{ id: 1202, name: 'endpoint' }],
    });
    expect((await call(`DELETE ${line}`)).status).toBe(204);
    expect((await call(`GET ${line}/preview`)).status).toBe(404);
  });

  test('has a name that the team has once, and an emoji in any case', async () => {
    const { call } = open();
    const { body } = await call('POST /api/v1/case_templates', { team_id: 1102, name: 'Bare' });
    expect(body.emoji).toMatch(/^:\w+:$/);
    expect((await call('POST /api/v1/case_templates', { team_id: 1102, name: 'Bare' })).status).toBe(422);
    expect((await call('POST /api/v1/case_templates', { team_id: 1101, name: 'Bare' })).status).toBe(201);
    expect((await call(`PUT /api/v1/case_templates/${body.id}`, { name: 'Lost device' })).status).toBe(422);
    expect((await call(`GET /api/v1/case_templates/${body.id}/preview`)).body).toBeNull();
  });

  test('shows 100 on a page at the most', async () => {
    const { call } = open();
    expect((await call('GET /api/v1/case_templates?team_id=1102&per_page=300')).body.meta.per_page).toBe(100);
  });

  test('fills in what the request for a case leaves out', async () => {
    const { call } = open();
    const wish = { team_id: 1102, name: 'Phone left in a taxi', template_id: 1481 };
    const { status, body } = await call('POST /api/v2/cases', wish);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'Phone left in a taxi',
      description: 'Lock the device, then call its owner.',
      priority: 'HIGH',
      sub_status: { id: 1471 },
      assignees: [{ user_id: '2105' }],
      tags: [{ name: 'endpoint' }],
      blocks: [{ title: 'What the owner knows' }],
    });
    const { body: read } = await call(`GET /api/v2/cases/${body.case_id}`);
    expect(read.actions).toMatchObject([{ label: 'Isolate the device', story_name: 'Contain a host' }]);
    const own = await call('POST /api/v2/cases', { ...wish, priority: 'low', description: 'Own words.' });
    expect(own.body).toMatchObject({ priority: 'LOW', description: 'Own words.', sub_status: { id: 1471 } });
  });

  test.each([9999, 'phishing-response'])('that is not there makes no case: %s', async (template_id) => {
    const { call } = open();
    const refused = await call('POST /api/v2/cases', { team_id: 1102, name: 'x', template_id });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ details: 'template_id' }] } });
  });

  test('whose options are of no use makes no case, shows a preview and is exported', async () => {
    const { call } = open();
    const options = { blocks: 'none', actions: 7, assignee_emails: 'x', tasks: [1], field_values: 'x' };
    const { body } = await call('POST /api/v1/case_templates', { team_id: 1102, name: 'Odd', options });
    const refused = await call('POST /api/v2/cases', { team_id: 1102, name: 'x', template_id: body.id });
    expect(refused.status).toBe(400);
    expect((await call(`GET /api/v1/case_templates/${body.id}/preview`)).status).toBe(200);
    expect((await call(`GET /api/v1/case_templates/${body.id}/export`)).status).toBe(200);
  });
});

describe('export and import', () => {
  test('bring a template to another team with what belongs to it', async () => {
    const { call } = open();
    const options = { field_values: { 15901: 'Finance' } };
    await call('PUT /api/v1/case_templates/1481', { options });
    const { body: file } = await call('GET /api/v1/case_templates/1481/export');
    const { status, body: made } = await call('POST /api/v1/case_templates/import', { team_id: 1101, data: file });
    expect(status).toBe(201);
    expect(made).toMatchObject({ name: 'Lost device', team: { id: 1101, name: 'Detection' } });
    const { body: again } = await call(`GET /api/v1/case_templates/${made.id}/export`);
    const shape = ({ templates: [{ options, name, input_values }] }: typeof file) => ({ options, name, input_values });
    expect(shape(again)).toEqual(shape(file));
    const { body: statuses } = await call('GET /api/v1/case_sub_statuses?team_id=1101');
    expect(statuses.case_sub_statuses).toMatchObject([{ name: 'Investigating', parent_status: 'OPEN' }]);
    expect((await call('GET /api/v1/case_inputs?team_id=1101')).body.case_inputs).toMatchObject([
      { key: 'business_unit' },
    ]);
    const { body: row } = await call('POST /api/v2/cases', { team_id: 1101, name: 'x', template_id: made.id });
    expect(row).toMatchObject({ sub_status: { name: 'Investigating' }, fields: [{ value: 'Finance' }] });
  });

  test('drop assignees whom the tenant does not know and keep formulas', async () => {
    const { call } = open();
    const options = { assignee_emails: ['x@else.example', '=owner(event)', 'elif.demir@quiet-harbor.example'] };
    const entry = { name: 'New', emoji: ':id:', options, input_values: [], field_definitions: [] };
    const data = { schema_version: 1, exported_at: '2026-11-20T16:22:08Z', templates: [entry] };
    const { body: made } = await call('POST /api/v1/case_templates/import', { team_id: 1102, data });
    const { body } = await call(`GET /api/v1/case_templates/${made.id}/export`);
    expect(body.templates[0].options.assignee_emails).toEqual(['=owner(event)', 'elif.demir@quiet-harbor.example']);
    expect((await call('POST /api/v1/case_templates/import', { team_id: 1102, data })).status).toBe(422);
    const empty = { team_id: 1102, data: { ...data, templates: [] } };
    expect((await call('POST /api/v1/case_templates/import', empty)).status).toBe(422);
  });
});
