import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { referencesIn } from '../scripts/artifacts/components.ts';
import { isObject, type Json, objectAt, operationsOf } from '../scripts/json.ts';
import { packageFolder } from '../scripts/sources.ts';
import { readDist } from './document.ts';

const document = readDist('openapi.json');
const ids = operationsOf(document)
  .map(({ id }) => id)
  .sort();
const sections = readdirSync(join(packageFolder, 'dist/sections')).map((file) => ({
  file,
  section: readDist(`sections/${file}`),
}));

test('the YAML says the same as the JSON', () => {
  expect(parse(readFileSync(join(packageFolder, 'dist/openapi.yaml'), 'utf8'))).toEqual(document);
});

test('the version of the document is that of the package', () => {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  expect(objectAt(document, 'info').version).toBe(version);
});

test('the sections together hold every operation once', () => {
  expect(sections.flatMap(({ section }) => operationsOf(section).map(({ id }) => id)).sort()).toEqual(ids);
});

test.each(sections)('$file holds all that it refers to, and nothing else', ({ section }) => {
  const has = Object.entries(objectAt(section, 'components')).flatMap(([kind, group]) =>
    Object.keys(objectAt(group)).map((name) => `${kind}/${name}`),
  );
  const used = new Set(referencesIn(section));
  expect([...used].filter((name) => !has.includes(name))).toEqual([]);
  expect(has.filter((name) => !used.has(name) && !name.startsWith('securitySchemes/'))).toEqual([]);
});

test('in the dereferenced document only schemas that contain themselves are referred to', () => {
  const dereferenced = readDist('dereferenced.json');
  const kept = new Set(Object.keys(objectAt(dereferenced, 'components', 'schemas')).map((name) => `schemas/${name}`));
  const references = referencesByKey(dereferenced);
  expect(references.filter((name) => !kept.has(name))).toEqual([]);
  for (const name of new Set(references)) expect(containsItself(name)).toBe(true);
  expect(
    operationsOf(dereferenced)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(ids);
});

test('the examples of an operation stand under its id, with the media type of their body', () => {
  const examples = readDist('examples.json');
  expect(Object.keys(examples).filter((id) => !ids.includes(id))).toEqual([]);
  const created = objectAt(examples, 'createStory');
  expect(created.request).toEqual([
    expect.objectContaining({ name: expect.any(String), mediaType: 'application/json', value: expect.any(Object) }),
  ]);
  expect(Object.keys(objectAt(created, 'responses'))).toEqual(expect.arrayContaining(['201', '401', '422']));
});

test('every path that the package exports is there', () => {
  const { exports } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    exports: Record<string, string>;
  };
  const oneOf: Record<string, string> = {
    './dist/sections/*.json': './dist/sections/cases.json',
    './arazzo/*': './arazzo/back-up-story.yaml',
    './overlays/*': './overlays/mock-tenant.yaml',
  };
  const missing = Object.values(exports).filter((file) => !existsSync(join(packageFolder, oneOf[file] ?? file)));
  expect(missing).toEqual([]);
});

// `$ref` as a key of a value, as against a target of a discriminator's mapping.
function referencesByKey(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesByKey);
  if (!isObject(value)) return [];
  const own =
    typeof value.$ref === 'string' && value.$ref.startsWith('#/') ? [value.$ref.replace('#/components/', '')] : [];
  return [...own, ...Object.values(value).flatMap(referencesByKey)];
}

function containsItself(name: string): boolean {
  const seen = new Set<string>();
  const queue = within(name);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next === name) return true;
    if (!seen.has(next)) queue.push(...within(next));
    seen.add(next);
  }
  return false;
}

function within(name: string): string[] {
  const [kind = '', key = ''] = name.split('/');
  return referencesIn(objectAt(document, 'components', kind)[key] ?? null);
}
