import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { startMockTenant } from '@tines-openapi/mock-tenant';
import type { Consumer } from './consumer.ts';
import { judgeCall, type Scheme } from './judge-call.ts';
import { countLines, countWarnings } from './measure.ts';
import { layDocument, type PackedSpec } from './packed-spec.ts';
import type { Result } from './results.ts';
import { type Outcome, runShell } from './shell.ts';

/** What a run needs besides the consumer. */
export interface RunOptions {
  readonly spec: PackedSpec;
  /** Told of each step as it begins. */
  readonly say?: (step: string) => void;
  /** Leaves the repository where it was made, to look into it. */
  readonly keep?: boolean;
}

/** A result, and what the failed steps said. */
export interface Run {
  readonly result: Result;
  /** A text for each step that failed, with the end of its output. */
  readonly failures: readonly string[];
}

/**
 * Runs one consumer: an empty folder → its files → the document → install → generate → compile → call with each scheme.
 * A step whose step before failed does not run and counts as failed.
 *
 * @throws Error where the repository cannot be set up: then nothing is known of the generator.
 */
export async function runConsumer(
  consumer: Consumer,
  { spec, say = () => {}, keep = false }: RunOptions,
): Promise<Run> {
  const repository = mkdtempSync(join(tmpdir(), `tines-openapi-${consumer.name}-`));
  try {
    say(keep ? `in ${repository}` : 'install');
    cpSync(consumer.folder, repository, { recursive: true, filter: (path) => !leftovers.has(basename(path)) });
    layDocument(consumer, spec, repository);
    if (consumer.install !== undefined) await must(consumer, 'install', consumer.install, repository);
    const version = await versionOf(consumer, repository);
    return await runSteps(consumer, version, repository, say);
  } finally {
    if (!keep) rmSync(repository, { recursive: true, force: true });
  }
}

/** What a try by hand leaves in the folder: a run makes its own. */
const leftovers = new Set([
  'node_modules',
  'target',
  'build',
  'generated',
  'openapi.json',
  'openapi.yaml',
  '.venv',
  '__pycache__',
]);

async function must({ name }: Consumer, step: string, command: string, repository: string): Promise<Outcome> {
  const outcome = await runShell(command, repository);
  if (!outcome.ok) throw new Error(`${name}: ${describeFailure(step, command, outcome)}`);
  return outcome;
}

async function versionOf(consumer: Consumer, repository: string): Promise<string> {
  if (/^v?\d[\w.+-]*$/.test(consumer.version)) return consumer.version;
  const { stdout } = await must(consumer, 'version', consumer.version, repository);
  return stdout.trim();
}

async function runSteps(
  consumer: Consumer,
  version: string,
  repository: string,
  say: (step: string) => void,
): Promise<Run> {
  const failures: string[] = [];
  const step = async (
    name: string,
    command: string,
    check: (outcome: Outcome) => string | undefined = () => undefined,
  ) => {
    say(name);
    const outcome = await runShell(command, repository);
    const wrong = outcome.ok ? check(outcome) : 'It failed.';
    if (wrong !== undefined) failures.push(describeFailure(name, command, outcome, wrong));
    return { ok: wrong === undefined, outcome };
  };

  let lines = 0;
  const generate = await step('generate', consumer.generate, () => {
    lines = countLines(repository, consumer.generated);
    return lines === 0 ? `It wrote nothing to ${consumer.generated}.` : undefined;
  });
  const compile = generate.ok ? await step('compile', consumer.compile) : undefined;
  const call = async (scheme: Scheme) => {
    if (!compile?.ok) return false;
    say(`call with ${scheme}`);
    const wrong = await callTenant(consumer, repository, scheme);
    if (wrong !== undefined) failures.push(wrong);
    return wrong === undefined;
  };
  const calls = { bearer: await call('bearer'), userToken: await call('user-token') };
  const result: Result = {
    name: consumer.name,
    language: consumer.language,
    generator: consumer.generator,
    version,
    ran: new Date().toISOString().slice(0, 10),
    document: consumer.document,
    generates: generate.ok,
    compiles: compile?.ok ?? false,
    calls,
    warnings: countWarnings(generate.outcome.output),
    lines,
    seconds: { generate: tenths(generate.outcome.seconds), compile: compile ? tenths(compile.outcome.seconds) : null },
    workarounds: consumer.workarounds,
    reason: consumer.reason ?? null,
    command: consumer.generate,
  };
  return { result, failures };
}

/** A tenant of its own for each call: what one program writes, no other sees. */
async function callTenant({ call }: Consumer, repository: string, scheme: Scheme): Promise<string | undefined> {
  const tenant = await startMockTenant();
  try {
    const variables = { TINES_URL: tenant.url, TINES_KEY: tenant.keys.tenantOwner, TINES_SCHEME: scheme };
    const outcome = await runShell(call, repository, variables);
    const wrong = judgeCall(outcome, tenant.requests, scheme);
    return wrong === undefined ? undefined : describeFailure(`call with ${scheme}`, call, outcome, wrong);
  } finally {
    await tenant.close();
  }
}

function describeFailure(step: string, command: string, { output }: Outcome, wrong = 'It failed.'): string {
  return `${step}, ${command}: ${wrong}\n${output.trim().slice(-4000)}`;
}

const tenths = (seconds: number) => Math.round(seconds * 10) / 10;
