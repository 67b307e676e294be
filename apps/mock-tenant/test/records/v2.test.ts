import { describe, expect, test } from 'vitest';
import { exampleNamed } from '../examples.ts';
import { open } from './open.ts';

const path = '/api/v2/records';

describe('a record in the newer form', () => {
  test('has typed values by slug, and an address for large text that leads to it', async () => {
    const { call } = open();
    const { body } = await call(`GET ${path}/1701`);
    const shown = structuredClone(exampleNamed('record-v2'));
    shown.fields.page_text.href = 'http://tenant.example/api/v2/records/1701/fields/1613';
    expect(body).toEqual(shown);
    const followed = await call(`GET ${body.fields.page_text.href.replace('http://tenant.example', '')}`);
    expect(followed.headers.get('content-type')).toContain('text/plain');
    expect(followed.body).toBe(exampleNamed('record-field-text'));
  });

  test('shows the columns and embeds that are asked for', async () => {
    const { call } = open();
    const include = 'record_type,parent_record,child_records,child_record_ids,cases';
    const { body } = await call(`GET ${path}/1701?fields=url,1612&include=${include}`);
    expect(Object.keys(body.fields)).toEqual(['url', 'verdict']);
    expect(body).toMatchObject({
      record_type: { id: 1601, name: 'Reported link' },
      parent_record: null,
      child_records: [{ id: 1702 }],
      child_record_ids: [1702],
      cases: [{ id: 1401, status: 'OPEN' }],
    });
    const { body: child } = await call(`GET ${path}/1702?include=parent_record`);
    expect(child.parent_record).toMatchObject({ id: 1701, fields: { verdict: 'malicious' } });
  });

  test('tells times in the zone that is asked for', async () => {
    const { call } = open();
    const at = async (zone: string) => (await call(`GET ${path}/1701?timezone=${zone}`)).body.fields?.timestamp;
    expect(await at('UTC')).toBe('2026-11-20T10:12:44Z');
    expect(await at('Asia/Kolkata')).toBe('2026-11-20T15:42:44+05:30');
    expect(await at('America/New_York')).toBe('2026-11-20T05:12:44-05:00');
    expect(await at('Mars/Base')).toBeUndefined();
  });

  test('follows what the older version writes', async () => {
    const { call } = open();
    await call('PUT /api/v1/records/1701', { field_values: [{ field_id: 1612, value: 'harmless' }] });
    expect((await call(`GET ${path}/1701`)).body.fields.verdict).toBe('harmless');
    await call('DELETE /api/v1/records/1701');
    expect((await call(`GET ${path}/1701`)).status).toBe(404);
  });
});

describe('large values', () => {
  test('of JSON columns come as JSON, or as text where that is asked for', async () => {
    const { call } = open();
    await call('PUT /api/v1/record_types/1601', { fields: [{ name: 'Raw page', result_type: 'JSON' }] });
    const value = exampleNamed('record-field-json');
    await call('PUT /api/v1/records/1701', {
      field_values: [{ field_id: 1621, value: JSON.stringify(value, null, 2) }],
    });
    expect((await call(`GET ${path}/1701/fields/raw_page`)).body).toEqual(value);
    const text = await call(`GET ${path}/1701/fields/1621?format=plain`);
    expect(text.body).toBe(JSON.stringify(value));
    const quoted = await call(`GET ${path}/1701/fields/${encodeURIComponent('Page text')}?format=json`);
    expect(quoted.body).toBe('Enter your card number to release the invoice.');
  });

  test.each([
    ['nobody', 404, 'not_found'],
    ['url', 400, 'bad_request'],
    ['page_text?format=xml', 400, 'bad_request'],
  ])('of the column %s answer %i', async (field, status, type) => {
    const { call } = open();
    const refused = await call(`GET ${path}/1701/fields/${field}`);
    expect(refused).toMatchObject({ status, body: { error: { type } } });
  });
});

