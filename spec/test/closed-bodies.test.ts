import { expect, test } from 'vitest';
import { atPointer, type JsonObject, objectAt, operationsOf } from '../scripts/json.ts';
import { readDist } from './document.ts';

const document = readDist('openapi.json');
const bodies = operationsOf(document).flatMap(({ id, path, node }) => {
  const schema = objectAt(node, 'requestBody', 'content', 'application/json', 'schema');
  return Object.keys(schema).length > 0 ? [{ id, path, schema: resolved(schema) }] : [];
});

// The newer operations refuse what they do not know, the older ones pass over it.
const strict = bodies.filter(({ path }) => /^\/api\/(v2\/records|v3\/)/.test(path));

test('the bodies of the second version of records and of the third of cases take no key that they do not name', () => {
  expect(strict.map(({ id }) => id).sort()).toEqual([
    'aggregateRecords',
    'linkRecordCase',
    'searchCases',
    'searchRecords',
  ]);
  expect(strict.filter(({ schema }) => schema.additionalProperties !== false)).toEqual([]);
});

test('a body that takes no further key says so in words, and no other does', () => {
  const says = bodies.filter(({ schema }) => /\bkeys?\b[^.]*\b(is|are) refused/.test(String(schema.description)));
  const closed = bodies.filter(({ schema }) => schema.additionalProperties === false);
  expect(says.map(({ id }) => id)).toEqual(closed.map(({ id }) => id));
});

function resolved(schema: JsonObject): JsonObject {
  return typeof schema.$ref === 'string' ? objectAt(atPointer(document, schema.$ref)) : schema;
}
