import type { Keys } from '../cases/keys.ts';
import type { Scheme, SectionCase } from '../cases/types.ts';
import { type CallerName, callerNames } from './call.ts';
import { clientCaller } from './client-caller.ts';
import { fetchCaller } from './fetch-caller.ts';
import type { Manner } from './hold.ts';
import { createRandom, shuffle } from './random.ts';
import { type CaseResult, type Report, summarise } from './report.ts';
import { missingKeys, runCase } from './run-case.ts';

export interface RunOptions extends Manner {
  /** Address of the API, such as `http://127.0.0.1:4010`, without a path. */
  target: string;
  /** Secrets by kind of key. Cases whose key is missing are skipped by name. */
  keys: Keys;
  cases: readonly SectionCase[];
  /** How the key is sent; both ways unless set. */
  schemes?: readonly Scheme[];
  /** Who sends; the client and bare `fetch` unless set. */
  callers?: readonly CallerName[];
  /** Run each case once, in one scheme and through one caller drawn from the seed, rather than in all. */
  sample?: boolean;
  /** Number that orders the cases; the same number gives the same order. 1 unless set. */
  seed?: number;
  /** Puts the target back to where it was, before each case. What it throws ends the run. */
  reset?: () => Promise<void> | void;
  /** Hears of each result as it comes, with how many there will be. */
  onResult?: (result: CaseResult, done: number, of: number) => void;
  /** Ends the run after the case that is under way. */
  signal?: AbortSignal;
}

interface Planned {
  entry: SectionCase;
  /** Null where the case sends no key. */
  scheme: Scheme | null;
  caller: CallerName;
}

/** Runs cases against a target, one after the other, and reports on all of them. It never throws for a case that fails. */
export async function runCases(options: RunOptions): Promise<Report> {
  const { target, keys, seed = 1, signal } = options;
  const callers = { client: clientCaller(target), fetch: fetchCaller(target) };
  const planned = planRun(options);
  const started = performance.now();
  const results: CaseResult[] = [];
  for (const plan of planned) {
    if (signal?.aborted) break;
    const begun = performance.now();
    const outcome = await runPlanned(plan, options, callers[plan.caller], keys);
    const { section, name, operation, key } = plan.entry;
    const { scheme, caller } = plan;
    const result = { section, name, operation, key, scheme, caller, ...outcome, duration: performance.now() - begun };
    results.push(result);
    options.onResult?.(result, results.length, planned.length);
  }
  return summarise(target, seed, performance.now() - started, results);
}

/** Which case runs in which scheme and through whom, in the order of the seed. */
export function planRun(options: Pick<RunOptions, 'cases' | 'schemes' | 'callers' | 'sample' | 'seed'>): Planned[] {
  const { cases, schemes = ['bearer', 'userToken'], callers = callerNames, sample = false, seed = 1 } = options;
  const random = createRandom(seed);
  const all = cases.map((entry) => {
    // Without a key there is no scheme, and the client, which cannot be made without one, has nothing to send.
    const own = entry.key === 'none' ? [null] : schemes.filter((scheme) => entry.schemes?.includes(scheme) ?? true);
    const senders = entry.key === 'none' ? callers.filter((caller) => caller === 'fetch') : callers;
    const here = own.flatMap((scheme) => senders.map((caller) => ({ entry, scheme, caller })));
    return sample ? shuffle(here, random).slice(0, 1) : here;
  });
  return shuffle(all.flat(), random);
}

async function runPlanned(
  { entry, scheme }: Planned,
  { reset, denied, behind }: RunOptions,
  call: ReturnType<typeof fetchCaller>,
  keys: Keys,
): Promise<Pick<CaseResult, 'outcome' | 'findings'>> {
  const missing = missingKeys(entry, keys);
  if (missing.length > 0) return { outcome: 'skipped', findings: [`The run has no key ${missing.join(' and ')}.`] };
  await reset?.();
  const manner = { ...(denied && { denied }), ...(behind && { behind }) };
  const findings = await runCase(entry, { call, keys, scheme: scheme ?? 'bearer', manner });
  return { outcome: findings.length === 0 ? 'passed' : 'failed', findings };
}
