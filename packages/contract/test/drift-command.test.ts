import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MockTenant } from '@tines-openapi/mock-tenant';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHar, withoutCredentials } from '../src/drift/har.ts';
import { contract, contractWith } from './command.ts';
import { createFolder } from './folder.ts';
import { freePort } from './free-port.ts';
import { key, startWithStory } from './tenant-with-story.ts';

const folder = createFolder();
let tenant: MockTenant;
let story: Record<string, unknown>;

beforeAll(async () => {
  ({ tenant, story } = await startWithStory());
});
afterAll(() => tenant.close());

const har = (entries: unknown[]) =>
  JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries } });
const entry = (path: string, body: unknown, status = 200) => ({
  startedDateTime: '2026-11-24T09:00:00Z',
  time: 1,
  request: {
    method: 'GET',
    url: `https://acme.tines.com${path}`,
    httpVersion: 'HTTP/1.1',
    headers: [{ name: 'Authorization', value: 'Bearer my-very-secret-key' }],
    queryString: [],
    cookies: [{ name: 'session', value: 'my-very-secret-cookie' }],
    headersSize: -1,
    bodySize: 0,
  },
  response: {
    status,
    statusText: 'OK',
    httpVersion: 'HTTP/1.1',
    headers: [{ name: 'content-type', value: 'application/json' }],
    cookies: [],
    content: { size: 1, mimeType: 'application/json', text: JSON.stringify(body) },
    redirectURL: '',
    headersSize: -1,
    bodySize: 1,
  },
  cache: {},
  timings: { send: 0, wait: 1, receive: 0 },
});

describe('a HAR', () => {
  test('keeps no key and no cookie in the copy that leaves', () => {
    const text = har([entry('/api/v1/stories/3101', story), entry('/webhook/abc/my-very-secret-path', {})]);
    expect(text).toContain('my-very-secret');
    expect(withoutCredentials(text)).not.toContain('my-very-secret');
    expect(readHar(withoutCredentials(text))).toHaveLength(2);
  });

  test('is judged by both judges in one report without values', { timeout: 20_000 }, async () => {
    const file = folder.write(
      'drifted.har',
      har([
        entry('/api/v1/stories/3101', { ...story, name: 7, colour: 'my-very-secret-value' }),
        entry('/api/v1/teams?colour=my-very-secret-value', { teams: [], meta: undefined }, 200),
        entry('/api/v1/nothing/4711', {}, 404),
      ]),
    );
    const json = join(folder.path, 'drift.json');
    const { code, stdout } = await contract('drift', '--har', file, '--json', json);
    const report = JSON.parse(readFileSync(json, 'utf8')) as {
      findings: { kind: string; path: string; pointer: string }[];
    };
    const found = report.findings.map(({ kind, path, pointer }) => `${kind} ${path} ${pointer}`);
    expect(found.sort()).toEqual([
      'missing field /api/v1/teams /meta',
      'undescribed key /api/v1/stories/{story_id} /colour',
      'undescribed operation /api/v1/nothing/* ',
      'undescribed parameter /api/v1/teams /colour',
      'wrong type /api/v1/stories/{story_id} /name',
    ]);
    expect(stdout).toContain('| 200 | `/name` | wrong type | string | integer | 1 |');
    expect(stdout + JSON.stringify(report)).not.toContain('my-very-secret');
    expect(code).toBe(1);
  });

  test.each([
    ['half a file', har([entry('/api/v1/info', {})]).slice(0, 200), 2, 'It is not whole'],
    ['other JSON', '{"log": {}}', 2, 'no list at log.entries'],
    [
      'an entry without an answer',
      har([{ request: { method: 'GET', url: 'https://a.example/' } }]),
      2,
      'entry 0 has no method',
    ],
    ['an entry that is none', har([null]), 2, 'entry 0 has no method'],
    ['no entry at all', har([]), 5, 'Hosts in it: none.'],
    ['no call to this API', har([{ ...entry('/index.html', {}) }]), 5, 'Hosts in it: acme.tines.com.'],
  ])('is refused in one line: %s', async (_, text, exitCode, message) => {
    const { code, stdout, stderr } = await contract('drift', '--har', folder.write('bad.har', text));
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: exitCode, stdout: '' });
  });

  test('with headers that are none is judged all the same', { timeout: 20_000 }, async () => {
    const odd = entry('/api/v1/info', { stack: { name: 'eu1', type: 'shared', region: 'eu-west-1' } });
    const headers = [null, { name: 3 }, { name: 'x-user-token', value: 'my-very-secret-key' }];
    const text = har([
      { ...odd, request: { ...odd.request, headers }, response: { ...odd.response, headers: 'none' } },
    ]);
    expect(withoutCredentials(text)).not.toContain('my-very-secret-key');
    const { stdout, stderr } = await contract('drift', '--har', folder.write('odd.har', text));
    expect(stdout).toContain('1 answers of 1 operations');
    expect(stderr).toBe('');
  });

  test('of another host than the tenant is refused', async () => {
    const file = folder.write('other.har', har([entry('/api/v1/info', {})]));
    const { code, stderr } = await contractWith({ TINES_TENANT: 'other.tines.com' }, 'drift', '--har', file);
    expect(stderr).toContain('holds no traffic of other.tines.com');
    expect(code).toBe(5);
  });
});

