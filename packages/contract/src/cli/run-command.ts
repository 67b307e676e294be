import { allCases } from '../cases/all.ts';
import { demoKeys } from '../cases/keys.ts';
import { CaseFileError, readCases } from '../cases/load.ts';
import type { SectionCase } from '../cases/types.ts';
import { operations } from '../document/document.ts';
import { reporters } from '../reporters/index.ts';
import { createProgress } from '../reporters/progress.ts';
import type { Report } from '../run/report.ts';
import { runCases } from '../run/run-cases.ts';
import { type ExitCode, exitCodes, usageError } from './exit-codes.ts';
import { readText, writeWhole } from './files.ts';
import { findReset, startOwnMock } from './mock-target.ts';
import { demandTarget } from './preflight.ts';
import { isLoopback } from './read-options.ts';
import { type RunCommand, readRunCommand } from './run-options.ts';
import type { Streams } from './streams.ts';

/**
 * Runs contract cases against a target and writes the reports that were asked for.
 *
 * @throws CommandError where it cannot begin.
 */
export async function run(args: string[], environment: NodeJS.ProcessEnv, streams: Streams): Promise<ExitCode> {
  const command = readRunCommand(args, environment);
  const cases = chooseCases(command);
  const own = command.target === undefined ? await startOwnMock() : undefined;
  const target = own?.url ?? (command.target as string);
  const keys = command.keys?.secrets ?? (isLoopback(target) ? demoKeys : {});
  const { schemes, callers, sample, seed, denied } = command;
  const progress = createProgress(streams);
  try {
    await demandTarget(target, keys, command.keys?.from);
    const reset = command.reset ? (own?.reset ?? (await findReset(target))) : undefined;
    const report = await runCases({
      target,
      keys,
      cases,
      schemes,
      callers,
      sample,
      seed,
      ...(denied && { denied }),
      ...(reset && { reset }),
      onResult: ({ outcome }, done, of) => progress.report(outcome, done, of),
    }).finally(progress.end);
    writeReports(report, command, streams);
    return report.total.failed === 0 ? exitCodes.ok : exitCodes.failed;
  } finally {
    await own?.close();
  }
}

/** @throws CommandError where no case is left, or a filter names what does not exist. */
export function chooseCases(command: RunCommand): SectionCase[] {
  const all = command.files.length === 0 ? allCases() : command.files.flatMap(readCaseFile);
  demandKnown('section', command.sections, new Set(all.map(({ section }) => section)));
  demandKnown('operation', command.operations, new Set(operations.keys()));
  const remote = command.target !== undefined && !isLoopback(command.target);
  const chosen = all
    .filter(({ section }) => command.sections.length === 0 || command.sections.includes(section))
    .filter(({ operation }) => command.operations.length === 0 || command.operations.includes(operation))
    .filter(({ key }) => command.keyNames.length === 0 || command.keyNames.includes(key))
    .filter((entry) => !remote || command.allowWrites || onlyReads(entry));
  if (chosen.length === 0) throw usageError('No case is left by these filters.');
  return chosen;
}

/** A real tenant is not written to unless its owner says so, not even with a call that must be refused. */
function onlyReads(entry: SectionCase): boolean {
  return [entry, ...(entry.followUps ?? [])].every(({ operation }) => operations.get(operation)?.method === 'get');
}

function readCaseFile(file: string): SectionCase[] {
  try {
    return readCases(file, readText(file));
  } catch (error) {
    if (error instanceof CaseFileError) throw usageError(error.message);
    throw error;
  }
}

function demandKnown(flag: string, names: readonly string[], known: ReadonlySet<string>): void {
  const strange = names.find((name) => !known.has(name));
  if (strange === undefined) return;
  const near = [...known].filter((name) => name.toLowerCase().includes(strange.toLowerCase())).slice(0, 5);
  const hint = near.length > 0 ? ` Near: ${near.join(', ')}.` : '';
  throw usageError(`--${flag} "${strange}" is not known.${hint}`);
}

/** Reports are made first and written then, so that a fault in one leaves no half of another. */
function writeReports(report: Report, { outputs }: RunCommand, { out }: Streams): void {
  const made = outputs.map(({ reporter, file }) => ({ file, text: reporters[reporter](report) }));
  for (const { file, text } of made) {
    if (file === undefined) out(text);
    else writeWhole(file, text);
  }
}
