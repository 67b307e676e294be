import { describe, expect, test } from 'vitest';
import { AnswerTexts } from '../src/journal/answer-texts.ts';
import { openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';

describe('the answers in a journal', () => {
  test('are those that were sent, without secrets, whenever somebody looks', async () => {
    const { ask, tenant } = openTenant();
    const { body } = await ask('GET /api/v1/stories/3101', { key });
    await ask('PUT /api/v1/stories/3101', { key, body: { name: 'Renamed' } });
    await ask('DELETE /api/v1/stories/3101', { key });
    await ask('GET /api/v1/actions/4111', { key });
    const [read, renamed, deleted, action] = tenant.requests.map(({ answer }) => answer);
    expect(read).toEqual(body);
    expect(renamed).toMatchObject({ name: 'Renamed' });
    expect(deleted).toBeNull();
    expect(action).toMatchObject({ options: { secret: '[redacted]' } });
  });

  test('are the same object each time somebody looks', async () => {
    const { ask, tenant } = openTenant();
    await ask('GET /api/v1/info', { key });
    expect(tenant.requests[0]).toBe(tenant.requests[0]);
    expect(tenant.requests[0]?.answer).toBe(tenant.requests[0]?.answer);
  });

  test('make room for later ones, and their requests stay', async () => {
    const { ask, tenant } = openTenant();
    await ask('GET /api/v1/info', { key });
    const data = 'x'.repeat(1_000_000);
    await ask('POST /api/v1/global_resources', { key, body: { name: 'Large', value: data, team_id: 1101 } });
    for (let read = 0; read < 9; read += 1) await ask('GET /api/v1/global_resources', { key });
    expect(tenant.requests[0]).toMatchObject({ operationId: 'getTenantInfo', answer: '[no longer kept]' });
    expect(tenant.requests.at(-1)?.answer).toMatchObject({ meta: { count: 3 } });
  });

  test('have a limit together, and the oldest go first', () => {
    const texts = new AnswerTexts(10);
    texts.add(1, '1234');
    texts.add(2, '1234');
    texts.add(3, '123');
    expect([1, 2, 3].map((id) => texts.get(id))).toEqual([undefined, '1234', '123']);
    texts.add(4, 'longer than everything');
    expect([2, 3, 4].map((id) => texts.get(id))).toEqual([undefined, undefined, undefined]);
    texts.add(5, '1234567890');
    expect(texts.get(5)).toBe('1234567890');
  });
});

test.each([
  ['fewer than it keeps', 2, ['1', '2']],
  ['as many', 3, ['1', '2', '3']],
  ['one more', 4, ['2', '3', '4']],
  ['several rounds more', 10, ['8', '9', '10']],
])('a journal of three requests that saw %s shows the last in order', async (_, asked, shown) => {
  const { ask, tenant } = openTenant({ journalSize: 3 });
  for (let page = 1; page <= asked; page += 1) await ask(`GET /api/v1/stories?page=${page}`, { key });
  expect(tenant.requests.map(({ query }) => query.page)).toEqual(shown);
  tenant.reset();
  expect(tenant.requests).toEqual([]);
});
