import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';
import { exampleNamed } from './examples.ts';

const key = 'tenant-owner-demo-key';

function open() {
  const { ask, tenant } = openTenant();
  const call = (line: string, body?: unknown) => ask(line, { key, ...(body !== undefined && { body }) });
  const typedValue = async (id: number) =>
    (await call(`GET /api/v1/global_resources/${id}?typed_value=true`)).body.value;
  return { ask, call, tenant, typedValue };
}

describe('the seed', () => {
  test('is what the examples of the document show', async () => {
    const { call } = open();
    expect((await call('GET /api/v1/global_resources/8101')).body).toEqual(exampleNamed('resource'));
    expect((await call('GET /api/v1/global_resources/8101?typed_value=true')).body).toEqual(
      exampleNamed('resource-typed'),
    );
    expect((await call('GET /api/v1/global_resources')).body.global_resources).toEqual(
      exampleNamed('resource-list').global_resources,
    );
  });
});

describe('a resource', () => {
  test('is created, read, listed, changed and deleted', async () => {
    const { call } = open();
    const made = await call('POST /api/v1/global_resources', {
      name: 'Trusted senders',
      value: ['payroll.example'],
      team_id: 1101,
      folder_id: 6103,
    });
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({ id: 8110, slug: 'trusted_senders', value: '["payroll.example"]', user_id: 2202 });
    expect((await call('GET /api/v1/global_resources/8110')).body).toEqual(made.body);
    expect((await call('GET /api/v1/folders/6103')).body.size).toBe(2);
    const changed = await call('PUT /api/v1/global_resources/8110', { value: '', name: 'Nobody', folder_id: null });
    expect(changed.body).toMatchObject({ value: '', name: 'Nobody', slug: 'nobody', folder_id: null });
    expect((await call('GET /api/v1/global_resources?folder_id=6103')).body.meta.count).toBe(1);
    expect((await call('DELETE /api/v1/global_resources/8110')).status).toBe(204);
    expect((await call('GET /api/v1/global_resources/8110')).status).toBe(404);
  });

  test.each([
    ['text', 'Thank you.', 'Thank you.', 'Thank you.'],
    ['a list', [1, 'two'], '[1,"two"]', [1, 'two']],
    ['an object', { a: null }, '{"a":null}', { a: null }],
    ['text that holds a list', '["one"]', '["one"]', ['one']],
    ['text that only looks like one', '[one', '[one', '[one'],
    ['a number', 7, '7', 7],
    ['a truth value', false, 'false', false],
  ])('that is %s comes as text, and as itself with typed_value', async (_, value, text, typed) => {
    const { call } = open();
    const { body } = await call('POST /api/v1/global_resources', { name: 'One', value, team_id: 1101 });
    expect(body.value).toBe(text);
    expect((await call('GET /api/v1/global_resources/8110?typed_value=true')).body.value).toEqual(typed);
  });

  test('that holds JSON too deep to be read stays text', async () => {
    const { call } = open();
    const value = '['.repeat(100_000) + ']'.repeat(100_000);
    const { status, body } = await call('POST /api/v1/global_resources', { name: 'Deep', value, team_id: 1101 });
    expect(status).toBe(200);
    expect(body.value).toBe(value);
  });

  test('that is a file comes as an object in either case', async () => {
    const { call } = open();
    const file = { name: 'report.txt', contents: 'V2hhdA==', type: 'text/plain' };
    const { body } = await call('POST /api/v1/global_resources', { name: 'Form', value: file, team_id: 1101 });
    expect(body.value).toEqual(file);
  });

  test('tells which actions use it, unless that is unwanted', async () => {
    const { call } = open();
    const { body } = await call('GET /api/v1/global_resources/8101?include_referencing_action_ids=false');
    expect(body).not.toHaveProperty('referencing_action_ids');
    const unused = async () =>
      (await call('GET /api/v1/global_resources?filter=UNUSED_IN_ACTIONS')).body.global_resources.map(
        (resource: { id: number }) => resource.id,
      );
    expect(await unused()).toEqual([8102]);
    await call('DELETE /api/v1/stories/3101');
    expect(await unused()).toEqual([8101, 8102]);
  });

  test('goes into a folder for resources of its team only', async () => {
    const { call } = open();
    const body = { name: 'One', value: 'x', team_id: 1102, folder_id: 6103 };
    expect(await call('POST /api/v1/global_resources', body)).toMatchObject({
      status: 422,
      body: { errors: [{ details: 'folder_id' }] },
    });
    expect((await call('PUT /api/v1/global_resources/8101', { value: 'x', folder_id: 6102 })).status).toBe(422);
  });

  test('leaves its folder when it moves to another team', async () => {
    const { call } = open();
    const moved = await call('PUT /api/v1/global_resources/8101', { value: [], team_id: 1102 });
    expect(moved.body).toMatchObject({ team_id: 1102, folder_id: null });
    expect((await call('PUT /api/v1/global_resources/8101', { value: [], team_id: 9999 })).status).toBe(404);
  });

  test('is shared with teams that exist', async () => {
    const { call } = open();
    const share = (shared_team_slugs: string[]) =>
      call('PUT /api/v1/global_resources/8101', { value: [], read_access: 'SPECIFIC_TEAMS', shared_team_slugs });
    expect((await share([])).status).toBe(422);
    expect((await share(['nobody'])).body.errors[0].message).toContain('nobody');
    expect((await share(['response'])).body.shared_team_slugs).toEqual(['response']);
  });

  test('of another team is not there for a key of one team', async () => {
    const { ask } = open();
    const editor = 'team-editor-demo-key';
    expect((await ask('GET /api/v1/global_resources/8102', { key: editor })).status).toBe(404);
    expect((await ask('GET /api/v1/global_resources', { key: editor })).body.meta.count).toBe(1);
    expect((await ask('DELETE /api/v1/global_resources/8101', { key: editor })).status).toBe(404);
    const body = { name: 'One', value: 'x', live_resource_id: 8102 };
    expect((await ask('POST /api/v1/global_resources', { key: editor, body })).status).toBe(404);
    const move = { value: [], team_id: 1102 };
    expect((await ask('PUT /api/v1/global_resources/8101', { key: editor, body: move })).status).toBe(404);
  });

  test('keeps its team from being deleted', async () => {
    const { call } = open();
    const { body: team } = await call('POST /api/v1/teams', { name: 'Hunting' });
    await call('POST /api/v1/global_resources', { name: 'One', value: 'x', team_id: team.id });
    const refused = await call(`DELETE /api/v1/teams/${team.id}`);
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].message).toContain('resources');
    await call('DELETE /api/v1/global_resources/8110');
    expect((await call(`DELETE /api/v1/teams/${team.id}`)).status).toBe(204);
  });
});

