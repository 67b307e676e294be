import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { afterAll, beforeAll, expect, test } from 'vitest';

const rounds = 10;
const perRound = 10_000;
const json = { 'content-type': 'application/json' };
const write = (method: 'POST' | 'PUT', path: string, body: object): autocannon.Request => ({
  method,
  path,
  headers: json,
  body: JSON.stringify(body),
});

/** Reads, writes, runs, refusals and paths that nobody serves, in turn. */
const requests: autocannon.Request[] = [
  { path: '/api/v1/stories?per_page=500' },
  write('POST', '/api/v1/stories', { team_id: 1101, name: 'Soak' }),
  { path: '/api/v1/stories/3101' },
  write('PUT', '/api/v1/stories/3101', { description: 'Soaked' }),
  write('POST', '/webhook/1f0e2d3c4b5a69788796a5b4c3d2e1f0/aa00bb11cc22dd33ee44ff5566778899', { subject: 'Soak' }),
  { path: '/api/v1/events?per_page=5' },
  write('POST', '/api/v1/stories', { name: 'No team' }),
  { path: '/api/v1/nothing' },
  { path: '/api/v1/audit_logs?per_page=5' },
  { path: '/api/v1/info' },
];

const child = fork(fileURLToPath(new URL('soak-tenant.ts', import.meta.url)), { execArgv: ['--expose-gc'] });
let url: string;
beforeAll(async () => {
  url = (await once(child, 'message'))[0].url;
});
afterAll(() => child.kill());

test('100,000 requests are answered, and what is held does not grow', async () => {
  const held: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const headers = { authorization: 'Bearer tenant-owner-demo-key' };
    const done = await autocannon({ url, requests, headers, connections: 16, amount: perRound });
    expect(done).toMatchObject({ errors: 0, timeouts: 0, '5xx': 0 });
    expect(done['2xx'] + done['4xx']).toBe(perRound);
    child.send('collect');
    held.push((await once(child, 'message'))[0].held);
  }
  console.info('MiB held after each 10,000:', held.map((bytes) => (bytes / 1024 / 1024).toFixed(1)).join(' '));
  // The first rounds still compile validators and fill the caches that stay.
  const settled = held[2] ?? 0;
  expect(Math.max(...held.slice(3))).toBeLessThan(settled * 1.1 + 1024 * 1024);
});
