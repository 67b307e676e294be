import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMockTenant } from '@tines-openapi/mock-tenant';
import { describe, expect, test } from 'vitest';
import { contract } from './command.ts';
import { freePort } from './free-port.ts';

const cli = new URL('../src/cli.ts', import.meta.url).pathname;

describe('tines-contract record', () => {
  test('records traffic without keys, which drift then judges', async () => {
    const tenant = await startMockTenant();
    const folder = mkdtempSync(join(tmpdir(), 'tines-openapi-record-'));
    const har = join(folder, 'recorded.har');
    const port = await freePort();
    const env = { ...process.env, TINES_TENANT: tenant.url };
    const child = spawn(process.execPath, [cli, 'record', '--har', har, '--port', String(port)], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    await new Promise<void>((resolve, reject) => {
      // Redocly speaks to people on standard error.
      child.stderr.on('data', (chunk: Buffer) => chunk.includes('Press Ctrl+C') && resolve());
      child.once('exit', (code) => reject(new Error(`The recording ended with ${code} before it began.`)));
    });
    const headers = { authorization: `Bearer ${tenant.keys.teamViewer}` };
    const through = await fetch(`http://127.0.0.1:${port}/api/v1/stories`, { headers });
    expect(through.status).toBe(200);
    await through.text();
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(readFileSync(har, 'utf8')).not.toContain(tenant.keys.teamViewer);
    const judged = await contract('drift', '--har', har);
    expect(judged.stdout).toContain('1 answers of 1 operations');
    expect(judged.stdout).toContain('No difference was found.');
    expect(judged.code).toBe(0);
    await tenant.close();
    rmSync(folder, { recursive: true });
  });
});
