import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import SwaggerParser from '@apidevtools/swagger-parser';
import { validate } from '@readme/openapi-parser';
import { createConfig, lint } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { describeProblem } from '../scripts/problems.ts';
import { packageFolder } from '../scripts/sources.ts';

const dist = join(packageFolder, 'dist');
const documents = [
  'openapi.json',
  'openapi.yaml',
  'dereferenced.json',
  'openapi-3.0.json',
  ...readdirSync(join(dist, 'sections')).map((file) => `sections/${file}`),
];

test.each(documents)('%s is valid for the parser of ReadMe, without a warning', async (file) => {
  expect(await validate(join(dist, file))).toMatchObject({ valid: true, warnings: [] });
});

// `nullable` beside a reference has no type beside it, which the list of losses tells. Redocly minds that twice, the second time by
// giving up on the examples; those are held against the schemas in openapi-3.0.test.ts.
const nullableAsUsual = { 'nullable-type-sibling': 'off', 'no-invalid-media-type-examples': 'off' } as const;

test.each([
  ['openapi.json', 'recommended', {}],
  ['openapi-3.0.json', 'minimal', nullableAsUsual],
] as const)('%s is valid for Redocly, without a warning (%s)', async (file, ruleset, rules) => {
  const config = await createConfig({ extends: [ruleset], rules });
  const problems = await lint({ ref: join(dist, file), config });
  expect(problems.map(describeProblem)).toEqual([]);
});

test.each(['openapi.json', 'openapi-3.0.json'])('%s is valid for Swagger Parser', async (file) => {
  await expect(SwaggerParser.validate(join(dist, file))).resolves.toBeDefined();
});
