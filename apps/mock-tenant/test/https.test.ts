import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StartedCommand, startCommand } from './started.ts';

const run = promisify(execFile);

describe('--https', () => {
  let started: StartedCommand;
  let url: string;
  let port: string;
  let authority: string;
  beforeAll(async () => {
    started = startCommand(['--https', '--json', '--quiet', '--port', '0']);
    await started.until(/\n/);
    const start = JSON.parse(started.output.stdout);
    url = start.tenants[0].url;
    port = new URL(url).port;
    authority = start.authority_file;
  });
  afterAll(async () => {
    await started.stop();
    expect(existsSync(authority)).toBe(false);
  });

  const path = '/api/v1/stories?per_page=1';

  test('is trusted by Node with NODE_EXTRA_CA_CERTS, and by nobody without', async () => {
    const program = `
      const response = await fetch(process.argv[1], { headers: { 'x-user-token': 'team-viewer-demo-key' } });
      console.log(JSON.stringify({ status: response.status, next: (await response.json()).meta.next_page }));
    `;
    const args = ['--input-type=module', '--eval', program, `${url}${path}`];
    const trusting = { env: { ...process.env, NODE_EXTRA_CA_CERTS: authority } };
    const { stdout } = await run(process.execPath, args, trusting);
    expect(JSON.parse(stdout)).toEqual({ status: 200, next: `${url}/api/v1/stories?per_page=1&page=2` });
    await expect(run(process.execPath, args)).rejects.toThrow(/certificate/);
  });

  test('is trusted by curl with --cacert, under the name of a tenant as well', async () => {
    const ask = async (...more: string[]) => {
      const key = ['-H', 'Authorization: Bearer team-viewer-demo-key'];
      const { stdout } = await run('curl', ['--silent', '--show-error', '--cacert', authority, ...key, ...more]);
      return JSON.parse(stdout);
    };
    expect(await ask(`${url}${path}`)).toHaveProperty('stories');
    const named = `https://quiet-harbor-4821.tines.com:${port}${path}`;
    const pointed = ['--resolve', `quiet-harbor-4821.tines.com:${port}:127.0.0.1`];
    expect(await ask(...pointed, named)).toHaveProperty('stories');
    await expect(
      ask('--resolve', `tines.example:${port}:127.0.0.1`, `https://tines.example:${port}/`),
    ).rejects.toThrow();
  });
});
