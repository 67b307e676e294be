import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readGaps } from '../scripts/coverage/gaps.ts';
import { byShape, describedAs, readCoverage, shapeOf } from '../scripts/coverage/known.ts';
import { coveragePage } from '../scripts/coverage/page.ts';
import { operationsOf } from '../scripts/json.ts';
import { packageFolder } from '../scripts/sources.ts';
import { readDist } from './document.ts';

const coverage = readCoverage();
const document = readDist('openapi.json');

test('the list of what the public pages show has 327 operations, each once', () => {
  expect(coverage.operations).toHaveLength(327);
  expect(new Set(coverage.operations.map(({ operationId }) => operationId)).size).toBe(327);
  expect(new Set(coverage.operations.map(({ method, path }) => shapeOf(method, path))).size).toBe(327);
});

test('every operation of the public pages is described, under its id, method and path', () => {
  const described = byShape(document);
  const missing = coverage.operations.filter((known) => !describedAs(known, described));
  expect(missing.map(({ operationId, method, path }) => `${operationId}: ${method} ${path}`)).toEqual([]);
});

test('nothing else is described', () => {
  const known = new Set(coverage.operations.map(({ method, path }) => shapeOf(method, path)));
  const extra = operationsOf(document).filter(({ method, path }) => !known.has(shapeOf(method, path)));
  expect(extra.map(({ id, method, path }) => `${id}: ${method} ${path}`)).toEqual([]);
});

test('no operation claims to be better known than the public pages make it', () => {
  const order = ['assumed', 'inferred', 'observed', 'documented'];
  const described = byShape(document);
  const bolder = coverage.operations.filter((known) => {
    const evidence = describedAs(known, described)?.node['x-evidence'] as { level: string } | undefined;
    return evidence !== undefined && order.indexOf(evidence.level) > order.indexOf(known.confidence);
  });
  expect(bolder.map(({ operationId }) => operationId)).toEqual([]);
});

test('COVERAGE.md has its sections in the order of the document', () => {
  const places = new Map(operationsOf(document).map(({ id }, index) => [id, index]));
  const sections = coveragePage(document, coverage, []).split('\n## ').slice(1, -1);
  const firsts = sections.map((section) =>
    Math.min(...[...section.matchAll(/`(\w+)`/g)].map(([, id = '']) => places.get(id) ?? places.size)),
  );
  expect(firsts.length).toBeGreaterThan(50);
  expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
});

test('every page without an operation is taken in by a file that is there', () => {
  const missing = coverage.guides.filter(
    ({ describedIn }) => describedIn === null || !existsSync(join(packageFolder, describedIn)),
  );
  expect(missing.map(({ page }) => page)).toEqual([]);
});

test('every gap begins with the operations that it concerns, which are described', () => {
  const ids = new Set(operationsOf(document).map(({ id }) => id));
  const gaps = readGaps();
  expect(gaps.filter(({ operations }) => operations === undefined).map(({ file }) => file)).toEqual([]);
  const unknown = gaps.flatMap(({ file, operations = [] }) =>
    operations.filter((id) => !ids.has(id)).map((id) => `${file}: ${id}`),
  );
  expect(unknown).toEqual([]);
});
