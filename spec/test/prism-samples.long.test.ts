import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodiesOf, isJson } from '../scripts/validation/bodies.ts';
import { sample } from '../scripts/validation/sample.ts';
import { seeded } from '../scripts/validation/text.ts';
import { readDist } from './document.ts';
import { createPrismJudge } from './prism.ts';

const document = readDist('openapi.json');
const judge = await createPrismJudge(readDist('openapi.json'));
const jsonBodies = bodiesOf(document).filter(({ mediaType, schema }) => isJson(mediaType) && schema !== undefined);
// Errors of SCIM come as application/scim+json or as application/json. Prism takes the first JSON media type for either.
const bodies = [...new Map(jsonBodies.reverse().map((body) => [`${body.operationId} ${body.status}`, body])).values()];

test('values made from the schema of any JSON body fit it as Prism reads it', async () => {
  const faults: string[] = [];
  const seeds = fc.sample(fc.integer({ min: 0 }), { numRuns: 3, seed: 4821 });
  for (const body of bodies) {
    for (const seed of seeds) {
      const value = sample(document, body.schema ?? {}, { random: seeded(seed), complete: false });
      const [fault] = await judge(body, value);
      if (fault) faults.push(`${body.operationId} ${body.status ?? 'request'}: ${fault} (seed ${seed})`);
    }
  }
  expect(faults).toEqual([]);
});

test('a wrong value of any JSON body that is an object does not fit it as Prism reads it', async () => {
  const passed: string[] = [];
  for (const body of bodies) {
    const value = sample(document, body.schema ?? {}, { random: seeded(1), complete: true });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    if ((await judge(body, 'no object')).length === 0) passed.push(`${body.operationId} ${body.status ?? 'request'}`);
  }
  expect(passed).toEqual([]);
});
