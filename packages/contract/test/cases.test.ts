import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allCases } from '../src/cases/all.ts';
import { generateCases } from '../src/cases/generate.ts';
import { demoKeys, keyNames } from '../src/cases/keys.ts';
import { CaseFileError, loadCases, readCases } from '../src/cases/load.ts';
import { operations } from '../src/document/document.ts';

const good = {
  section: 'Tenant',
  cases: [
    {
      name: 'A key asks for the stack',
      operation: 'getTenantInfo',
      key: 'teamViewer',
      expect: { status: 200 },
      fact: { says: 'Any key may ask for the stack.', source: 'api/info/get' },
    },
  ],
};
const [first] = good.cases;

/** Pages on keys and rights, which the document cites in its text rather than at one operation. */
const pagesOnRights = new Set(['api/authentication', 'docs/admin/audit-logs', 'docs/admin/teams']);

function faultsOf(content: unknown): readonly string[] {
  try {
    readCases('mine.json', typeof content === 'string' ? content : JSON.stringify(content));
    return [];
  } catch (error) {
    return (error as CaseFileError).faults;
  }
}

describe('a file of cases', () => {
  test('is read with the name of its section on each case', () => {
    expect(readCases('mine.json', JSON.stringify(good))).toEqual([{ ...first, section: 'Tenant' }]);
  });

  test.each([
    ['half a file', '{"section": "Tenant", "cases": [', 'It is not JSON'],
    ['a key too many', { ...good, case: [] }, 'The file has the key "case", which is not known.'],
    ['no cases', { ...good, cases: [] }, '/cases must NOT have fewer than 1 items.'],
    ['a typo in a key', { ...good, cases: [{ ...first, opertion: 'x' }] }, '"opertion", which is not known'],
    ['an unknown kind of key', { ...good, cases: [{ ...first, key: 'admin' }] }, 'must be one of personalOwner'],
    ['no fact', { ...good, cases: [{ ...first, fact: undefined }] }, "must have required property 'fact'"],
    [
      'an unknown operation',
      { ...good, cases: [{ ...first, operation: 'getStorry' }] },
      'getStorry, which the document',
    ],
    ['a path without its value', { ...good, cases: [{ ...first, operation: 'getStory' }] }, 'no value for {story_id}'],
    ['the same name twice', { ...good, cases: [first, first] }, 'stands twice'],
  ])('is refused with a reason: %s', (_, content, reason) => {
    expect(faultsOf(content).join(' ')).toContain(reason);
  });

  test('is named in the error', () => {
    expect(() => readCases('mine.json', '{')).toThrow(/^mine\.json holds no usable cases/);
    expect(() => readCases('mine.json', '{')).toThrow(CaseFileError);
  });
});

describe('the cases that come along', () => {
  test('call with every kind of key', () => {
    expect(new Set(loadCases().map(({ key }) => key))).toEqual(new Set(keyNames.filter((name) => name !== 'unknown')));
  });

  test('hold the table of keys, each row in both schemes', () => {
    const table = loadCases().filter(({ section, key }) => section === 'Keys' && key in demoKeys);
    expect(new Set(table.map(({ key }) => key))).toEqual(new Set(Object.keys(demoKeys)));
    expect(table.filter(({ schemes }) => schemes !== undefined)).toEqual([]);
  });

  test('name a public page that the document knows, a public program or an assumption', () => {
    const text = readFileSync(new URL(import.meta.resolve('@tines-openapi/spec/openapi.json')), 'utf8');
    const sources = new Set(loadCases().map(({ fact }) => fact.source));
    const known = (source: string) =>
      text.includes(`"${source}"`) || pagesOnRights.has(source) || /^(assumed: |live tests )/.test(source);
    expect([...sources].filter((source) => !known(source))).toEqual([]);
  });

  test('say of an assumption that it is one', () => {
    for (const { fact } of loadCases()) expect(fact.says).toMatch(/[.]$/);
  });
});

describe('the cases made from the document', () => {
  test('are a good and a refused one for every operation that takes a key', () => {
    const cases = generateCases();
    for (const { id, right } of operations.values()) {
      const here = cases.filter(({ operation }) => operation === id);
      expect(here.some(({ refused }) => refused === undefined)).toBe(true);
      if (right !== undefined) expect(here.some(({ refused }) => refused === 'key')).toBe(true);
    }
  });

  test('leave the example to a case made by hand where there is one', () => {
    const good = allCases().filter(({ operation, refused }) => operation === 'deleteTeam' && refused === undefined);
    expect(good.map(({ name }) => name)).not.toContain('deleteTeam takes the example of the document');
  });

  test('are the same every time', () => {
    expect(generateCases()).toEqual(generateCases());
  });
});
