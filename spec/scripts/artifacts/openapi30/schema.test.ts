import { expect, test } from 'vitest';
import type { Json } from '../../json.ts';
import { convertSchema } from './schema.ts';

function convert(schema: Json): { schema: Json; lost: string[] } {
  const lost: string[] = [];
  return { schema: convertSchema(schema, '#', (_, what) => lost.push(what)), lost };
}

test.each<[string, Json, Json]>([
  ['a type that can be null', { type: ['string', 'null'] }, { type: 'string', nullable: true }],
  [
    'an enum that can be null',
    { type: ['string', 'null'], enum: ['A'] },
    { type: 'string', nullable: true, enum: ['A', null] },
  ],
  ['a constant', { const: 'TEXT' }, { type: 'string', enum: ['TEXT'] }],
  ['a constant number', { const: 3 }, { type: 'integer', enum: [3] }],
  [
    'an exclusive bound',
    { type: 'integer', exclusiveMinimum: 0 },
    { type: 'integer', minimum: 0, exclusiveMinimum: true },
  ],
  ['a list of examples', { type: 'string', examples: ['a', 'b'] }, { type: 'string', example: 'a' }],
  ['words beside a reference', { $ref: '#/x', description: 'It.' }, { description: 'It.', allOf: [{ $ref: '#/x' }] }],
  ['a reference alone', { $ref: '#/x' }, { $ref: '#/x' }],
  [
    'null beside several types in place',
    { anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^a' }, { type: 'null' }] },
    {
      anyOf: [
        { type: 'integer', nullable: true },
        { type: 'string', pattern: '^a' },
      ],
    },
  ],
  [
    'null beside a reference and a type in place',
    { oneOf: [{ $ref: '#/x' }, { type: 'string' }, { type: 'null' }] },
    { oneOf: [{ $ref: '#/x' }, { type: 'string', nullable: true }] },
  ],
  [
    'null beside a list of values in place',
    { anyOf: [{ type: 'integer', enum: [1] }, { type: 'string' }, { const: null }] },
    { anyOf: [{ type: 'integer', enum: [1, null], nullable: true }, { type: 'string' }] },
  ],
  [
    'null beside one type in place',
    { oneOf: [{ type: 'string' }, { type: 'null' }], description: 'It.' },
    { type: 'string', description: 'It.', nullable: true },
  ],
  ['a file', { contentMediaType: 'application/pdf' }, { format: 'binary' }],
  ['a list of anything', { type: 'array' }, { type: 'array', items: {} }],
  ['everything and nothing', true, {}],
  ['nothing', false, { not: {} }],
])('%s has its counterpart, and nothing is lost', (_, schema, expected) => {
  expect(convert(schema)).toEqual({ schema: expected, lost: [] });
});

test('several types become a union, each with the rules that are its own', () => {
  const { schema, lost } = convert({
    type: ['integer', 'string', 'null'],
    format: 'int64',
    minLength: 1,
    description: 'Id.',
  });
  expect(schema).toEqual({
    description: 'Id.',
    anyOf: [
      { type: 'integer', format: 'int64', nullable: true },
      { type: 'string', minLength: 1 },
    ],
  });
  expect(lost).toEqual(['A list of types: integer, string.']);
});

test.each<[string, Json, Json]>([
  [
    'one reference or null',
    { oneOf: [{ $ref: '#/x' }, { type: 'null' }], description: 'It.' },
    { description: 'It.', nullable: true, allOf: [{ $ref: '#/x' }] },
  ],
  [
    'several references or null',
    { anyOf: [{ $ref: '#/x' }, { $ref: '#/y' }, { type: 'null' }] },
    { nullable: true, anyOf: [{ $ref: '#/x' }, { $ref: '#/y' }] },
  ],
])('%s gets the mark that generators read, and what the letter of 3.0.3 makes of it is told', (_, schema, expected) => {
  expect(convert(schema)).toEqual({ schema: expected, lost: ['Null beside a reference.'] });
});

test.each<[string, Json]>([
  ['the type null', { type: 'null', description: 'Always null.' }],
  ['the constant null', { const: null, description: 'Always null.' }],
])('%s alone becomes any value, as a list of nothing but null stops generators, and is told', (_, schema) => {
  expect(convert(schema)).toEqual({
    schema: { description: 'Always null.', nullable: true },
    lost: ['A value that is always null.'],
  });
});

test('properties that are called like keywords are properties', () => {
  expect(
    convert({ type: 'object', properties: { const: { type: ['string', 'null'] }, examples: { const: 1 } } }).schema,
  ).toEqual({
    type: 'object',
    properties: { const: { type: 'string', nullable: true }, examples: { type: 'integer', enum: [1] } },
  });
});

test('what 3.0 cannot say is told', () => {
  expect(
    convert({ type: 'object', patternProperties: { '^x': { type: 'string' } }, propertyNames: { maxLength: 3 } }),
  ).toEqual({
    schema: { type: 'object', additionalProperties: { type: 'string' } },
    lost: ['Patterns of the names of keys.', 'The keyword `propertyNames`.'],
  });
});