describe('children', () => {
  test('come newest first and in parts, with their ids apart', async () => {
    const { call, add } = open();
    for (const name of ['a', 'b', 'c']) await add(`https://${name}.example`, 'unknown', { parent_record_id: 1701 });
    const first = await call(`GET ${path}/1701/child_records?limit=3`);
    expect(first.body.data.map(({ id }: { id: number }) => id)).toEqual([1705, 1704, 1703]);
    const after = first.body.page.next_page_token;
    const second = await call(`GET ${path}/1701/child_records?limit=3&after=${after}`);
    expect(second.body).toMatchObject({ data: [{ id: 1702, fields: { verdict: 'malicious' } }], page: {} });
    expect(second.body.page).toEqual({});
    expect((await call(`GET ${path}/1701/child_record_ids`)).body).toEqual({
      data: [1705, 1704, 1703, 1702],
      page: {},
    });
  });

  test('are neither lost nor doubled when rows come and go between two parts', async () => {
    const { call, add } = open();
    for (const name of ['a', 'b', 'c']) await add(`https://${name}.example`, 'unknown', { parent_record_id: 1701 });
    const part = async (after = '') =>
      (await call(`GET ${path}/1701/child_record_ids?limit=2${after && `&after=${after}`}`)).body;
    const first = await part();
    await add('https://new.example', 'unknown', { parent_record_id: 1701 });
    expect((await part(first.page.next_page_token)).data).toEqual([1703, 1702]);
    await call('DELETE /api/v1/records/1706');
    await call(`DELETE /api/v1/records/${first.data[1]}`);
    expect((await part(first.page.next_page_token)).data).toEqual([1703, 1702]);
  });

  test('of teams that the key cannot read are left out of the list, not of the ids', async () => {
    const { ask, call } = open();
    const { body: type } = await call('POST /api/v1/record_types', {
      ...exampleNamed('create-record-type-request'),
      team_id: 1102,
    });
    await call('POST /api/v1/records', { record_type_id: type.id, field_values: [], parent_record_id: 1701 });
    const editor = { key: 'team-editor-demo-key' };
    const seen = (await ask(`GET ${path}/1701/child_records`, editor)).body.data;
    expect(seen.map(({ id }: { id: number }) => id)).toEqual([1702]);
    expect((await ask(`GET ${path}/1701/child_record_ids`, editor)).body.data).toEqual([1703, 1702]);
  });
});

describe('cases of a record', () => {
  test('are linked and unlinked, as often as one likes, and the case sees the same', async () => {
    const { call } = open();
    const linked = async () => (await call(`GET ${path}/1701/cases`)).body;
    expect(await linked()).toEqual(exampleNamed('record-case-page'));
    for (let times = 0; times < 2; times += 1) {
      expect((await call(`POST ${path}/1701/cases`, exampleNamed('link-record-case-request'))).status).toBe(204);
    }
    expect((await linked()).data.map(({ id }: { id: number }) => id)).toEqual([1401, 1402]);
    expect((await call('GET /api/v1/records/1701')).body.case_ids).toEqual([1401, 1402]);
    const onCase = (await call('GET /api/v2/cases/1402/records')).body.records;
    expect(onCase[0].record_type_record_results).toMatchObject([{ id: 1701 }]);
    for (let times = 0; times < 2; times += 1) {
      expect((await call(`DELETE ${path}/1701/cases/1402`)).status).toBe(204);
    }
    expect((await linked()).data).toHaveLength(1);
  });

  test('must exist and be visible', async () => {
    const { ask, call } = open();
    const missing = await call(`POST ${path}/1701/cases`, { case_id: 99 });
    expect(missing).toMatchObject({ status: 404, body: { error: { type: 'not_found', message: 'Case not found.' } } });
    const editor = { key: 'team-editor-demo-key', body: { case_id: 1402 } };
    expect((await ask(`POST ${path}/1701/cases`, editor)).status).toBe(404);
    expect((await ask(`GET ${path}/1701/cases`, { key: 'team-editor-demo-key' })).body.data).toEqual([]);
  });
});

