import { describe, expect, test } from 'vitest';
import { readDeepObject } from '../src/contract/deep-object.ts';
import { resolvePointer, type Schema } from '../src/contract/document.ts';

const schema = resolvePointer('#/components/schemas/CaseListFilters') as Schema;
const read = (query: string) => readDeepObject('filters', schema, new URLSearchParams(query));

describe('an object in the query', () => {
  test.each([
    ['filters[status]=OPEN', { status: 'OPEN' }],
    ['filters[unassigned]=true', { unassigned: true }],
    ['filters[search]=12', { search: '12' }],
    ['filters[tags][]=a&filters[tags][]=b', { tags: ['a', 'b'] }],
    ['filters[tags]=a,b', { tags: ['a', 'b'] }],
    ['filters[tags]=a', { tags: ['a'] }],
    ['filters[case_ids][]=1&filters[case_ids][]=2', { case_ids: [1, 2] }],
    ['filters[assignees]=2105', { assignees: 2105 }],
    ['filters[assignees]=unassigned', { assignees: 'unassigned' }],
    ['filters[assignees][]=2105&filters[assignees][]=a@b.example', { assignees: [2105, 'a@b.example'] }],
    ['filters[metadata][ticket]=7&filters[metadata][source]=phone', { metadata: { ticket: '7', source: 'phone' } }],
    ['filters[unheard_of]=1', { unheard_of: '1' }],
    ['filters={"status":"OPEN"}&filters[tags][]=a', { status: 'OPEN', tags: ['a'] }],
    ['filters=text', undefined],
    ['status=OPEN', undefined],
    ['other[status]=OPEN', undefined],
    ['filters[a][b][c]=1', undefined],
  ])('%s', (query, value) => {
    expect(read(query).value).toEqual(value);
  });

  test('names the keys that belong to it, so that the others are known to be unknown', () => {
    expect(read('filters[status]=OPEN&filters[tags][]=a&page=2').keys).toEqual(['filters[status]', 'filters[tags][]']);
  });

  test('holds keys of prototypes as data', () => {
    const { value } = read('filters[__proto__]=x&filters[metadata][__proto__]=y');
    expect(Object.hasOwn(value ?? {}, '__proto__')).toBe(true);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});
