import { type MockTenant, startMockTenant } from '@tines-openapi/mock-tenant';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoKeys } from '../src/cases/keys.ts';
import { type CaseFileError, loadCases, readCases } from '../src/cases/load.ts';
import type { Case, CaseStep, SectionCase } from '../src/cases/types.ts';
import { holdBytes } from '../src/run/bytes.ts';
import { runCases } from '../src/run/run-cases.ts';

let tenant: MockTenant;
beforeAll(async () => {
  tenant = await startMockTenant();
});
afterAll(() => tenant.close());

const kept = (name: string) => ({ $kept: name });
const read = (id: number): CaseStep => ({
  operation: 'getStory',
  request: { path: { story_id: id } },
  expect: { status: 200 },
  keep: { id: '/id', name: '/name', tags: '/tags' },
});
const base: Case = {
  ...read(3101),
  name: 'A story is read and compared',
  key: 'tenantOwner',
  fact: { says: 'A story has an id.', source: 'api/stories/get' },
};

function listing(expected: Partial<CaseStep['expect']>): SectionCase {
  const list: CaseStep = { operation: 'listStories', expect: { status: 200, ...expected } };
  return { ...base, section: 'Stories', followUps: [list] };
}

async function findingsOf(entry: SectionCase): Promise<string[]> {
  const report = await runCases({ target: tenant.url, keys: demoKeys, cases: [entry] });
  return [...new Set(report.results.flatMap(({ findings }) => findings))];
}

const holds = (name: string) => ({
  properties: { stories: { contains: { properties: { id: { const: kept(name) } }, required: ['id'] } } },
});

describe('a value that a step kept', () => {
  test('is compared in what a later answer must hold', async () => {
    const again = { ...read(3101), expect: { status: 200, includes: { id: kept('id'), tags: kept('tags') } } };
    expect(await findingsOf({ ...base, section: 'Stories', followUps: [again] })).toEqual([]);
    const other = { ...read(3102), expect: { status: 200, includes: { id: kept('id'), tags: kept('tags') } } };
    expect(await findingsOf({ ...base, section: 'Stories', followUps: [other] })).toEqual([
      'follow-up 1 (getStory): /id must be what was kept as "id", not another integer',
      'follow-up 1 (getStory): /tags must be what was kept as "tags", not another list',
    ]);
  });

  test('is compared under const in a schema', async () => {
    expect(await findingsOf(listing({ schema: holds('id') }))).toEqual([]);
    const [first] = await findingsOf(listing({ schema: { not: holds('id') } }));
    expect(first).toBe('follow-up 1 (listStories): the body must NOT be valid');
  });

  test('is in no message, neither from the one nor from the other', async () => {
    const wrong = { properties: { stories: { items: { properties: { name: { const: kept('name') } } } } } };
    const includes = { stories: [kept('name'), kept('name'), kept('name')] };
    const findings = [
      ...(await findingsOf(listing({ schema: wrong }))),
      ...(await findingsOf(listing({ includes }))),
    ].join('\n');
    expect(findings).toContain('/stories/1/name must be equal to constant');
    expect(findings).toContain('/stories/0 must be what was kept as "name", not object');
    expect(findings).not.toContain('Phishing report triage');
  });

  test('must have come', async () => {
    const entry = { ...base, section: 'Stories', keep: { colour: '/colour' } };
    expect(await findingsOf(entry)).toEqual(['/colour must hold something to keep as "colour"']);
  });
});

