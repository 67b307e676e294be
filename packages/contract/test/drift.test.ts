import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMockTenant } from '@tines-openapi/mock-tenant';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../src/document/document.ts';
import { checkDrift } from '../src/drift/check.ts';
import { compareAnswer, generalise } from '../src/drift/compare.ts';
import { readHar, withoutCredentials } from '../src/drift/har.ts';
import { waitBefore } from '../src/drift/pace.ts';
import { KnownIds, planReads } from '../src/drift/plan.ts';
import { findOperation } from '../src/drift/routes.ts';
import type { Answer } from '../src/judge/answer.ts';
import { fetchCaller } from '../src/run/fetch-caller.ts';
import { operationNamed } from '../src/run/fill.ts';
import { contract, contractWith } from './command.ts';

const key = 'tenant-owner-demo-key';
let tenant: Awaited<ReturnType<typeof startMockTenant>>;
let folder: string;
let story: Record<string, unknown>;

beforeAll(async () => {
  tenant = await startMockTenant();
  folder = mkdtempSync(join(tmpdir(), 'tines-openapi-drift-'));
  const headers = { authorization: `Bearer ${key}` };
  story = (await (await fetch(`${tenant.url}/api/v1/stories/3101`, { headers })).json()) as Record<string, unknown>;
});
afterAll(async () => {
  await tenant.close();
  rmSync(folder, { recursive: true });
});

const ok = (body: unknown): Answer => ({ status: 200, mediaType: 'application/json', body });
const getStory = operationNamed('getStory');
const lines = (answer: Answer) =>
  compareAnswer(getStory, answer).map(({ kind, pointer, got }) => `${kind} ${pointer} ${got}`);

describe('comparing an answer', () => {
  test('finds nothing in a true one', () => {
    expect(lines(ok(story))).toEqual([]);
  });

  test.each<[string, (story: Record<string, unknown>) => unknown, string]>([
    ['a key that is not described', (story) => ({ ...story, colour: 'red' }), 'undescribed key /colour text'],
    ['a field that is missing', ({ guid, ...story }) => story, 'missing field /guid nothing'],
    ['a value of another type', (story) => ({ ...story, name: 7 }), 'wrong type /name integer'],
    ['null where it may not be', (story) => ({ ...story, name: null }), 'null not allowed /name null'],
    [
      'a word that is not listed',
      (story) => ({ ...story, mode: 'DRAFT' }),
      'unknown value /mode text like a word in capitals',
    ],
    ['a time that is none', (story) => ({ ...story, created_at: 'today' }), 'wrong format /created_at text'],
    ['an entry of a list', (story) => ({ ...story, tags: ['a', 7, 8] }), 'wrong type /tags/* integer'],
  ])('finds %s', (_, change, line) => {
    expect(lines(ok(change(story)))).toEqual([line]);
  });

  test('finds other statuses, media types and bodies', () => {
    expect(lines({ ...ok(story), status: 418 })).toEqual(['undescribed status  418']);
    expect(lines({ ...ok('<p>'), mediaType: 'text/html' })).toEqual(['other media type  text/html']);
    expect(lines({ ...ok(undefined), mediaType: undefined })).toEqual(['body missing  nothing']);
  });

  test('shows no key that may be somebody’s data', () => {
    expect(generalise('/users/12/ann@acme.example/name')).toBe('/users/*/[key]/name');
    expect(generalise('/tokens/a1b2c3d4e5f60718293a')).toBe(
      '/tokens/a1b2c3d4e5f60718293a'.replace('a1b2c3d4e5f60718293a', '[key]'),
    );
    expect(generalise('/planted_key')).toBe('/planted_key');
  });
});

describe('the plan of a check', () => {
  test('has GET calls only, no webhook, and those that need no id first', () => {
    const reads = planReads();
    expect(reads.every(({ operation }) => operation.method === 'get')).toBe(true);
    expect(reads.some(({ operation }) => operation.path.startsWith('/webhook'))).toBe(false);
    const needs = reads.map(({ needs }) => needs.length);
    expect(needs).toEqual([...needs].sort((one, other) => one - other));
  });

  test('fills paths with the ids that lists have shown, two of each', () => {
    const ids = new KnownIds();
    expect(ids.requestsFor(getStory)).toEqual([]);
    ids.learn(operationNamed('listStories'), { stories: [{ id: 1 }, { id: 2 }, { id: 3 }] });
    expect(ids.requestsFor(getStory)).toEqual([{ path: { story_id: 1 } }, { path: { story_id: 2 } }]);
    expect(ids.named('story_id')).toBe(1);
  });

  test('stays at a quarter of the documented limit of each class', () => {
    expect(waitBefore({ class: 'actions', perMinute: 100 }, undefined, 0)).toBe(0);
    expect(waitBefore({ class: 'actions', perMinute: 100 }, 0, 0)).toBe(2400);
    expect(waitBefore({ class: 'default', perMinute: 5000 }, 0, 40)).toBe(8);
    expect(waitBefore({ class: 'default', perMinute: 5000 }, 0, 90)).toBe(0);
  });
});

