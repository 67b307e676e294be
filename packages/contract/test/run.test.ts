import { startMockTenant } from '@tines-openapi/mock-tenant';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoKeys } from '../src/cases/keys.ts';
import type { SectionCase } from '../src/cases/types.ts';
import { operationNamed } from '../src/run/fill.ts';
import { holdAnswer } from '../src/run/hold.ts';
import { findMismatches } from '../src/run/includes.ts';
import { planRun, type RunOptions, runCases } from '../src/run/run-cases.ts';

let tenant: Awaited<ReturnType<typeof startMockTenant>>;
beforeAll(async () => {
  tenant = await startMockTenant();
});
afterAll(() => tenant.close());

const base: SectionCase = {
  section: 'Stories',
  name: 'A story is read',
  operation: 'getStory',
  key: 'teamEditor',
  request: { path: { story_id: 3101 } },
  expect: { status: 200 },
  fact: { says: 'A story has an id.', source: 'api/stories/get' },
};

async function findingsOf(entry: SectionCase, options: Partial<RunOptions> = {}): Promise<string[]> {
  const report = await runCases({ target: tenant.url, keys: demoKeys, cases: [entry], sample: true, ...options });
  return report.results.flatMap(({ findings }) => findings);
}

describe('a case that does not hold', () => {
  test.each([
    ['another status', { status: 404 }, 'status 200 came, not 404'],
    ['another value', { status: 200, includes: { name: 'Elsewhere' } }, '/name must be "Elsewhere", not another text'],
    ['a list of another length', { status: 200, includes: { tags: [] } }, '/tags must be a list of 0, not a list of 1'],
    [
      'a schema that does not fit',
      { status: 200, schema: { required: ['nothing'] } },
      "must have required property 'nothing'",
    ],
  ])('says so: %s', async (_, expected, finding) => {
    expect((await findingsOf({ ...base, expect: expected })).join()).toContain(finding);
  });

  test('names the follow-up that failed', async () => {
    const entry = { ...base, followUps: [{ operation: 'getTenantInfo', expect: { status: 404 } }] };
    expect(await findingsOf(entry)).toEqual(['follow-up 1 (getTenantInfo): status 200 came, not 404']);
  });

  test('says that no answer came', async () => {
    const [finding] = await findingsOf(base, { target: 'http://127.0.0.1:1', callers: ['fetch'] });
    expect(finding).toMatch(/^no answer came: /);
  });

  test('is skipped by name where the run has no such key', async () => {
    const report = await runCases({ target: tenant.url, keys: {}, cases: [base], sample: true });
    expect(report.total).toEqual({ passed: 0, failed: 0, skipped: 1 });
    expect(report.results[0]?.findings).toEqual(['The run has no key teamEditor.']);
  });

  test('never brings a secret or a value of an answer into the report', async () => {
    const entry = { ...base, expect: { status: 200, includes: { name: 1, guid: 'x' } } };
    const report = JSON.stringify(await runCases({ target: tenant.url, keys: demoKeys, cases: [entry] }));
    expect(report).not.toContain('Phishing report triage');
    for (const secret of Object.values(demoKeys)) expect(report).not.toContain(secret);
  });
});

describe('the order of a run', () => {
  const cases = Array.from({ length: 30 }, (_, index) => ({ ...base, name: `Case number ${index}` }));
  const order = (seed: number) => planRun({ cases, seed, sample: true }).map(({ entry }) => entry.name);

  test('repeats with its seed and differs without', () => {
    expect(order(7)).toEqual(order(7));
    expect(order(7)).not.toEqual(order(8));
  });

  test('has every case in each scheme and through each caller', () => {
    expect(planRun({ cases })).toHaveLength(120);
    expect(planRun({ cases, schemes: ['bearer'], callers: ['fetch'] })).toHaveLength(30);
  });

  test('sends a call without a key once, by bare fetch', () => {
    const ways = planRun({ cases: [{ ...base, key: 'none' }] }).map(({ scheme, caller }) => [scheme, caller]);
    expect(ways).toEqual([[null, 'fetch']]);
  });

  test('ends after the case under way when it is told to', async () => {
    const stop = new AbortController();
    const options = { target: tenant.url, keys: demoKeys, cases, sample: true, signal: stop.signal };
    const report = await runCases({ ...options, onResult: (_, done) => void (done === 3 && stop.abort()) });
    expect(report.results).toHaveLength(3);
  });
});

describe('holding an answer', () => {
  const operation = operationNamed('deleteStory');
  const problem = { mediaType: 'application/problem+json', body: { title: 'Invalid request', detail: 'No.' } };

  test('takes both refusals of a missing right unless it is told which', () => {
    const answer = { status: 403, mediaType: 'application/json', body: { error: 'No.' } };
    expect(holdAnswer(operation, { status: 'denied' }, answer, {})).toEqual([]);
    expect(holdAnswer(operation, { status: 'denied' }, answer, { denied: 404 })).toHaveLength(1);
  });

  test('takes a refusal by Prism only where the case is refused for that reason', () => {
    const manner = { behind: 'prism' } as const;
    expect(holdAnswer(operation, { status: 400 }, { ...problem, status: 422 }, manner, 'contract')).toEqual([]);
    expect(holdAnswer(operation, { status: 401 }, { ...problem, status: 401 }, manner, 'key')).toEqual([]);
    expect(holdAnswer(operation, { status: 404 }, { ...problem, status: 422 }, manner, 'missing')).toHaveLength(1);
    expect(holdAnswer(operation, { status: 204 }, { ...problem, status: 500 }, manner)).toHaveLength(1);
  });

  test.each<[unknown, unknown, string[]]>([
    [{ a: 1 }, { a: 1, b: 2 }, []],
    [{ a: 1 }, { b: 2 }, ['/a']],
    [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, ['/a/0/b']],
    [{ a: {} }, { a: null }, ['/a']],
    [null, null, []],
    [{ a: null }, { a: 0 }, ['/a']],
    [[], {}, ['']],
  ])('finds where %j is not in %j', (expected, value, pointers) => {
    expect(findMismatches(expected, value).map(({ pointer }) => pointer)).toEqual(pointers);
  });
});
