import type { KeyName } from '../cases/keys.ts';
import type { Scheme } from '../cases/types.ts';
import type { CallerName } from './call.ts';

export type Outcome = 'passed' | 'failed' | 'skipped';

/** What came of one case in one scheme through one caller. */
export interface CaseResult {
  section: string;
  name: string;
  operation: string;
  key: KeyName;
  /** Null where no key is sent. */
  scheme: Scheme | null;
  caller: CallerName;
  outcome: Outcome;
  /** Why it failed or was skipped, a sentence each. No secrets, no values of answers. */
  findings: string[];
  /** Milliseconds. */
  duration: number;
}

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** What a run came to. */
export interface Report {
  target: string;
  /** Number that the order of the cases was drawn from. */
  seed: number;
  /** Milliseconds. */
  duration: number;
  total: Count;
  /** By section, in the order of their names. */
  sections: Record<string, Count & { operations: number }>;
  results: CaseResult[];
}

/** Counts results. */
export function count(results: readonly CaseResult[]): Count {
  const total: Count = { passed: 0, failed: 0, skipped: 0 };
  for (const { outcome } of results) total[outcome] += 1;
  return total;
}

/** Puts results into a report. */
export function summarise(target: string, seed: number, duration: number, results: CaseResult[]): Report {
  const names = [...new Set(results.map(({ section }) => section))].sort();
  const sections = names.map((name) => {
    const here = results.filter(({ section }) => section === name);
    return [name, { ...count(here), operations: new Set(here.map(({ operation }) => operation)).size }] as const;
  });
  return { target, seed, duration, total: count(results), sections: Object.fromEntries(sections), results };
}
