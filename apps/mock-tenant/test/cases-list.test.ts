import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { startMockTenant } from '../src/index.ts';
import { openTenant } from './ask.ts';

const key = 'personal-owner-demo-key';

function open() {
  const { ask } = openTenant();
  return { call: (line: string, body?: unknown) => ask(line, { key, ...(body !== undefined && { body }) }) };
}

const ids = (body: { cases: { case_id: number }[] }) => body.cases.map(({ case_id }) => case_id);

describe('the list', () => {
  async function openWithThird() {
    const opened = open();
    await opened.call('POST /api/v2/cases', {
      team_id: 1102,
      name: 'Nobody has it',
      priority: 'critical',
      assignee_emails: [],
      author_email: 'elif.demir@quiet-harbor.example',
      tag_names: ['phishing', 'urgent'],
      metadata: { ticket: '7' },
      opened_at: '2026-11-01T00:00:00Z',
    });
    return opened;
  }

  test.each([
    ['filters[status]=OPEN&filters[priority]=HIGH', [1401]],
    ['filters[assignees]=2105', [1401, 1402]],
    ['filters[assignees][]=unassigned&filters[assignees][]=dev.patel@quiet-harbor.example', [1410]],
    ['filters[unassigned]=true', [1410]],
    ['filters[and_assignees][]=2105&filters[and_assignees][]=2104', []],
    ['filters[exclude_assignees]=2105', [1410]],
    ['filters[assigned_to_me]=true', []],
    ['filters[authors]=elif.demir@quiet-harbor.example', [1410]],
    ['filters[exclude_authors][]=2105', [1401, 1402]],
    ['filters[author_emails]=dev.patel@quiet-harbor.example', [1401, 1402]],
    ['filters[tags][]=phishing', [1401, 1410]],
    ['filters[tags]=phishing,urgent', [1410]],
    ['filters[or_tags][]=endpoint&filters[or_tags][]=urgent', [1402, 1410]],
    ['filters[exclude_tags][]=phishing', [1402]],
    ['filters[case_ids][]=1402&filters[case_ids][]=1410', [1402, 1410]],
    ['filters[metadata][ticket]=7', [1410]],
    ['filters[sub_status_names][]=New', [1402, 1410]],
    ['filters[records][]=malicious', [1401]],
    ['filters[search]=INVOICE', [1401]],
    ['filters[search]=1402', [1402]],
    ['filters[start_date]=2026-11-20T00:00:00Z&filters[end_date]=2026-11-22T00:00:00Z', [1401]],
    ['filters[updated_at_start_date]=2026-11-24T00:00:00Z', [1410]],
    ['filters[resolved_at_start_date]=2026-01-01T00:00:00Z', []],
  ])('is filtered by %s', async (query, expected) => {
    const { call } = await openWithThird();
    const { status, headers, body } = await call(`GET /api/v2/cases?${encodeURI(query)}`);
    expect(status).toBe(200);
    expect(headers.get('x-mock-unknown-query')).toBeNull();
    expect(ids(body)).toEqual(expected);
  });

  test.each([
    ['PRIORITY_DESC', [1410, 1401, 1402]],
    ['PRIORITY_ASC', [1402, 1401, 1410]],
    ['OPENED_ASC', [1410, 1401, 1402]],
    ['CREATED_DESC', [1410, 1402, 1401]],
    ['RECENTLY_EDITED', [1410, 1402, 1401]],
    ['LEAST_RECENTLY_EDITED', [1401, 1402, 1410]],
  ])('is ordered by %s', async (order, expected) => {
    const { call } = await openWithThird();
    expect(ids((await call(`GET /api/v2/cases?order=${order}`)).body)).toEqual(expected);
  });

  test('refuses a filter value that is not allowed and names those that are', async () => {
    const { call } = open();
    const refused = await call('GET /api/v2/cases?filters[status]=LOST');
    expect(refused.status).toBe(400);
    expect(refused.body.errors[0]).toMatchObject({
      details: 'filters.status',
      message: expect.stringContaining('OPEN'),
    });
  });

  test('takes its parameters as a JSON body of the GET too, as a public client sends them', async () => {
    const tenant = await startMockTenant();
    const list = (body: unknown) =>
      new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
        const text = JSON.stringify(body);
        // Node frames no body of a GET by itself.
        const headers = {
          authorization: `Bearer ${key}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
        };
        const sent = request(`${tenant.url}/api/v2/cases`, { method: 'GET', headers }, (answer) => {
          let read = '';
          answer.on('data', (chunk) => {
            read += chunk;
          });
          answer.on('end', () => resolve({ status: answer.statusCode, body: read }));
        });
        sent.on('error', reject);
        sent.end(text);
      });
    const found = await list({ filters: { priority: 'HIGH' }, per_page: 1 });
    expect(ids(JSON.parse(found.body))).toEqual([1401]);
    const refused = await list({ filters: { priority: 'LOUD' } });
    expect(refused).toMatchObject({ status: 400, body: expect.stringContaining('filters.priority') });
    await tenant.close();
  });

  test('repeats its filters in the links to its pages', async () => {
    const { call } = open();
    const { body } = await call('GET /api/v2/cases?filters[status]=OPEN&per_page=1');
    const next = await call(`GET ${body.meta.next_page.replace('http://tenant.example', '')}`);
    expect(ids(next.body)).toEqual([1402]);
  });
});

describe('the search', () => {
  test('finds what was written, by conditions and groups of them', async () => {
    const { call } = open();
    await call('POST /api/v2/cases', { team_id: 1102, name: 'Third', priority: 'critical', metadata: { ticket: '7' } });
    const found = async (body: unknown) => ids((await call('POST /api/v3/cases/search', body)).body);
    expect(await found({})).toEqual([1401, 1402, 1410]);
    const urgent = { field: 'priority', operator: 'IS_ANY_OF', value: ['critical', 'high'] };
    const open1 = { field: 'status', operator: 'IS', value: 'open' };
    expect(await found({ filter: { op: 'AND', nodes: [open1, urgent] } })).toEqual([1401, 1410]);
    expect(
      await found({
        filter: {
          op: 'OR',
          nodes: [
            { field: 'metadata.ticket', value: '7' },
            { field: 'tags', value: 'endpoint' },
          ],
        },
      }),
    ).toEqual([1402, 1410]);
    expect(await found({ filter: { field: 'priority', operator: 'IS_NONE_OF', value: ['critical', 'high'] } })).toEqual(
      [1402],
    );
    expect(await found({ filter: { field: 'metadata.ticket', operator: 'IS_EMPTY' } })).toEqual([1402]);
    expect(await found({ filter: { field: 'created_at', operator: 'AFTER', value: '2026-11-22T00:00:00Z' } })).toEqual([
      1402, 1410,
    ]);
    await call('DELETE /api/v2/cases/1410');
    expect(await found({ filter: urgent })).toEqual([1401]);
  });

  test('comes in parts, in the order that was asked for', async () => {
    const { call } = open();
    const ask = { sort: [{ field: 'created_at', direction: 'desc' }], include_total: true };
    const first = await call('POST /api/v3/cases/search', { ...ask, page: { size: 1 } });
    expect(first.body).toMatchObject({ cases: [{ case_id: 1402 }], total: 2, page: { size: 1 } });
    const page = { size: 1, token: first.body.page.next_token };
    const second = await call('POST /api/v3/cases/search', { ...ask, page });
    expect(second.body).toMatchObject({ cases: [{ case_id: 1401 }], page: { next_token: null } });
  });

  test.each([
    [{ limit: 3 }, 'limit'],
    [{ filter: { field: 'colour', value: 'red' } }, 'filter'],
    [{ filter: { field: 'status', operator: 'LIKE', value: 'x' } }, 'filter'],
    [{ filter: { op: 'XOR', nodes: [] } }, 'filter.op'],
    [{ sort: [{ field: 'colour' }] }, 'sort.0.field'],
    [{ page: { token: 'made-up' } }, 'page.token'],
  ])('refuses %j with 400 and names what is wrong', async (body, details) => {
    const { call } = open();
    expect(await call('POST /api/v3/cases/search', body)).toMatchObject({
      status: 400,
      body: { errors: [{ details }] },
    });
  });
});
