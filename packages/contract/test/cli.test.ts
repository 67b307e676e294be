import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startMockTenant } from '@tines-openapi/mock-tenant';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refuseOldNode } from '../src/cli/node-version.ts';
import { cli, contract, runProgram } from './command.ts';
import { createFolder } from './folder.ts';

let tenant: Awaited<ReturnType<typeof startMockTenant>>;
const folder = createFolder();

beforeAll(async () => {
  tenant = await startMockTenant();
});
afterAll(() => tenant.close());

describe('tines-contract run', { timeout: 30_000 }, () => {
  test('starts a mock tenant of its own, shows progress and sums up', async () => {
    const { code, stdout, stderr } = await contract('run', '--section', 'Teams', '--sample');
    expect(stdout).toMatch(/\d+ passed, 0 failed, 0 skipped against http:\/\/127\.0\.0\.1:\d+/);
    expect(stderr).toMatch(/of \d+ done, 0 failed/);
    expect(code).toBe(0);
  });

  test('writes reports to files and to standard output', async () => {
    const junit = join(folder.path, 'out.xml');
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
    const cases = folder.write(
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
    [
      'a file that is not there',
      ['run', '--cases', 'nowhere.json'],
      'nowhere.json cannot be read: there is no such file.',
    ],
    ['an unknown reporter', ['run', '--reporter', 'tap'], '--reporter must be people, json, junit, github, not "tap"'],
    ['a report without a name', ['run', '--reporter', 'junit='], '--reporter junit= must name a file.'],
    [
      'a report into nowhere',
      ['run', '--reporter', 'junit=no/where.xml'],
      'no/where.xml cannot be written: there is no',
    ],
    ['a report onto a folder', ['run', '--reporter', 'junit=.'], '. cannot be written: it is a folder.'],
  ])('ends with 2 and one clear line: %s', async (_, args, message) => {
    const { code, stderr, stdout } = await contract(...args);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('ends with 2 where a file of keys has a typo, and shows no secret', async () => {
    const keys = folder.write('keys.json', JSON.stringify({ teamEdtor: 'my-very-secret-key' }));
    const { code, stderr } = await contract('run', '--keys', keys);
    expect(code).toBe(2);
    expect(stderr).toContain('names a key "teamEdtor", which is not known. Known: personalOwner');
    expect(stderr).not.toContain('my-very-secret-key');
  });

  test.each([
    ['half of it', '{\n "section": "Mine",\n "cases": [ x\n', 'It is not JSON: Unexpected token'],
    [
      'a typo in a key',
      '{"section": "Mine", "cases": [{"opertion": "getStory"}]}',
      'has the key "opertion", which is not',
    ],
    ['more faults than one line holds', '{"section": "Mine", "cases": [{}, {}]}', 'And 5 more.'],
  ])('ends with 2 and one clear line for a file of cases with a fault: %s', async (_, text, message) => {
    const { code, stderr, stdout } = await contract('run', '--cases', folder.write('faulty.json', text));
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('tines-contract', () => {
  test('prints its help and its version', async () => {
    expect((await contract('--help')).stdout).toContain('Usage: tines-contract <command>');
    expect((await contract('run', '--help')).stdout).toContain('Exit codes:');
    expect((await contract('drift', '-h')).stdout).not.toContain('--reporter');
    expect((await contract('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('ends as a program with its exit code and one line', { timeout: 20_000 }, async () => {
    expect((await runProgram('--version')).code).toBe(0);
    const { code, stderr } = await runProgram('walk');
    expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, lines: 1 });
  });

  test('takes it that the reader of its output goes away', { timeout: 20_000 }, async () => {
    const child = spawn(process.execPath, [cli, 'drift', '--dry-run'], {
      env: { ...process.env, TINES_TENANT: 'acme.tines.com' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
    expect(said).toBe('');
  });

  test.each([
    ['20.19.0', undefined],
    ['26.1.0', undefined],
    ['20.18.3', 'This needs Node 20.19 or newer; this is Node 20.18.3.'],
    ['18.20.8', 'This needs Node 20.19 or newer; this is Node 18.20.8.'],
  ])('says whether Node %s is too old', (version, reason) => {
    expect(refuseOldNode(version)).toBe(reason);
  });
});
