import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../json.ts';
import { mutateAll } from './mutate.ts';
import { figureOf, reportLines, shareOf } from './report.ts';

function documentOf(schema: Json, value: Json, schemas: JsonObject = {}): JsonObject {
  const content = { 'application/json': { schema, examples: { one: { value } } } };
  const get = { operationId: 'getStory', responses: { '200': { description: 'It.', content } } };
  return { openapi: '3.1.0', paths: { '/api/v1/stories': { get } }, components: { schemas } };
}

function missed(schema: Json, value: Json, schemas?: JsonObject): string[] {
  const { verdicts } = mutateAll(documentOf(schema, value, schemas));
  return verdicts.filter(({ refused }) => !refused).map(({ property, change }) => `${property} ${change}`);
}

const id = { type: 'integer' };
const strict = { type: 'object', required: ['id'], properties: { id, name: { type: ['string', 'null'] } } };

test('a schema that says everything refuses every change', () => {
  const { verdicts } = mutateAll(documentOf(strict, { id: 1, name: 'text' }));
  expect(verdicts.map(({ property, change, refused }) => `${property} ${change} ${refused}`).sort()).toEqual([
    '(the answer) null true',
    '(the answer) type true',
    'id null true',
    'id required true',
    'id type true',
    'name type true',
  ]);
});

test('a schema that says nothing refuses none', () => {
  const { verdicts } = mutateAll(documentOf({}, { id: 1 }));
  expect(figureOf(verdicts)).toEqual({ total: 2, refused: 0 });
  expect(shareOf(figureOf([]))).toBe(0);
});

test('a property without a type is missed', () => {
  expect(missed({ type: 'object', properties: { id: { description: 'Id.' } } }, { id: 1 })).toEqual([
    'id type',
    'id null',
  ]);
});

test('a second type that the schema allows is missed', () => {
  expect(missed({ type: 'object', properties: { id: { type: ['integer', 'string'] } } }, { id: 1 })).toEqual([
    'id type',
  ]);
});

test('a property that no example has is changed too', () => {
  const schema = { type: 'object', properties: { id, guid: { description: 'Guid.' } } };
  expect(missed(schema, { id: 1 })).toEqual(['guid type', 'guid null']);
});

test('items of lists and values of maps count as properties', () => {
  const schema = {
    type: 'object',
    properties: { tags: { type: 'array', items: {} }, map: { type: 'object', additionalProperties: {} } },
  };
  expect(missed(schema, { tags: ['a'], map: { any: 1 } })).toEqual([
    'tags[] type',
    'tags[] null',
    'map.* type',
    'map.* null',
  ]);
});

test('every member of a union is changed, and a change into another member is missed', () => {
  const text = {
    type: 'object',
    required: ['kind'],
    properties: { kind: { const: 'TEXT' }, text: { type: 'string' } },
  };
  const loose = { type: 'object', required: ['kind'], properties: { kind: { type: 'string' }, text: {} } };
  expect(missed({ anyOf: [text, { ...text, properties: { kind: { const: 'OTHER' } } }] }, { kind: 'TEXT' })).toEqual(
    [],
  );
  expect(missed({ anyOf: [text, loose] }, { kind: 'TEXT', text: 'a' })).toContain('text type');
});

test('an example that does not fit counts for nothing', () => {
  const { verdicts } = mutateAll(documentOf(strict, { id: 'wrong', other: 1 }));
  expect(verdicts.every(({ refused }) => refused)).toBe(true);
});

test('an answer that no value fits is told', () => {
  const impossible = { type: 'object', required: ['id'], properties: { id }, not: {} };
  expect(mutateAll(documentOf(impossible, { id: 1 })).unchanged.map(({ operationId }) => operationId)).toEqual([
    'getStory',
  ]);
});

test('a schema that contains itself ends', () => {
  const group = {
    type: 'object',
    properties: { name: { type: 'string' }, groups: { type: 'array', items: { $ref: '#/components/schemas/Group' } } },
  };
  expect(
    missed({ $ref: '#/components/schemas/Group' }, { name: 'a', groups: [{ name: 'b' }] }, { Group: group }),
  ).toEqual([]);
});

test('the report gives the whole, each section, and by name what is missed', () => {
  const result = mutateAll(documentOf({ type: 'object', properties: { id: {} } }, { id: 1 }));
  expect(reportLines(result, () => 'stories')).toEqual([
    ' 50.0 %  all                      2 of 4',
    ' 50.0 %  stories                  2 of 4',
    '',
    'Not refused:',
    '  id: type, null (getStory)',
  ]);
});
