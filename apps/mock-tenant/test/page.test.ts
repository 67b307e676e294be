import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOptions } from '../src/cli/options.ts';
import { type MockTenant, startMockTenant } from '../src/index.ts';
import { openTenant } from './ask.ts';

let tenant: MockTenant;
beforeAll(async () => {
  tenant = await startMockTenant();
});
afterAll(() => tenant.close());

/** Sends a request with headers that `fetch` does not let a program set. */
async function send(method: string, path: string, headers: Record<string, string>, body = '') {
  const sent = request(`${tenant.url}${path}`, { method, headers }).end(body);
  const [answer] = await once(sent, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return { status: answer.statusCode as number, headers: answer.headers, text };
}

describe('the page of the tenant', () => {
  test('is served at the root, with a policy that lets it reach nothing but its tenant', async () => {
    const answered = await fetch(`${tenant.url}/`);
    expect(answered.status).toBe(200);
    expect(answered.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = answered.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    for (const [name, value] of [
      ['x-content-type-options', 'nosniff'],
      ['referrer-policy', 'no-referrer'],
      ['cross-origin-opener-policy', 'same-origin'],
    ] as const) {
      expect(answered.headers.get(name)).toBe(value);
    }
    const html = await answered.text();
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|style=/);
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  test('tells a browser what it has already', async () => {
    const index = await fetch(`${tenant.url}/`);
    expect(index.headers.get('cache-control')).toBe('no-cache');
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(await index.text())?.[1] ?? '';
    const first = await fetch(`${tenant.url}${script}`);
    expect(first.headers.get('cache-control')).toContain('immutable');
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(`${tenant.url}${script}`, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const head = await fetch(`${tenant.url}${script}`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('content-length')).toBe(String((await first.arrayBuffer()).byteLength));
  });

  test('gives no file from outside its folder', async () => {
    for (const path of [
      '/assets/../../package.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/assets/',
      '/assets/no.js',
    ]) {
      expect((await send('GET', path, {})).status).toBe(404);
    }
  });

  test('is no request of the journal', async () => {
    const before = tenant.requests.length;
    await fetch(`${tenant.url}/`);
    expect(tenant.requests.length).toBe(before);
  });

  test('can be left out', async () => {
    const { ask } = openTenant({ console: false });
    expect((await ask('GET /')).status).toBe(404);
    expect((await ask('GET /_mock/health')).status).toBe(200);
  });
});

describe('without the page', () => {
  const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
  const watch = `data:text/javascript,import{registerHooks}from'node:module';import fs from'node:fs';registerHooks({load(url,context,next){process.stderr.write(url+'\\n');return next(url,context)}})`;

  async function loadedBy(...args: string[]): Promise<string[]> {
    const child = spawn(process.execPath, ['--import', watch, cli, '--port', '0', '--quiet', ...args]);
    let seen = '';
    child.stderr.on('data', (chunk) => {
      seen += chunk;
    });
    const [line] = await once(child.stdout, 'data');
    await fetch(`${String(line).trim()}/`);
    child.kill();
    await once(child, 'close');
    return seen.split('\n').filter((url) => url.includes('/dist/page/'));
  }

  test('nothing of it is loaded; with it, it is when somebody asks', async () => {
    expect(await loadedBy('--no-console')).toEqual([]);
    expect(await loadedBy()).not.toEqual([]);
  });
});

describe('a page of another site', () => {
  const key = JSON.stringify({ type: 'personal', name: 'Theirs' });
  const json = { 'content-type': 'application/json' };

  test.each([
    ['another origin', { origin: 'https://evil.example.com' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:9' }],
    ['an origin that is hidden', { origin: 'null' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['the same site but another origin', { 'sec-fetch-site': 'same-site' }],
  ])('makes, changes and deletes nothing: %s', async (_, headers) => {
    const before = tenant.manage.keys().length;
    for (const [method, path, body] of [
      ['POST', '/_mock/keys', key],
      ['DELETE', '/_mock/keys/1', ''],
      ['POST', '/_mock/reset', ''],
      ['PATCH', '/_mock/people/2102', '{"is_active":false}'],
      ['POST', '/_mock/session', '{"person_id":2101}'],
    ] as const) {
      const { status, text } = await send(method, path, { ...json, ...headers }, body);
      expect([status, JSON.parse(text).error]).toEqual([403, expect.stringContaining('another site')]);
    }
    expect(tenant.manage.keys().length).toBe(before);
  });

  test('while the page of the tenant and programs may', async () => {
    const { host } = new URL(tenant.url);
    for (const headers of [
      {},
      { origin: tenant.url, 'sec-fetch-site': 'same-origin' },
      { origin: `https://${host}` },
    ]) {
      expect((await send('POST', '/_mock/keys', { ...json, ...headers }, key)).status).toBe(201);
    }
  });

  test.each(['evil.com', 'evil.com:4010', '127.0.0.1.nip.io', 'localhost.evil.com'])(
    'gets nothing by letting its name lead here: %s',
    async (host) => {
      for (const path of ['/', '/_mock/keys', '/_mock/requests']) {
        expect((await send('GET', path, { host })).status).toBe(403);
      }
      expect((await send('POST', '/_mock/keys', { ...json, host, origin: `http://${host}` }, key)).status).toBe(403);
    },
  );

  test.each(['127.0.0.1', '[::1]:4010', 'localhost:4010', 'tenant.localhost', 'mock', 'host.docker.internal'])(
    'is not what comes under the name %s',
    async (host) => {
      expect((await send('GET', '/_mock/health', { host })).status).toBe(200);
    },
  );

  test('further names are allowed by an option, and the API takes every name', async () => {
    const asked = (options: { allowedHosts?: string[] }) =>
      openTenant(options).tenant.fetch(new Request('http://mock.corp.com/_mock/health'));
    expect((await asked({})).status).toBe(403);
    expect((await asked({ allowedHosts: ['mock.corp.com'] })).status).toBe(200);
    expect(readOptions(['--allow-host', 'one.corp.com', '--allow-host', 'two.corp.com']).allowedHosts).toHaveLength(2);
    const api = await send('GET', '/api/v1/info', { host: 'mock.corp.com', 'x-user-token': 'team-viewer-demo-key' });
    expect(api.status).toBe(200);
  });
});