describe('the search', () => {
  const search = (call: ReturnType<typeof open>['call'], body: object) => call(`POST ${path}/search`, body);

  test('answers what the document shows, with the embed that was asked for', async () => {
    const { call } = open();
    const { body } = await search(call, exampleNamed('search-records-request'));
    const shown = exampleNamed('record-search-page').data;
    expect(body.data).toMatchObject(shown);
    expect(Object.keys(body.data[0].fields)).toEqual(Object.keys(shown[0].fields));
    expect(body.data[0].record_type).toEqual({ id: 1601, name: 'Reported link' });
  });

  test('finds the type by name or slug, unless several fit', async () => {
    const { call } = open();
    for (const record_type_name of ['Reported link', 'reported_link']) {
      expect((await search(call, { record_type_name })).body.data).toHaveLength(2);
    }
    expect((await search(call, { record_type_name: 'Nobody' })).status).toBe(404);
    await call('POST /api/v1/record_types', { name: 'Reported link', team_id: 1102, fields: [] });
    const refused = await search(call, { record_type_name: 'Reported link' });
    expect(refused).toMatchObject({ status: 400, body: { error: { field: 'record_type_name' } } });
  });

  test('filters by a tree, sorts and goes on from part to part', async () => {
    const { call, add } = open();
    await add('https://a.example', 'harmless');
    await add('https://b.example', 'unknown');
    const filter = {
      or: [
        { field_name: 'Verdict', operator: 'EQUAL', value: 'malicious' },
        {
          and: [
            { field: 'url', operator: 'GREATER_THAN', value: 'https://b' },
            { field_id: 1613, operator: 'IS_EMPTY' },
          ],
        },
      ],
    };
    const sent = { record_type_id: 1601, filter, sort: [{ field: 'url', direction: 'DESC' }], limit: 2 };
    const first = (await search(call, sent)).body;
    expect(first.data.map(({ id }: { id: number }) => id)).toEqual([1702, 1701]);
    const second = (await search(call, { ...sent, after: first.page.next_page_token })).body;
    expect(second.data.map(({ id }: { id: number }) => id)).toEqual([1704]);
    expect(second.page).toEqual({});
    const bySelf = { record_type_id: 1601, sort: [{ field: 'created_at', direction: 'desc' }], limit: 1 };
    expect((await search(call, bySelf)).body.data[0].id).toBe(1704);
  });

  test.each([
    ['no type', {}],
    ['an unknown column', { record_type_id: 1601, fields: { record: ['nobody'] } }],
    ['an unknown word in the tree', { record_type_id: 1601, filter: { xor: [] } }],
    ['two words side by side', { record_type_id: 1601, filter: { and: [], or: [] } }],
    ['an operator that is not one', { record_type_id: 1601, filter: { field: 'url', operator: 'LIKE', value: 'x' } }],
    ['a cursor from nowhere', { record_type_id: 1601, after: 'abc' }],
    ['none at all at once', { record_type_id: 1601, limit: 0 }],
  ])('is refused with the error object for %s', async (_, body) => {
    const { call } = open();
    const refused = await search(call, body);
    expect(refused.status).toBe(400);
    expect(refused.body).toEqual({ error: expect.objectContaining({ type: 'bad_request' }) });
  });
});

describe('the newer operations', () => {
  test.each([
    ['GET', '/1701?unknown=1', undefined],
    ['GET', '/1701/cases?page=2', undefined],
    ['GET', '/1701/child_records?per_page=2', undefined],
    ['POST', '/search?limit=2', { record_type_id: 1601 }],
    ['POST', '/search', { record_type_id: 1601, filters: [] }],
    ['POST', '/aggregate', { record_type_id: 1601, aggregations: [{ function: 'COUNT' }], limit: 2 }],
    ['DELETE', '/1701/cases/1401', {}],
    ['POST', '/1701/cases', { case_id: 1401, note: 'x' }],
    ['POST', '/1701/cases', { case_id: 0 }],
  ])('refuse %s %s with what they do not know', async (method, rest, body) => {
    const { call } = open();
    const refused = await call(`${method} ${path}${rest}`, body);
    expect(refused).toMatchObject({ status: 400, body: { error: { type: 'bad_request' } } });
  });

  test('answer 404 and missing rights in their own form', async () => {
    const { ask, call } = open();
    const shape = { error: { type: 'not_found', message: expect.any(String) } };
    expect(await call(`GET ${path}/99`)).toMatchObject({ status: 404, body: shape });
    const viewer = { key: 'team-viewer-demo-key', body: { case_id: 1401 } };
    expect(await ask(`POST ${path}/1701/cases`, viewer)).toMatchObject({ status: 404, body: shape });
  });
});
