import { expect, test } from 'vitest';
import { isObject, operationsOf, resolve } from '../scripts/json.ts';
import { mutateAll, type Verdict } from '../scripts/mutation/mutate.ts';
import { figureOf, reportLines, shareOf } from '../scripts/mutation/report.ts';
import { readSources } from '../scripts/sources.ts';
import { upgradeSchemas } from '../scripts/upgrade.ts';
import { isJson } from '../scripts/validation/bodies.ts';
import { readDist } from './document.ts';

const document = readDist('openapi.json');
const result = mutateAll(document);

test('at least 95 % of the wrong answers are refused', async () => {
  const { sectionOf } = await readSources();
  const report = reportLines(result, (path) => sectionOf.get(path) ?? 'none');
  console.info(report.slice(0, report.indexOf('')).join('\n'));
  expect(shareOf(figureOf(result.verdicts)), report.join('\n')).toBeGreaterThanOrEqual(0.95);
});

test('each kind of wrong answer is refused that often, so that none hides behind the others', () => {
  for (const change of ['type', 'required', 'null'] as const) {
    expect(
      shareOf(figureOf(result.verdicts.filter((verdict) => verdict.change === change))),
      change,
    ).toBeGreaterThanOrEqual(0.95);
  }
});

test('every JSON answer of success was changed', () => {
  const changed = new Set(result.verdicts.map(({ operationId }) => operationId));
  const withJson = operationsOf(document).filter(({ node }) => {
    const responses = isObject(node.responses) ? Object.entries(node.responses) : [];
    return responses.some(([status, response]) => {
      const resolved = resolve(document, response);
      const types = isObject(resolved) && isObject(resolved.content) ? Object.keys(resolved.content) : [];
      return status.startsWith('2') && types.some(isJson);
    });
  });
  expect(withJson.map(({ id }) => id).filter((id) => !changed.has(id))).toEqual([]);
  expect(result.unchanged.map(({ operationId, status }) => `${operationId} ${status}`)).toEqual([]);
});

test('the schemas of 3.0 refuse the same wrong answers', () => {
  const after = new Map(
    mutateAll(upgradeSchemas(readDist('openapi-3.0.json'))).verdicts.map((verdict) => [
      keyOf(verdict),
      verdict.refused,
    ]),
  );
  const weaker = result.verdicts.filter((verdict) => verdict.refused && after.get(keyOf(verdict)) === false);
  expect(weaker.map(keyOf)).toEqual([]);
});

function keyOf({ operationId, status, property, change }: Verdict): string {
  return `${operationId} ${status} ${property} ${change}`;
}
