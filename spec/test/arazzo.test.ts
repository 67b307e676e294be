import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lint, lintFromString, loadConfig } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { isObject, type Json, listOf, objectAt, operationsOf } from '../scripts/json.ts';
import { describeProblem } from '../scripts/problems.ts';
import { packageFolder, readYaml } from '../scripts/sources.ts';
import { readDist } from './document.ts';

const folder = join(packageFolder, 'arazzo');
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
const config = await loadConfig({ configPath: join(packageFolder, '../redocly.yaml') });
const ids = new Set(operationsOf(readDist('openapi.json')).map(({ id }) => id));

test('the README lists every workflow', () => {
  const named = readFileSync(join(folder, 'README.md'), 'utf8').match(/(?<=^\| `)[^`]+\.yaml/gm);
  expect(named?.sort()).toEqual(files.sort());
});

test.each(files)('%s has no findings', async (file) => {
  const problems = await lint({ ref: join(folder, file), config });
  expect(problems.map(describeProblem)).toEqual([]);
});

test.each(files)('%s names operations of the document only', (file) => {
  const named = stepsOf(readYaml(join(folder, file))).map(({ operationId }) => String(operationId).split('.').at(-1));
  expect(named.length).toBeGreaterThan(1);
  expect(named.filter((id) => !ids.has(id ?? ''))).toEqual([]);
});

test('a step that is there twice is found', async () => {
  const file = join(folder, 'lock-with-resource.yaml');
  const source = readFileSync(file, 'utf8').replace('stepId: takeLock', 'stepId: giveLockBack');
  const problems = await lintFromString({ source, absoluteRef: file, config });
  expect(problems.map(({ ruleId }) => ruleId)).toEqual(['stepId-unique']);
});

function stepsOf(workflows: Json): Record<string, Json>[] {
  return listOf(objectAt(workflows).workflows)
    .flatMap((workflow) => listOf(objectAt(workflow).steps))
    .filter(isObject);
}
