import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import SwaggerParser from '@apidevtools/swagger-parser';
import { validate } from '@readme/openapi-parser';
import { createConfig, lint } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { describeProblem } from '../scripts/problems.ts';
import { packageFolder } from '../scripts/sources.ts';
import { readDist } from './document.ts';

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

test('the document in 3.0 is valid for Redocly, without a warning', async () => {
  const config = await createConfig({ extends: ['minimal'] });
  const problems = await lint({ ref: join(dist, 'openapi-3.0.json'), config });
  expect(problems.map(describeProblem)).toEqual([]);
});

test('the document in 3.0 is valid for Swagger Parser', async () => {
  await expect(SwaggerParser.validate(join(dist, 'openapi-3.0.json'))).resolves.toBeDefined();
});

test('the document is valid for Swagger Parser, which misspells the description of a server variable', async () => {
  const { servers, ...document } = readDist('openapi.json');
  // Its copy of the schema of 3.1 knows `descriptions` only: the schema that the OpenAPI Initiative has since corrected.
  const plain = (servers as { url: string }[]).map(({ url }) => ({
    url,
    variables: { tenant_domain: { default: 'tenant.tines.com' } },
  }));
  await expect(SwaggerParser.validate({ ...document, servers: plain } as never)).resolves.toBeDefined();
});
