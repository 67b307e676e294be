import { keptPlaces } from './kept.ts';
import type { CaseStep } from './types.ts';

/**
 * Finds what is wrong with the kept values of a case: a name that no step before it keeps, a place that is spelled wrong, or
 * one in a schema where it would not be compared.
 *
 * @param name Name of the case, for the sentences.
 * @param steps The case and its follow-ups, in order.
 */
export function keptFaults(name: string, steps: readonly CaseStep[]): string[] {
  const known = new Set<string>();
  return steps.flatMap((step) => {
    const faults = stepFaults(step, known).map((fault) => `"${name}" ${fault}`);
    for (const kept of Object.keys(step.keep ?? {})) known.add(kept);
    return faults;
  });
}

function stepFaults({ operation, request, expect }: CaseStep, known: ReadonlySet<string>): string[] {
  const inSchema = keptPlaces(expect.schema);
  return [...keptPlaces(request), ...keptPlaces(expect.includes), ...inSchema].flatMap((place) => {
    if (place.name === undefined) return [`must give "$kept" in ${operation} one name and nothing beside it.`];
    if (!known.has(place.name))
      return [`uses "${place.name}" in ${operation}, but no step before keeps it.${kept(known)}`];
    // Elsewhere a message of the schema could show the value, or the schema would not mean the value at all.
    if (inSchema.includes(place) && place.under !== 'const') {
      return [
        `uses "${place.name}" in the schema of ${operation} under "${place.under}"; there it may be under "const" only.`,
      ];
    }
    return [];
  });
}

function kept(known: ReadonlySet<string>): string {
  return known.size === 0 ? '' : ` Kept by then: ${[...known].join(', ')}.`;
}