describe('a check of a live API', () => {
  const options = () => ({ call: fetchCaller(tenant.url), secret: key, most: 400, wait: async () => {} });

  test('reads the whole mock tenant, with GET only, and finds no difference', { timeout: 60_000 }, async () => {
    tenant.reset();
    const report = await checkDrift(options());
    // Words that a growing list does not know yet are news and no fault; the mock makes some of its own.
    expect(report.findings.filter(({ kind }) => kind !== 'unknown value of a growing list')).toEqual([]);
    expect(report.operations.length).toBeGreaterThan(50);
    expect(new Set(tenant.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  test('makes no more calls than it may, and names what it left out', async () => {
    tenant.reset();
    const report = await checkDrift({ ...options(), most: 5 });
    expect(tenant.requests).toHaveLength(5);
    expect(report.notChecked.some(({ reason }) => reason === 'The check was limited to 5 calls.')).toBe(true);
  });

  test('waits before each call of the same class', async () => {
    const waits: number[] = [];
    const wait = async (milliseconds: number) => void waits.push(milliseconds);
    await checkDrift({ ...options(), sections: ['Teams'], wait, now: () => 0 });
    expect(waits.slice(0, 3)).toEqual([0, 48, 48]);
  });
});

describe('routes', () => {
  test.each([
    ['GET', '/api/v1/stories/3101', 'getStory'],
    ['DELETE', '/api/v1/stories/batch', 'batchDeleteStories'],
    ['GET', '/api/v1/agents', 'listActions'],
    ['GET', '/api/v1/events/', 'listEvents'],
  ])('%s %s leads to %s', (method, path, id) => {
    expect(findOperation(method, path)?.id).toBe(id);
  });

  test('lead every operation to itself', () => {
    const astray = [...operations.values()].filter(({ id, method, path }) => {
      const filled = path.replaceAll(/\{\w+\}/g, 'x1');
      return findOperation(method, filled)?.id !== id;
    });
    expect(astray.map(({ id }) => id)).toEqual([]);
  });
});

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

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('a HAR', () => {
  test('keeps no key and no cookie in the copy that leaves', () => {
    const text = har([entry('/api/v1/stories/3101', story), entry('/webhook/abc/my-very-secret-path', {})]);
    expect(text).toContain('my-very-secret');
    expect(withoutCredentials(text)).not.toContain('my-very-secret');
    expect(readHar(withoutCredentials(text))).toHaveLength(2);
  });

  test('is judged by both judges in one report without values', { timeout: 20_000 }, async () => {
    const file = write(
      'drifted.har',
      har([
        entry('/api/v1/stories/3101', { ...story, name: 7, colour: 'my-very-secret-value' }),
        entry('/api/v1/teams?colour=my-very-secret-value', { teams: [], meta: undefined }, 200),
        entry('/api/v1/nothing/4711', {}, 404),
      ]),
    );
    const json = join(folder, 'drift.json');
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
    ['no call to this API', har([{ ...entry('/index.html', {}) }]), 5, 'Hosts in it: acme.tines.com.'],
  ])('is refused in one line: %s', async (_, text, exitCode, message) => {
    const { code, stdout, stderr } = await contract('drift', '--har', write('bad.har', text));
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: exitCode, stdout: '' });
  });

  test('of another host than the tenant is refused', async () => {
    const file = write('other.har', har([entry('/api/v1/info', {})]));
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
    const json = join(folder, 'live.json');
    const { code, stdout, stderr } = await contractWith(environment, 'drift', '--section', 'Teams', '--json', json);
    expect(stdout).toContain('No difference was found.');
    expect(JSON.parse(readFileSync(json, 'utf8')).findings).toEqual([]);
    expect(stdout + stderr + readFileSync(json, 'utf8')).not.toContain(key);
    expect(code).toBe(0);
  });

  test.each([
    ['no tenant', {}, 2, 'Set TINES_TENANT'],
    ['no key', { TINES_TENANT: 'acme.tines.com' }, 2, 'Set TINES_API_KEY'],
    ['plain http', { TINES_TENANT: 'http://acme.tines.com', TINES_API_KEY: 'k' }, 2, 'must use https'],
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
    expect(code).toBe(4);
    expect(stderr).not.toContain('my-very-secret-key');
  });
});
