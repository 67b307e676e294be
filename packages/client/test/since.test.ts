import type { AuditLog } from '@tines-openapi/types';
import { describe, expect, test } from 'vitest';
import { paginate } from '../src/index.ts';
import { createObservedClient } from '../src/testing.ts';
import { startTenant } from './support/tenant.ts';

type Row = Pick<AuditLog, 'id' | 'created_at'>;

/** A log that grows while it is read: newest first, whole seconds, pages of two, `after` with or without its own second. */
function growingLog({ inclusive }: { inclusive: boolean }) {
  const rows: Row[] = [];
  let time = Date.parse('2026-11-24T09:00:00Z');
  let arrive = (_page: number) => {};
  const add = (seconds = 0) => {
    time += seconds * 1000;
    const row = { id: rows.length + 1, created_at: new Date(time).toISOString().replace('.000Z', 'Z') };
    rows.push(row);
    return row.id;
  };
  const { client } = createObservedClient((request) => {
    const query = new URL(request.url).searchParams;
    const page = Number(query.get('page') ?? 1);
    const after = Date.parse(query.get('after') ?? '1970-01-01T00:00:00Z');
    const found = rows
      .filter(({ created_at }) => (inclusive ? Date.parse(created_at) >= after : Date.parse(created_at) > after))
      .reverse();
    const next = page * 2 < found.length ? page + 1 : null;
    const answer = Response.json({
      audit_logs: found.slice(page * 2 - 2, page * 2),
      meta: { next_page: null, next_page_number: next },
    });
    arrive(page);
    return answer;
  });
  const read = async (since: string | Date) => {
    const logs = paginate(client, '/api/v1/audit_logs', {}, { since });
    const ids = (await logs.toArray()).map(({ id }) => id);
    return { ids, cursor: logs.cursor as string };
  };
  return { add, read, client, onPage: (hook: (page: number) => void) => (arrive = hook) };
}

describe.each([
  ['counts the time itself', true],
  ['does not', false],
])('where `after` %s', (_, inclusive) => {
  test('rows of the same second come once, over two runs', async () => {
    const log = growingLog({ inclusive });
    const first = [log.add(), log.add(1), log.add()];
    const one = await log.read('2026-11-24T09:00:00Z');
    expect(one.ids.toSorted()).toEqual(first);
    expect(one.cursor).toBe('2026-11-24T09:00:01Z~3~2');
    const second = [log.add(), log.add(5)];
    const two = await log.read(one.cursor);
    expect(two.ids.toSorted()).toEqual(second);
    expect((await log.read(two.cursor)).ids).toEqual([]);
  });

  test('rows that come while one reads shift the pages, and still none comes twice or is lost', async () => {
    const log = growingLog({ inclusive });
    for (let count = 0; count < 7; count++) log.add(1);
    log.onPage((page) => {
      if (page < 4) log.add(page % 2);
    });
    const one = await log.read('2026-11-24T09:00:00Z');
    log.onPage(() => {});
    const two = await log.read(one.cursor);
    const ids = [...one.ids, ...two.ids];
    expect(ids.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

test('the cursor moves at the end only, so that a run that stops early is made again', async () => {
  const log = growingLog({ inclusive: true });
  for (let count = 0; count < 5; count++) log.add(1);
  const logs = paginate(log.client, '/api/v1/audit_logs', {}, { since: '2026-11-24T09:00:00Z' });
  for await (const { id } of logs) if (id === 3) break;
  expect(logs.cursor).toBe('2026-11-24T09:00:00Z');
  const again: number[] = [];
  for await (const { id } of logs) again.push(id);
  expect(again).toEqual([5, 4, 3, 2, 1]);
  expect(logs.cursor).toBe('2026-11-24T09:00:05Z~5');
});

test('a time between two seconds loses no row of the first of them', async () => {
  const log = growingLog({ inclusive: false });
  log.add();
  expect((await log.read(new Date('2026-11-24T09:00:00.500Z'))).ids).toEqual([1]);
});

test('a time that is none is refused', async () => {
  const log = growingLog({ inclusive: true });
  await expect(log.read('yesterday')).rejects.toThrow(
    'since must be a time such as 2026-11-24T09:00:00Z, or a cursor.',
  );
});

test('against the mock tenant, every write shows once', async () => {
  const { tenant, client } = await startTenant();
  const first = paginate(client, '/api/v1/audit_logs', {}, { since: '2026-11-24T09:00:00Z' });
  await first.toArray();
  await client.POST('/api/v1/stories', { body: { team_id: 1101, name: 'Seen in the log' } });
  const second = paginate(client, '/api/v1/audit_logs', {}, { since: first.cursor as string });
  expect((await second.toArray()).map(({ operation_name }) => operation_name)).toEqual(['StoryCreation']);
  const third = paginate(client, '/api/v1/audit_logs', {}, { since: second.cursor as string });
  expect(await third.toArray()).toEqual([]);
  await tenant.close();
});
