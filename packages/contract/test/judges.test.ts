import { beforeAll, describe, expect, test } from 'vitest';
import { type Operation, operations } from '../src/document/document.ts';
import { differences } from './differences.ts';
import { exampleVariants, faultyVariants, type Variant } from './judges/request-variants.ts';
import { createMockJudge, createPrismJudge, type Judge } from './judges/verdicts.ts';

let mock: Judge;
let prism: Judge;
beforeAll(async () => {
  mock = createMockJudge();
  prism = await createPrismJudge();
}, 30_000);

interface Compared {
  operation: string;
  what: string;
  mock: 'fits' | 'refuses';
  prism: 'fits' | 'refuses';
  reasons: string[];
}

async function compareAll(variantsOf: (operation: Operation) => Variant[]): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const operation of operations.values()) {
    for (const { what, request } of variantsOf(operation)) {
      const [ours, theirs] = [await mock(operation, request), await prism(operation, request)];
      compared.push({
        operation: operation.id,
        what,
        mock: ours.fits ? 'fits' : 'refuses',
        prism: theirs.fits ? 'fits' : 'refuses',
        reasons: [...ours.reasons, ...theirs.reasons],
      });
    }
  }
  return compared;
}

const disagree = (entry: Compared) => entry.mock !== entry.prism;
const noteFor = (entry: Compared) =>
  differences.requests.find(
    ({ request, operation = '', mock, prism }) =>
      new RegExp(request).test(entry.what) &&
      new RegExp(operation).test(entry.operation) &&
      mock === entry.mock &&
      prism === entry.prism,
  );

describe('both judges', () => {
  test('take every request that the document gives as an example', { timeout: 60_000 }, async () => {
    const compared = await compareAll(exampleVariants);
    expect(compared.length).toBeGreaterThan(operations.size);
    expect(compared.filter((entry) => entry.mock === 'refuses' || entry.prism === 'refuses')).toEqual([]);
  });

  test('agree on generated bad requests, or a note says why they do not', { timeout: 120_000 }, async () => {
    const compared = await compareAll(faultyVariants);
    const refused = compared.filter((entry) => entry.mock === 'refuses' && entry.prism === 'refuses');
    expect(refused.length).toBeGreaterThan(3000);
    expect(compared.filter((entry) => disagree(entry) && !noteFor(entry))).toEqual([]);
    const used = new Set(compared.filter(disagree).map((entry) => noteFor(entry)?.id));
    expect(differences.requests.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });
});
