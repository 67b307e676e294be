import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOptions, refuseOldNode } from '../src/cli/options.ts';
import { startMockTenant } from '../src/index.ts';
import { runCommand, startCommand } from './started.ts';

const address = /http:\/\/127\.0\.0\.1:\d+/;

describe('the command line', () => {
  test('prints the keys and three calls, answers, and ends on SIGTERM', async () => {
    const { output, until, stop } = startCommand(['--port', '0']);
    const [url] = await until(/Stop with[^\n]*\n/).then(() => address.exec(output.stdout) ?? []);
    for (const text of ['team-viewer-demo-key', 'x-user-token:', 'Authorization: Bearer', '/api/v1/events/']) {
      expect(output.stdout).toContain(text);
    }
    const answered = await fetch(`${url}/api/v1/events/`, { headers: { 'x-user-token': 'team-viewer-demo-key' } });
    expect(answered.status).toBe(200);
    expect(await stop()).toBe(0);
  });

  test('lines its table up', async () => {
    const { output, until, stop } = startCommand(['--port', '0']);
    await until(/Stop with/);
    await stop();
    const rows = output.stdout.split('\n').filter((line) => /^ {2}(key|[\w-]+-demo-key) /.test(line));
    const columns = rows.map((row) =>
      /^( {2}\S+ +)(\S+(?: owner)? +)\S/
        .exec(row)
        ?.slice(1)
        .map(({ length }) => length),
    );
    expect(rows).toHaveLength(8);
    expect(new Set(columns.map((widths) => JSON.stringify(widths))).size).toBe(1);
  });

  test('logs each request, without colour where there is no terminal', async () => {
    const { output, until, stop } = startCommand(['--port', '0']);
    const url = await until(/Stop with/).then(() => address.exec(output.stdout)?.[0]);
    await fetch(`${url}/api/v1/info`, { headers: { 'x-user-token': 'team-viewer-demo-key' } });
    const [line] = await until(/^200 .*$/m);
    await stop();
    expect(line).toMatch(/^200 {2}getTenantInfo +GET {4}\/api\/v1\/info {2}Detection viewer \(team\) {2}[\d.]+ ms$/);
    expect(output.stdout).not.toContain('\u001B');
  });

  test('ends within a second on SIGTERM, whatever is connected', async () => {
    const { output, until, stop } = startCommand(['--port', '0', '--quiet']);
    const [url = ''] = await until(address);
    await until(/\n/);
    const idle = connect(Number(new URL(url).port), '127.0.0.1');
    const half = connect(Number(new URL(url).port), '127.0.0.1');
    await Promise.all([once(idle, 'connect'), once(half, 'connect')]);
    half.write('POST /api/v1/stories HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{');
    const events = await fetch(`${url}/_mock/events`);
    const ended = Promise.all([once(idle, 'close'), once(half, 'close'), events.text().catch(() => 'broken')]);
    const started = performance.now();
    expect(await stop()).toBe(0);
    expect(performance.now() - started).toBeLessThan(1000);
    await ended;
    expect(output.stderr).toBe('');
  });

  test('says in one line that a port is in use, and the way out', async () => {
    const tenant = await startMockTenant();
    const { port } = new URL(tenant.url);
    const { code, stderr } = await runCommand('--port', port);
    await tenant.close();
    expect(code).toBe(2);
    expect(stderr).toBe(
      `tines-mock-tenant: Port ${port} is in use. Choose another one with --port, or any free one with --port 0.\n`,
    );
  });

  test('prints its help and its version', async () => {
    const { stdout } = await runCommand('--help');
    for (const flag of ['--denied <status>', '--tenants <number>', '--https', '--seed-file <file>', '--without-logs']) {
      expect(stdout).toContain(flag);
    }
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect((await runCommand('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('prints only the address when it is to be quiet', async () => {
    const { output, until, stop } = startCommand(['--quiet', '--port', '0']);
    const [url] = await until(address);
    await fetch(`${url}/api/v1/info`);
    await stop();
    expect(output.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
  });

  test('prints JSON lines for machines', async () => {
    const { output, until, stop } = startCommand(['--json', '--port', '0', '--tenants', '2']);
    await until(/\n/);
    const start = JSON.parse(output.stdout);
    expect(start).toMatchObject({ event: 'start', tenants: [{ mock_token: null }, { mock_token: null }] });
    expect(start.keys).toContainEqual(expect.objectContaining({ key: 'team-viewer-demo-key', type: 'team' }));
    await fetch(`${start.tenants[1].url}/api/v1/info`);
    await until(/\n.*\n/);
    await stop();
    const request = JSON.parse(output.stdout.split('\n')[1] ?? '');
    expect(request).toMatchObject({ event: 'request', tenant: 2, operationId: 'getTenantInfo', status: 401 });
  });

  test('starts several tenants that know nothing of each other', async () => {
    const { output, until, stop } = startCommand(['--quiet', '--port', '0', '--tenants', '2']);
    await until(/\n.*\n/);
    const [one, other] = output.stdout.trim().split('\n');
    const headers = { 'x-user-token': 'tenant-owner-demo-key' };
    await fetch(`${one}/api/v1/stories/3101`, { method: 'DELETE', headers });
    expect((await fetch(`${one}/api/v1/stories/3101`, { headers })).status).toBe(404);
    expect((await fetch(`${other}/api/v1/stories/3101`, { headers })).status).toBe(200);
    await stop();
  });

  test('makes a token where others can reach it, and says so', async () => {
    const { output, until, stop } = startCommand(['--host', '0.0.0.0', '--port', '0']);
    await until(/Stop with/);
    const [, port, token = ''] = /http:\/\/0\.0\.0\.0:(\d+) {2}([\w-]{24})\n/.exec(output.stdout) ?? [];
    expect(output.stdout).toContain('X-Mock-Token');
    const url = `http://127.0.0.1:${port}/_mock/requests`;
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, { headers: { 'x-mock-token': token } })).status).toBe(200);
    await stop();
  });

  test('leaves out the logs of actions where that is asked for', async () => {
    const { until, stop } = startCommand(['--quiet', '--port', '0', '--without-logs']);
    const [url] = await until(address);
    const settings = await (await fetch(`${url}/_mock/settings`)).json();
    expect(settings).toMatchObject({ action_logs: false });
    await stop();
  });
});

describe('--seed-file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tines-openapi-seed-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (content: unknown) => {
    const path = join(folder, 'seed.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };

  test('begins with what the file says, and prints its keys', async () => {
    const path = file({
      teams: [{ name: 'Harbor watch' }],
      people: [{ email: 'owner@example.com', tenant_owner: true }],
      keys: [{ secret: 'a-key-of-my-own', type: 'tenant_owner' }],
    });
    const { output, until, stop } = startCommand(['--port', '0', '--seed-file', path]);
    await until(/Stop with/);
    expect(output.stdout).toMatch(/^ {2}a-key-of-my-own {2}tenant owner {2}the whole tenant$/m);
    const url = address.exec(output.stdout)?.[0];
    const teams = await fetch(`${url}/api/v1/teams`, { headers: { 'x-user-token': 'a-key-of-my-own' } });
    expect(await teams.json()).toMatchObject({ teams: [{ name: 'Harbor watch' }] });
    await stop();
  });

  test('takes the snapshot of a tenant', async () => {
    const first = startCommand(['--quiet', '--port', '0']);
    const [url] = await first.until(address);
    const path = file(await (await fetch(`${url}/_mock/snapshot`)).text());
    await first.stop();
    const second = startCommand(['--quiet', '--port', '0', '--seed-file', path]);
    const [again] = await second.until(address);
    const headers = { 'x-user-token': 'team-viewer-demo-key' };
    expect((await fetch(`${again}/api/v1/stories/3101`, { headers })).status).toBe(200);
    await second.stop();
  });

  test.each([
    ['{"teams": [', 'is not valid JSON'],
    ['[]', 'must hold an object with teams and people, or a snapshot'],
    [{ teams: [{ name: 'A' }], people: [] }, 'does not fit:\n  /people: people must NOT have fewer than 1 items.'],
    [{ collections: {}, now: 0, random: 0 }, 'does not fit:\n  The snapshot has no teams'],
  ])('refuses %j and says where and what is allowed', async (content, message) => {
    const { code, stderr } = await runCommand('--port', '0', '--seed-file', file(content));
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test('says that there is no such file', async () => {
    const { stderr } = await runCommand('--port', '0', '--seed-file', join(folder, 'nothing.json'));
    expect(stderr).toMatch(/nothing\.json cannot be read: ENOENT\.\n$/);
  });
});

describe('options', () => {
  test.each([
    [['--port', 'http'], '--port must be a number from 0 to 65535, not "http".'],
    [['--port', '70000'], '--port must be a number from 0 to 65535, not "70000".'],
    [['--port', '65535', '--tenants', '2'], '--port must be a number from 0 to 65534, not "65535".'],
    [['--tenants', '0'], '--tenants must be a number from 1 to 20, not "0".'],
    [['--tenants', '2', '--data', 'x.db'], '--data keeps one tenant'],
    [['--denied', '401'], '--denied must be 404 or 403, not "401".'],
    [['--engine', 'v8'], '--engine must be tenant or prism, not "v8".'],
    [['--colour'], "Unknown option '--colour'. Try --help."],
  ])('refuses %j and says what is allowed', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });

  test('refuses a Node that is too old', () => {
    expect(refuseOldNode('20.18.3')).toBe('The mock tenant needs Node 20.19 or newer; this is Node 20.18.3.');
    expect(refuseOldNode('20.19.0')).toBeUndefined();
    expect(refuseOldNode('26.1.0')).toBeUndefined();
  });
});