describe('a test value', () => {
  test('is given to a live resource, changed apart from it and switched off', async () => {
    const { call, typedValue } = open();
    const attach = { name: 'ignored', value: ['test.example'], live_resource_id: 8101 };
    const { body } = await call('POST /api/v1/global_resources', attach);
    expect(body).toMatchObject({ id: 8101, name: 'Blocked domains', test_resource: { value: '["test.example"]' } });
    await call('POST /api/v1/global_resources/8101/append', { value: ['more.example'], is_test: true });
    expect(await typedValue(8101)).toEqual(['invoice.example', 'parcel.example']);
    const { body: read } = await call('GET /api/v1/global_resources/8101?typed_value=true');
    expect(read.test_resource.value).toEqual(['test.example', 'more.example']);
    await call('PUT /api/v1/global_resources/8101', { value: 'x', test_resource_enabled: false });
    const off = await call('PUT /api/v1/global_resources/8101', { value: 'y', is_test: true });
    expect(off.body.errors[0].message).toContain('test_resource_enabled');
  });

  test('that is not there cannot be changed', async () => {
    const { call } = open();
    for (const line of ['PUT /api/v1/global_resources/8101', 'POST /api/v1/global_resources/8101/append']) {
      expect((await call(line, { value: [], is_test: true })).status).toBe(422);
    }
  });
});

describe('append', () => {
  test('puts elements at the end of a list and answers the whole list', async () => {
    const { call, typedValue } = open();
    const answer = await call('POST /api/v1/global_resources/8101/append', { value: ['prize.example'] });
    expect(answer.body).toEqual(exampleNamed('resource-appended'));
    await call('POST /api/v1/global_resources/8101/append', { value: '["as.text.example"]' });
    expect(await typedValue(8101)).toEqual([...answer.body, 'as.text.example']);
  });

  test('puts text onto text and answers it raw', async () => {
    const { call, typedValue } = open();
    await call('POST /api/v1/global_resources', { name: 'Words', value: 'Thank you.', team_id: 1101 });
    const answer = await call('POST /api/v1/global_resources/8110/append', { value: ' Bye.' });
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(answer.body).toBe('Thank you. Bye.');
    expect(await typedValue(8110)).toBe('Thank you. Bye.');
  });

  test.each([
    ['text onto a list', 8101, 'prize.example'],
    ['a list onto an object', 8102, ['x']],
  ])('refuses %s', async (_, id, value) => {
    const { call } = open();
    expect((await call(`POST /api/v1/global_resources/${id}/append`, { value })).status).toBe(422);
  });
});