describe('tines-contract drift', { timeout: 20_000 }, () => {
  test('lists in a dry run what it would call, and sends nothing', async () => {
    tenant.reset();
    const { code, stdout } = await contractWith(
      { TINES_TENANT: tenant.url },
      'drift',
      '--dry-run',
      '--section',
      'Teams',
    );
    expect(stdout).toContain('GET /api/v1/teams/{team_id}   with team_id from earlier answers');
    expect(stdout).toContain('Nothing was sent.');
    expect(tenant.requests).toHaveLength(0);
    expect(code).toBe(0);
  });

  test('reports in Markdown and JSON, and shows no key', async () => {
    const environment = { TINES_TENANT: tenant.url, TINES_API_KEY: key };
    const json = join(folder.path, 'live.json');
    const { code, stdout, stderr } = await contractWith(environment, 'drift', '--section', 'Teams', '--json', json);
    expect(stdout).toContain('No difference was found.');
    expect(JSON.parse(readFileSync(json, 'utf8')).findings).toEqual([]);
    expect(stdout + stderr + readFileSync(json, 'utf8')).not.toContain(key);
    expect(code).toBe(0);
  });

  test('ends with 3 where the target stops to answer, and the report says where', async () => {
    tenant.reset();
    tenant.use({ kind: 'reset', operation: 'listTeams' });
    const environment = { TINES_TENANT: tenant.url, TINES_API_KEY: key };
    const { code, stdout, stderr } = await contractWith(environment, 'drift', '--section', 'Teams');
    tenant.reset();
    expect(stdout).toContain('- listTeams: No answer came.');
    expect(stderr).toContain(`${tenant.url} gave no answer to 1 call; the report names them.`);
    expect(code).toBe(3);
  });

  test.each([
    ['no tenant', {}, 2, 'Set TINES_TENANT'],
    ['no key', { TINES_TENANT: 'acme.tines.com' }, 2, 'Set TINES_API_KEY'],
    ['plain http', { TINES_TENANT: 'http://acme.tines.com', TINES_API_KEY: 'k' }, 2, 'must use https'],
    ['no address', { TINES_TENANT: 'acme tines' }, 2, 'TINES_TENANT must be an address'],
    ['a key with white space', { TINES_TENANT: 'acme.tines.com', TINES_API_KEY: 'a b' }, 2, 'TINES_API_KEY is no key'],
  ])('needs a tenant and a key from the environment: %s', async (_, environment, exitCode, message) => {
    const { code, stderr } = await contractWith(environment as Record<string, string>, 'drift');
    expect(stderr).toContain(message);
    expect(code).toBe(exitCode);
  });

  test('ends with 4 where the key is refused', async () => {
    const { code, stderr } = await contractWith(
      { TINES_TENANT: tenant.url, TINES_API_KEY: 'my-very-secret-key' },
      'drift',
    );
    expect(stderr).toBe(
      `tines-contract: ${tenant.url} refuses the key tenantOwner (401), which comes from TINES_API_KEY.\n`,
    );
    expect(code).toBe(4);
  });

  test.each([
    [['--dry-run', '--har', 'x.har'], '--dry-run does not go with --har'],
    [['--section', 'Teams', '--har', 'x.har'], '--section does not go with --har'],
    [['--har', 'x.har'], 'x.har cannot be read: there is no such file.'],
    [['--most', '0'], '--most must be a whole number from 1 to 5000, not "0".'],
    [['--section', 'Story'], '--section "Story" is not known.'],
    [['--json', 'no/where.json'], 'no/where.json cannot be written: there is no folder no.'],
    [['--markdown', '.'], '. cannot be written: it is a folder.'],
  ])('ends with 2 and one line before it sends anything: %j', async (args, message) => {
    tenant.reset();
    const { code, stdout, stderr } = await contractWith(
      { TINES_TENANT: tenant.url, TINES_API_KEY: key },
      'drift',
      ...args,
    );
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(tenant.requests).toEqual([]);
  });

  test('ends with 3 where nothing answers, and writes no report', async () => {
    const environment = { TINES_TENANT: `http://127.0.0.1:${await freePort()}`, TINES_API_KEY: key };
    const { code, stderr } = await contractWith(environment, 'drift', '--json', join(folder.path, 'none.json'));
    expect(stderr).toBe(`tines-contract: ${environment.TINES_TENANT} does not answer (ECONNREFUSED).\n`);
    expect(code).toBe(3);
    expect(folder.files()).not.toContain('none.json');
  });
});
