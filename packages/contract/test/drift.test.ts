import type { MockTenant } from '@tines-openapi/mock-tenant';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../src/document/document.ts';
import { checkDrift } from '../src/drift/check.ts';
import { compareAnswer, generalise } from '../src/drift/compare.ts';
import { waitBefore } from '../src/drift/pace.ts';
import { KnownIds, planReads } from '../src/drift/plan.ts';
import { findOperation } from '../src/drift/routes.ts';
import type { Answer } from '../src/judge/answer.ts';
import { fetchCaller } from '../src/run/fetch-caller.ts';
import { operationNamed } from '../src/run/fill.ts';
import { key, startWithStory } from './tenant-with-story.ts';

let tenant: MockTenant;
let story: Record<string, unknown>;

beforeAll(async () => {
  ({ tenant, story } = await startWithStory());
});
afterAll(() => tenant.close());

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
