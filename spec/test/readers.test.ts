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

test.each([
  ['openapi.json', 'recommended'],
  ['openapi-3.0.json', 'minimal'],
] as const)('%s is valid for Redocly, without a warning (%s)', async (file, ruleset) => {
  const config = await createConfig({ extends: [ruleset] });
  const problems = await lint({ ref: join(dist, file), config });
  expect(problems.map(describeProblem)).toEqual([]);
});

test.each(['openapi.json', 'openapi-3.0.json'])('%s is valid for Swagger Parser', async (file) => {
  await expect(SwaggerParser.validate(join(dist, file))).resolves.toBeDefined();
});
