import { fillExpectation } from '../cases/kept.ts';
import { type KeyName, type Keys, secretOf } from '../cases/keys.ts';
import type { CaseStep, Scheme, SectionCase } from '../cases/types.ts';
import { type Caller, reasonOf } from './call.ts';
import { fillCall, operationNamed, valueAt } from './fill.ts';
import { holdAnswer, type Manner } from './hold.ts';

/** What a case needs to run. */
export interface Surroundings {
  call: Caller;
  keys: Keys;
  scheme: Scheme;
  manner: Manner;
}

/** The keys that a case needs but the run does not have. */
export function missingKeys(entry: SectionCase, keys: Keys): KeyName[] {
  const inHeaders = [entry, ...(entry.followUps ?? [])].flatMap(({ request }) =>
    Object.values(request?.headers ?? {}).flatMap((value) => [...value.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)),
  );
  const needed = [entry.key, ...(entry.followUps ?? []).map(({ key }) => key ?? entry.key), ...inHeaders] as KeyName[];
  return [...new Set(needed)].filter((name) => secretOf(keys, name) === undefined);
}

/**
 * Runs a case: its call, then its follow-ups, until something is not as expected.
 *
 * @returns What is not as expected; empty where the case holds.
 */
export async function runCase(entry: SectionCase, surroundings: Surroundings): Promise<string[]> {
  const kept = new Map<string, unknown>();
  const first = await runStep(entry, entry.key, kept, surroundings, entry);
  if (first.length > 0) return first;
  for (const [index, step] of (entry.followUps ?? []).entries()) {
    const findings = await runStep(step, step.key ?? entry.key, kept, surroundings);
    if (findings.length > 0) return findings.map((text) => `follow-up ${index + 1} (${step.operation}): ${text}`);
  }
  return [];
}

async function runStep(
  step: CaseStep,
  key: KeyName,
  kept: Map<string, unknown>,
  { call, keys, scheme, manner }: Surroundings,
  { refused }: Pick<SectionCase, 'refused'> = {},
): Promise<string[]> {
  const secret = secretOf(keys, key) ?? null;
  const answer = await call(fillCall(step, kept, keys), { secret, scheme }).catch((cause: unknown) => cause as Error);
  if (answer instanceof Error) return [`no answer came: ${reasonOf(answer)}`];
  const expect = fillExpectation(step.expect, kept);
  const findings = holdAnswer(operationNamed(step.operation), expect, answer, manner, refused ?? refusalOf(step));
  return findings.length > 0 ? findings : keepValues(step, answer.body, kept);
}

/** Keeps what a step says is to be kept. @returns A sentence for each place of the answer that holds nothing. */
function keepValues({ keep = {} }: CaseStep, body: unknown, kept: Map<string, unknown>): string[] {
  return Object.entries(keep).flatMap(([name, pointer]) => {
    const value = valueAt(body, pointer);
    kept.set(name, value);
    return value === undefined ? [`${pointer || 'the body'} must hold something to keep as "${name}"`] : [];
  });
}

/** A follow-up that must be refused is one of its key or of what is missing; its status tells which. */
function refusalOf({ expect }: CaseStep): SectionCase['refused'] {
  return expect.status === 401 ? 'key' : undefined;
}