describe('a file of cases', () => {
  const faultsOf = (entry: unknown) => {
    try {
      readCases('mine.json', JSON.stringify({ section: 'Stories', cases: [entry] }));
      return [];
    } catch (error) {
      return (error as CaseFileError).faults;
    }
  };
  const after = (step: Partial<CaseStep>) => ({ ...base, followUps: [{ ...read(3101), ...step }] });

  test.each<[string, unknown, string]>([
    [
      'a name in what is expected that no step keeps',
      after({ expect: { status: 200, includes: { id: kept('story') } } }),
      '"A story is read and compared" uses "story" in getStory, but no step before keeps it. Kept by then: id, name, tags.',
    ],
    [
      'a name in a request that no step keeps',
      after({ request: { path: { story_id: kept('story') } } }),
      '"A story is read and compared" uses "story" in getStory, but no step before keeps it. Kept by then: id, name, tags.',
    ],
    [
      'a name that only the same step keeps',
      { ...base, expect: { status: 200, includes: { id: kept('id') } } },
      '"A story is read and compared" uses "id" in getStory, but no step before keeps it.',
    ],
    [
      'a name in a schema elsewhere than under const',
      after({ expect: { status: 200, schema: { required: [kept('name')] } } }),
      '"A story is read and compared" uses "name" in the schema of getStory under "required"; there it may be under "const" only.',
    ],
    [
      'a place with more than a name',
      after({ expect: { status: 200, includes: { id: { $kept: 'id', or: 7 } } } }),
      '"A story is read and compared" must give "$kept" in getStory one name and nothing beside it.',
    ],
    [
      'a typo of the word itself in a path',
      after({ request: { path: { story_id: { $keep: 'id' } } } }),
      '/cases/0/followUps/0/request/path/story_id has the key "$keep", which is not known.',
    ],
    [
      'bytes of an operation that answers JSON',
      { ...base, expect: { status: 200, bytes: 'AAAA' } },
      '"A story is read and compared" expects bytes of getStory, which answers with no file.',
    ],
    ['bytes that are no base64', { ...base, expect: { status: 200, bytes: 'A' } }, '/cases/0/expect/bytes must match'],
    [
      'a schema that is none',
      { ...base, expect: { status: 200, schema: { type: 'objct' } } },
      '"A story is read and compared" has a schema for getStory that is none: schema is invalid: data/type must be',
    ],
  ])('is refused with a reason: %s', (_, entry, reason) => {
    expect(faultsOf(entry)[0]?.slice(0, reason.length)).toBe(reason);
  });

  test('is taken where every name is kept by a step before', () => {
    expect(faultsOf(after({ expect: { status: 200, includes: { id: kept('id') }, schema: holds('id') } }))).toEqual([]);
  });
});

test('more than twenty cases made by hand compare with what they kept', () => {
  const compare = loadCases().filter((entry) =>
    (entry.followUps ?? []).some(({ expect: { includes, schema } }) =>
      /\$kept/.test(JSON.stringify([includes, schema])),
    ),
  );
  expect(compare.length).toBeGreaterThan(20);
});

describe('bytes', () => {
  const answer = (bytes: number[] | undefined) => ({
    status: 200,
    mediaType: 'application/octet-stream',
    body: undefined,
    ...(bytes && { bytes: new Uint8Array(bytes) }),
  });

  test.each<[string | undefined, number[] | undefined, string[]]>([
    [undefined, [1, 2], []],
    ['/wD+', [0xff, 0, 0xfe], []],
    ['/wD+', [0xff, 0, 0xfd], ['the body must be the 3 bytes of the case, not as many others']],
    ['/wD+', [0xff, 0], ['the body must be the 3 bytes of the case, not 2 bytes']],
    ['/wD+', undefined, ['the body must be the 3 bytes of the case, not 0 bytes']],
  ])('%s against %j', (expected, bytes, findings) => {
    expect(holdBytes(expected, answer(bytes))).toEqual(findings);
  });

  test('that were changed on the way are found, through the client and by bare fetch', async () => {
    const entry = loadCases().find(({ name }) => name.startsWith('A file comes back byte for byte')) as SectionCase;
    expect(await findingsOf(entry)).toEqual([]);
    const followUps = entry.followUps?.map((step) =>
      step.expect.bytes === undefined ? step : { ...step, expect: { status: 200, bytes: 'AP/+gA==' } },
    );
    expect(await findingsOf({ ...entry, ...(followUps && { followUps }) })).toEqual([
      'follow-up 2 (downloadCaseFile): the body must be the 4 bytes of the case, not 15 bytes',
    ]);
  });
});
