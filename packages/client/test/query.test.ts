import document from '@tines-openapi/spec/openapi.json' with { type: 'json' };
import { operations } from '@tines-openapi/types/operations';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAnswer } from '../src/answer.ts';
import { serializeQuery } from '../src/query.ts';
import { retryable } from '../src/retry.ts';
import { startTenant } from './support/tenant.ts';

const plain = (query: Record<string, unknown>) => decodeURIComponent(serializeQuery(query));

describe('the query is written in the style of the API', () => {
  test.each([
    [
      { per_page: 20, filter: 'HIGH_PRIORITY', include_live_activity: true },
      'per_page=20&filter=HIGH_PRIORITY&include_live_activity=true',
    ],
    [{ search: 'a b&c=d' }, 'search=a b&c=d'],
    [{ 'user_id[]': [1, 2] }, 'user_id[]=1&user_id[]=2'],
    [{ tags: ['phishing', 'urgent'] }, 'tags=phishing,urgent'],
    [{ filters: { status: 'OPEN' } }, 'filters[status]=OPEN'],
    [
      { filters: { tags: ['a', 'b'], opened_at: { after: 1 } } },
      'filters[tags][]=a&filters[tags][]=b&filters[opened_at][after]=1',
    ],
    [{ filters: [{ field_id: 1, value: 'x' }] }, 'filters=[{"field_id":1,"value":"x"}]'],
    [{ after: new Date(0) }, 'after=1970-01-01T00:00:00.000Z'],
    [{ a: undefined, b: null, c: [], 'd[]': [], e: 0, f: false, g: '' }, 'e=0&f=false&g='],
    [{}, ''],
  ])('%j', (query, text) => {
    expect(plain(query)).toBe(text);
  });

  test('with every name and value encoded', () => {
    expect(serializeQuery({ 'user_id[]': ['a&b'], tags: ['c,d'] })).toBe('user_id%5B%5D=a%26b&tags=c%2Cd');
  });
});

interface Parameter {
  in: string;
  name: string;
  style?: string;
  explode?: boolean;
  content?: object;
  schema?: { type?: string | string[] };
}

test('the rules hold for every parameter of the document that is no single value', () => {
  const rules: string[] = [];
  for (const { path, method } of operations) {
    const item = (document.paths as unknown as Record<string, Record<string, { parameters?: Parameter[] }>>)[path];
    for (const { in: place, name, style, explode, content, schema } of item?.[method]?.parameters ?? []) {
      const list = schema?.type === 'array';
      if (place !== 'query' || !(list || content || style)) continue;
      if (content) rules.push(`${name}: list of objects as JSON`);
      else if (style === 'deepObject') rules.push(`${name}: deep object`);
      else rules.push(`${name.endsWith('[]') ? 'brackets' : name}: ${explode === false ? 'commas' : 'repeated'}`);
    }
  }
  expect([...new Set(rules)].toSorted()).toEqual([
    'brackets: repeated',
    'filters: deep object',
    'filters: list of objects as JSON',
    'include: commas',
    'tags: commas',
  ]);
});

test('the operations that may answer a text are those of the document, beside files', () => {
  const mayBe: string[] = [];
  const are: string[] = [];
  for (const { path, method } of operations) {
    const operation = (document.paths as unknown as Record<string, Record<string, { responses: Answers }>>)[path]?.[
      method
    ];
    const types = Object.entries(operation?.responses ?? {})
      .filter(([status]) => status.startsWith('2'))
      .flatMap(([, { $ref, content }]) => Object.keys(content ?? shared($ref)));
    if (types.includes('text/plain')) mayBe.push(`${method} ${path}`);
    const text = new Headers({ 'content-type': 'text/plain' });
    if (parses(() => parseAnswer('no JSON', text, path))) are.push(`${method} ${path}`);
  }
  // A text rule goes by the path; the other methods on these paths answer no text.
  expect(are.filter((operation) => !mayBe.includes(operation))).toEqual([]);
  expect(mayBe.filter((operation) => !are.includes(operation))).toEqual([]);
});

type Answers = Record<string, { $ref?: string; content?: object }>;

function shared($ref: string | undefined): object {
  const responses: Record<string, { content?: object }> = document.components.responses;
  return responses[$ref?.split('/').at(-1) ?? '']?.content ?? {};
}

function parses(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch {
    return false;
  }
}

test('what is sent again by default is what the document says, wherever that is not finer', () => {
  const finer = operations.filter(
    ({ method, path, idempotent }) => retryable(method.toUpperCase(), path) !== idempotent,
  );
  // The document marks some POST as safe to repeat; the core never repeats one unasked.
  expect(finer.filter(({ method }) => method !== 'post')).toEqual([]);
  expect(finer.map(({ id }) => id)).toContain('searchRecords');
});

describe('the mock tenant understands', () => {
  let started: Awaited<ReturnType<typeof startTenant>>;
  beforeAll(async () => {
    started = await startTenant();
  });
  afterAll(() => started.tenant.close());

  test('lists with commas', async () => {
    const { error } = await started.client.GET('/api/v1/stories', {
      params: { query: { tags: ['phishing', 'urgent'] } },
    });
    expect(error).toBeUndefined();
  });

  test('repeated names with brackets', async () => {
    const query = { 'operation_name[]': ['Login', 'StoryCreation'] };
    const { data, error } = await started.client.GET('/api/v1/audit_logs', { params: { query } });
    expect(error).toBeUndefined();
    expect(new Set(data?.audit_logs.map(({ operation_name }) => operation_name))).toEqual(
      new Set(query['operation_name[]']),
    );
  });

  test('deep objects', async () => {
    const { data, error } = await started.client.GET('/api/v2/cases', {
      params: { query: { team_id: 1101, filters: { status: 'CLOSED' } } },
    });
    expect(error).toBeUndefined();
    expect(data?.cases.every(({ status }) => status === 'CLOSED')).toBe(true);
  });
});
