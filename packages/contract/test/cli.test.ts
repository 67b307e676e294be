import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMockTenant } from '@tines-openapi/mock-tenant';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { contract, contractWith, runProgram } from './command.ts';
import { freePort } from './free-port.ts';

let tenant: Awaited<ReturnType<typeof startMockTenant>>;
let folder: string;
const servers: Server[] = [];

beforeAll(async () => {
  tenant = await startMockTenant();
  folder = mkdtempSync(join(tmpdir(), 'tines-openapi-contract-'));
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
afterAll(async () => {
  await tenant.close();
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** A server that is no tenant. */
async function startOther(status: number, mediaType: string, body: string): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status, { 'content-type': mediaType }).end(body));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('tines-contract run', { timeout: 30_000 }, () => {
  test('starts a mock tenant of its own, shows progress and sums up', async () => {
    const { code, stdout, stderr } = await contract('run', '--section', 'Teams', '--sample');
    expect(stdout).toMatch(/\d+ passed, 0 failed, 0 skipped against http:\/\/127\.0\.0\.1:\d+/);
    expect(stderr).toMatch(/of \d+ done, 0 failed/);
    expect(code).toBe(0);
  });

  test('writes reports to files and to standard output', async () => {
    const junit = join(folder, 'out.xml');
    const args = [
      '--target',
      tenant.url,
      '--operation',
      'getTenantInfo',
      '--reporter',
      `junit=${junit}`,
      '--reporter',
      'json',
    ];
    const { code, stdout } = await contract('run', ...args);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).total.failed).toBe(0);
    expect(readFileSync(junit, 'utf8')).toContain('<testsuite name="Keys"');
  });

  test('ends with 1 where a case fails, and says how', async () => {
    const cases = write(
      'wrong.json',
      JSON.stringify({
        section: 'Mine',
        cases: [
          {
            name: 'A story has another name',
            operation: 'getStory',
            key: 'teamEditor',
            request: { path: { story_id: 3101 } },
            expect: { status: 200, includes: { name: 'Elsewhere' } },
            fact: { says: 'Made up to fail.', source: 'assumed: for a test' },
          },
        ],
      }),
    );
    const { code, stdout } = await contract('run', '--target', tenant.url, '--cases', cases, '--sample');
    expect(code).toBe(1);
    expect(stdout).toContain('✗ Mine: A story has another name');
    expect(stdout).toContain('/name must be "Elsewhere", not another text');
  });

  test.each([
    ['a flag that is not known', ['run', '--colour'], "Unknown option '--colour'"],
    ['a command that is not known', ['walk'], 'There is no command "walk". Known: run, drift, record'],
    ['a section that is not known', ['run', '--section', 'Story'], 'Near: Story runs, Story versions'],
    ['a seed that is no number', ['run', '--seed', 'x'], '--seed must be a whole number from 0'],
    ['plain http to another machine', ['run', '--target', 'http://acme.tines.com'], 'must use https'],
    ['no address', ['run', '--target', 'http://'], 'must be an address such as https://acme.tines.com'],
    ['a file that is not there', ['run', '--cases', 'nowhere.json'], 'nowhere.json cannot be read: ENOENT.'],
    ['an unknown reporter', ['run', '--reporter', 'tap'], '--reporter must be people, json, junit, github, not "tap"'],
  ])('ends with 2 and one clear line: %s', async (_, args, message) => {
    const { code, stderr, stdout } = await contract(...args);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('ends with 2 where a file of keys has a typo, and shows no secret', async () => {
    const keys = write('keys.json', JSON.stringify({ teamEdtor: 'my-very-secret-key' }));
    const { code, stderr } = await contract('run', '--keys', keys);
    expect(code).toBe(2);
    expect(stderr).toContain('names a key "teamEdtor", which is not known. Known: personalOwner');
    expect(stderr).not.toContain('my-very-secret-key');
  });

  test('ends with 3 where nothing answers', async () => {
    const port = await freePort();
    const { code, stderr } = await contract('run', '--target', `http://127.0.0.1:${port}`);
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: `tines-contract: http://127.0.0.1:${port} does not answer (ECONNREFUSED).\n`,
    });
  });

  test('ends with 4 where the key is refused, without the key in the message', async () => {
    const { code, stderr } = await contractWith({ TINES_API_KEY: 'my-very-secret-key' }, 'run', '--target', tenant.url);
    expect(code).toBe(4);
    expect(stderr).toBe(`tines-contract: ${tenant.url} refuses the key tenantOwner (401).\n`);
  });

  test.each([
    ['a page', 200, 'text/html', '<h1>Welcome</h1>'],
    ['another JSON', 200, 'application/json', '{"hello": "world"}'],
    ['a page that asks to sign in', 401, 'text/html', 'Sign in'],
  ])('ends with 5 where something else answers: %s', async (_, status, mediaType, body) => {
    const { code, stderr } = await contract('run', '--target', await startOther(status, mediaType, body));
    expect(code).toBe(5);
    expect(stderr).toContain('not as this API does');
  });
});

describe('tines-contract', () => {
  test('prints its help and its version', async () => {
    expect((await contract('--help')).stdout).toContain('Usage: tines-contract <command>');
    expect((await contract('run', '--help')).stdout).toContain('Exit codes:');
    expect((await contract('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('ends as a program with its exit code and one line', { timeout: 20_000 }, async () => {
    expect((await runProgram('--version')).code).toBe(0);
    const { code, stderr } = await runProgram('walk');
    expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, lines: 1 });
  });
});
