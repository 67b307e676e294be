import type { MutationResult, Verdict } from './mutate.ts';

/** How many changes there were and how many of them were refused. */
export interface Figure {
  total: number;
  refused: number;
}

/** The share of refused changes, 0 where there were none. */
export function shareOf({ total, refused }: Figure): number {
  return total === 0 ? 0 : refused / total;
}

/** Counts verdicts. */
export function figureOf(verdicts: Verdict[]): Figure {
  return { total: verdicts.length, refused: verdicts.filter((verdict) => verdict.refused).length };
}

/** The figures as lines for a person: the whole, each section, and by name what was not refused. */
export function reportLines(result: MutationResult, sectionOf: (path: string) => string): string[] {
  const sections = new Map<string, Verdict[]>();
  for (const verdict of result.verdicts) {
    const section = sectionOf(verdict.path);
    sections.set(section, [...(sections.get(section) ?? []), verdict]);
  }
  const lines = [...sections]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([section, verdicts]) => line(section, figureOf(verdicts)));
  return [line('all', figureOf(result.verdicts)), ...lines, '', 'Not refused:', ...missedLines(result.verdicts)];
}

function line(name: string, figure: Figure): string {
  return `${(shareOf(figure) * 100).toFixed(1).padStart(5)} %  ${name.padEnd(24)} ${figure.refused} of ${figure.total}`;
}

// One line for a property, with every change that it takes and every answer that has it.
function missedLines(verdicts: Verdict[]): string[] {
  const byProperty = new Map<string, { changes: Set<string>; answers: Set<string> }>();
  for (const { property, change, operationId, refused } of verdicts) {
    if (refused) continue;
    const entry = byProperty.get(property) ?? { changes: new Set(), answers: new Set() };
    entry.changes.add(change);
    entry.answers.add(operationId);
    byProperty.set(property, entry);
  }
  return [...byProperty].map(
    ([property, { changes, answers }]) => `  ${property}: ${[...changes].join(', ')} (${[...answers].join(', ')})`,
  );
}