describe('replace', () => {
  test('swaps an element while it is the expected one, which makes a lock', async () => {
    const { call, typedValue } = open();
    const swap = { key: 'first', value: 'Dev Patel', if_value: 'Elif Demir' };
    const first = await call('POST /api/v1/global_resources/8102/replace', swap);
    expect(first.body).toEqual({ first: 'Dev Patel', second: 'Dev Patel' });
    const second = await call('POST /api/v1/global_resources/8102/replace', { ...swap, value: 'Ben Lindqvist' });
    expect(second).toMatchObject({ status: 422, body: { current_value: 'Dev Patel' } });
    expect(await typedValue(8102)).toEqual({ first: 'Dev Patel', second: 'Dev Patel' });
  });

  test('sets the element at index 0, as a number or as text', async () => {
    const { call } = open();
    const put = async (index: unknown, value: unknown) =>
      (await call('POST /api/v1/global_resources/8101/replace', { index, value })).body;
    expect(await put(0, 'a.example')).toEqual(['a.example', 'parcel.example']);
    expect(await put('0', { deep: [1] })).toEqual([{ deep: [1] }, 'parcel.example']);
    const guarded = { index: 0, value: 'b', if_value: { deep: [1] } };
    expect((await call('POST /api/v1/global_resources/8101/replace', guarded)).body[0]).toBe('b');
  });

  test('adds a key, also one that objects are born with', async () => {
    const { call, typedValue } = open();
    await call('POST /api/v1/global_resources/8102/replace', { key: '__proto__', value: 1, if_value: null });
    expect(Object.entries(await typedValue(8102))).toContainEqual(['__proto__', 1]);
    const missing = { key: 'toString', value: 1, if_value: 'x' };
    expect((await call('POST /api/v1/global_resources/8102/replace', missing)).body).toEqual({ current_value: null });
  });

  test.each([
    ['an index past the end', 8101, { index: 2, value: 'x' }, 'index'],
    ['a list without an index', 8101, { key: 'first', value: 'x' }, 'index'],
    ['an object without a key', 8102, { index: 0, value: 'x' }, 'key'],
  ])('refuses %s', async (_, id, body, field) => {
    const { call } = open();
    const refused = await call(`POST /api/v1/global_resources/${id}/replace`, body);
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ details: field }] } });
  });
});

describe('remove', () => {
  test('takes an element by index, else the last one, and answers it as text', async () => {
    const { call, typedValue } = open();
    await call('PUT /api/v1/global_resources/8101', { value: ['first', 'second', { third: 3 }] });
    expect((await call('POST /api/v1/global_resources/8101/remove', {})).body).toBe('{"third":3}');
    expect((await call('POST /api/v1/global_resources/8101/remove', { index: 0 })).body).toBe('first');
    expect(await typedValue(8101)).toEqual(['second']);
    await call('POST /api/v1/global_resources/8101/remove', {});
    expect((await call('POST /api/v1/global_resources/8101/remove', {})).status).toBe(422);
  });

  test('takes a key of an object only while it holds the expected value', async () => {
    const { call, typedValue } = open();
    const remove = (body: object) => call('POST /api/v1/global_resources/8102/remove', body);
    expect(await remove({ key: 'first', if_value: 'Ben' })).toMatchObject({
      status: 422,
      body: { current_value: 'Elif Demir' },
    });
    expect((await remove({ key: 'first', if_value: 'Elif Demir' })).body).toBe('Elif Demir');
    expect((await remove({ key: 'first' })).status).toBe(422);
    expect(await typedValue(8102)).toEqual({ second: 'Dev Patel' });
  });

  test('has nothing to take from a text', async () => {
    const { call } = open();
    await call('PUT /api/v1/global_resources/8101', { value: 'words' });
    expect((await call('POST /api/v1/global_resources/8101/remove', { index: 0 })).status).toBe(422);
  });
});

describe('the audit log', () => {
  test('names what was done to resources and shows no value', async () => {
    const { call } = open();
    await call('POST /api/v1/global_resources', { name: 'One', value: 'hidden words', team_id: 1101 });
    await call('PUT /api/v1/global_resources/8110', { value: 'x', team_id: 1102 });
    await call('DELETE /api/v1/global_resources/8110');
    const { body } = await call('GET /api/v1/audit_logs');
    const names = body.audit_logs.slice(0, 4).map((entry: { operation_name: string }) => entry.operation_name);
    expect(names).toEqual([
      'GlobalResourceDestruction',
      'GlobalResourceMovement',
      'GlobalResourceEdit',
      'GlobalResourceCreation',
    ]);
    expect(JSON.stringify(body)).not.toContain('hidden words');
  });
});
