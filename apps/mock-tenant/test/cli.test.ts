import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readOptions, refuseOldNode } from '../src/cli/options.ts';
import { startMockTenant } from '../src/index.ts';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

function start(...args: string[]) {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  return { child, output };
}

async function runToEnd(...args: string[]) {
  const { child, output } = start(...args);
  const [code] = await once(child, 'close');
  return { code, ...output };
}

describe('the command line', () => {
  test('prints the keys and three calls, answers, and ends on SIGTERM', async () => {
    const { child, output } = start('--port', '0');
    await once(child.stdout, 'data');
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output.stdout)?.[0];
    for (const text of ['team-viewer-demo-key', 'x-user-token:', 'Authorization: Bearer', '/api/v1/events/']) {
      expect(output.stdout).toContain(text);
    }
    const answered = await fetch(`${url}/api/v1/events/`, { headers: { 'x-user-token': 'team-viewer-demo-key' } });
    expect(answered.status).toBe(200);
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    expect((await closed)[0]).toBe(0);
  });

  test('says in one line that a port is in use, and the way out', async () => {
    const tenant = await startMockTenant();
    const { port } = new URL(tenant.url);
    const { code, stderr } = await runToEnd('--port', port);
    await tenant.close();
    expect(code).toBe(2);
    expect(stderr).toBe(
      `tines-mock-tenant: Port ${port} is in use. Choose another one with --port, or any free one with --port 0.\n`,
    );
  });

  test('prints its help and its version', async () => {
    expect((await runToEnd('--help')).stdout).toContain('--denied <status>');
    expect((await runToEnd('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('prints only the address when it is to be quiet', async () => {
    const { child, output } = start('--quiet', '--port', '0');
    await once(child.stdout, 'data');
    expect(output.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
    child.kill();
    await once(child, 'close');
  });

  test.each([
    [['--port', 'http'], '--port must be a number from 0 to 65535, not "http".'],
    [['--port', '70000'], '--port must be a number from 0 to 65535, not "70000".'],
    [['--denied', '401'], '--denied must be 404 or 403, not "401".'],
    [['--engine', 'v8'], '--engine must be tenant or prism, not "v8".'],
    [['--colour'], "Unknown option '--colour'. Try --help."],
  ])('refuses %j and says what is allowed', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });

  test('refuses a Node that is too old', () => {
    expect(refuseOldNode('20.20.2')).toBe('The mock tenant needs Node 22.13 or newer; this is Node 20.20.2.');
    expect(refuseOldNode('22.13.0')).toBeUndefined();
    expect(refuseOldNode('26.1.0')).toBeUndefined();
  });
});
