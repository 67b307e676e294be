import { expect, test } from 'vitest';
import { convertDocument, type Loss } from '../scripts/artifacts/openapi30/document.ts';
import { atPointer, operationsOf } from '../scripts/json.ts';
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

test('webhooks and the dialect have no counterpart and are told', () => {
  const { document: converted, losses: told } = convertDocument({ ...document, webhooks: {} });
  expect(converted).not.toHaveProperty('webhooks');
  expect(converted).not.toHaveProperty('jsonSchemaDialect');
  expect(told).toContainEqual({ lost: 'Webhooks.', instead: 'Nothing.', at: ['#/webhooks'] });
});
