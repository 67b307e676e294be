import { expect, test } from 'vitest';
import { convertDocument, type Loss } from '../scripts/artifacts/openapi30/document.ts';
import { atPointer, escapeKey, isObject, type Json, type JsonObject, operationsOf } from '../scripts/json.ts';
import { upgradeSchemas } from '../scripts/upgrade.ts';
import { exampleFaults } from '../scripts/validation/examples.ts';
import { readDist } from './document.ts';

const document = readDist('openapi.json');
const old = readDist('openapi-3.0.json');
const losses = readDist('openapi-3.0.lost.json') as unknown as Loss[];

test('the document in 3.0 has every operation', () => {
  expect(old.openapi).toBe('3.0.3');
  expect(operationsOf(old).map(({ id }) => id)).toEqual(operationsOf(document).map(({ id }) => id));
});

test('what was lost is told with places that are there, a body on a DELETE among it', () => {
  const places = losses.flatMap(({ at }) => at);
  expect(places.filter((place) => atPointer(document, place) === undefined)).toEqual([]);
  expect(losses.map(({ lost }) => lost)).toContain('The certainty of a body on a DELETE.');
  expect(places).toContain('#/paths/~1api~1v1~1stories~1batch/delete/requestBody');
});

test('every example fits the schemas of 3.0 too', () => {
  expect(exampleFaults(upgradeSchemas(old))).toEqual([]);
});

test('nothing in 3.0 is a list of values that holds null alone, at which generators for Java and Rust stop', () => {
  expect(placesOf(old, (schema) => JSON.stringify(schema.enum) === '[null]')).toEqual([]);
});

test('`nullable` stands beside a type, and where it cannot, the list of losses says what a strict reader makes of it', () => {
  const untyped = placesOf(old, (schema) => schema.nullable === true && !('type' in schema));
  const told = losses.flatMap(({ lost, at }) => (/null/i.test(lost) ? at : []));
  expect(untyped.length).toBeGreaterThan(0);
  expect(untyped.sort()).toEqual(told.sort());
});

test('webhooks and the dialect have no counterpart and are told', () => {
  const { document: converted, losses: told } = convertDocument({ ...document, webhooks: {} });
  expect(converted).not.toHaveProperty('webhooks');
  expect(converted).not.toHaveProperty('jsonSchemaDialect');
  expect(told).toContainEqual({ lost: 'Webhooks.', instead: 'Nothing.', at: ['#/webhooks'] });
});

function placesOf(value: Json, fits: (schema: JsonObject) => boolean, at = '#'): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => placesOf(item, fits, `${at}/${index}`));
  if (!isObject(value)) return [];
  const within = Object.entries(value).flatMap(([key, item]) => placesOf(item, fits, `${at}/${escapeKey(key)}`));
  return fits(value) ? [at, ...within] : within;
}
