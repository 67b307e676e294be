import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tines-openapi-data-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what was written is there when the file is opened again', async () => {
  const data = join(folder, 'tenant.db');
  const first = openTenant({ data });
  await first.ask('POST /api/v1/stories', { key, body: { team_id: 1101, name: 'Kept' } });
  await first.ask('DELETE /api/v1/stories/3102', { key });
  const before = JSON.stringify(first.tenant.snapshot());
  first.tenant.close();

  const second = openTenant({ data });
  expect(JSON.stringify(second.tenant.snapshot())).toBe(before);
  expect((await second.ask('POST /api/v1/stories', { key, body: { team_id: 1101 } })).body.id).toBe(3111);
  second.tenant.close();
});

test('a reset reaches the file', async () => {
  const data = join(folder, 'tenant.db');
  const first = openTenant({ data });
  await first.ask('DELETE /api/v1/stories/3102', { key });
  first.tenant.reset();
  first.tenant.close();
  const second = openTenant({ data });
  expect((await second.ask('GET /api/v1/stories/3102', { key })).status).toBe(200);
  second.tenant.close();
});

test('what is done beside the API reaches the file: keys, and the time alone', async () => {
  const data = join(folder, 'tenant.db');
  const first = openTenant({ data });
  const { secret } = first.tenant.manage.createKey({ type: 'tenant_owner', name: 'Kept' });
  const { body: made } = await first.ask('POST /_mock/keys', { body: { type: 'tenant_owner', name: 'Kept too' } });
  first.tenant.clock.advance(3_600_000);
  const now = first.tenant.clock.iso();
  first.tenant.close();
  const second = openTenant({ data });
  expect(second.tenant.clock.iso()).toBe(now);
  for (const kept of [secret, made.secret]) {
    expect((await second.ask('GET /api/v1/stories', { key: kept })).status).toBe(200);
  }
  second.tenant.close();
});

test('a file that is open elsewhere is refused', () => {
  const data = join(folder, 'tenant.db');
  const first = openTenant({ data });
  expect(() => openTenant({ data })).toThrow(/is open in another mock tenant\. One file serves one process\.$/);
  first.tenant.close();
});

test('a file of something else is refused', () => {
  const data = join(folder, 'notes.txt');
  writeFileSync(data, 'Nothing that SQLite would know, and long enough to be looked at.'.repeat(50));
  expect(() => openTenant({ data })).toThrow(/is not the data file of a mock tenant/);
});

test('every answered write survives the end of the process without warning', async () => {
  const data = join(folder, 'tenant.db');
  const answered: number[] = [];
  for (const round of [1, 2, 3]) {
    const child = spawn(process.execPath, [cli, '--quiet', '--port', '0', '--data', data], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(child.stdout, 'data');
    const url = `${line}`.trim();
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    for (let sent = 0; sent < 5; sent += 1) {
      const body = JSON.stringify({ team_id: 1101, name: `Round ${round}` });
      const response = await fetch(`${url}/api/v1/stories`, { method: 'POST', headers, body });
      answered.push(((await response.json()) as { id: number }).id);
    }
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
  }
  const { ask, tenant } = openTenant({ data });
  for (const id of answered) expect((await ask(`GET /api/v1/stories/${id}`, { key })).status).toBe(200);
  expect(new Set(answered).size).toBe(15);
  tenant.close();
});
