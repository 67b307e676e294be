import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodiesOf } from '../scripts/validation/bodies.ts';
import { sample } from '../scripts/validation/sample.ts';
import { seeded } from '../scripts/validation/text.ts';
import { createValidator } from '../scripts/validation/validator.ts';
import { readDist } from './document.ts';

const document = readDist('openapi.json');
const validator = createValidator(document, false);
const schemas = new Map(
  bodiesOf(document).flatMap(({ schema, operationId, status = 'request' }) =>
    schema === undefined ? [] : [[JSON.stringify(schema), { schema, name: `${operationId} ${status}` }]],
  ),
);

test('values made from the schema of any body fit it', () => {
  const faults: string[] = [];
  const seeds = fc.sample(fc.integer({ min: 0 }), { numRuns: 3, seed: 4821 });
  for (const { schema, name } of schemas.values()) {
    for (const seed of seeds) {
      const value = sample(document, schema, { random: seeded(seed), complete: false });
      const [fault] = validator.faults(schema, value);
      if (fault) faults.push(`${name}: ${fault.instancePath} ${fault.message} (seed ${seed})`);
    }
  }
  expect(faults).toEqual([]);
});

test('a seed makes the same value again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0 }), fc.constantFrom(...schemas.values()), (seed, { schema }) => {
      const make = () => sample(document, schema, { random: seeded(seed), complete: true });
      expect(make()).toEqual(make());
    }),
    { numRuns: 30, seed: 4821 },
  );
});
