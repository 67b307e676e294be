import { generateCases } from './generate.ts';
import { loadCases } from './load.ts';
import type { SectionCase } from './types.ts';

/**
 * Every case: those made by hand, and those made from the document. Where a good call of an operation was made by hand, the
 * example of the document is left out: the facts say more of it than the example, and can need a state of their own.
 */
export function allCases(): SectionCase[] {
  const byHand = loadCases();
  const covered = new Set(byHand.flatMap(goodOperations));
  const generated = generateCases().filter(
    ({ operation, refused }) => refused !== undefined || !covered.has(operation),
  );
  return [...byHand, ...generated];
}

/** Operations that a case calls and expects to be answered. */
export function goodOperations(entry: SectionCase): string[] {
  const steps = [entry, ...(entry.followUps ?? [])];
  const good = (status: number | 'denied') => status !== 'denied' && status < 300;
  return steps.filter(({ expect }) => [expect.status].flat().every(good)).map(({ operation }) => operation);
}
