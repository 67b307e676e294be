import { parseArgs } from 'node:util';
import { type KeyName, type Keys, keyNames } from '../cases/keys.ts';
import type { Scheme } from '../cases/types.ts';
import { type ReporterName, reporters } from '../reporters/index.ts';
import { type CallerName, callerNames } from '../run/call.ts';
import { usageError } from './exit-codes.ts';
import { demandWritable, readText } from './files.ts';
import { oneOf, readFlags, readSecret, readTarget, wholeNumber } from './read-options.ts';

/** Where a report goes: a file, or standard output. */
export interface Output {
  reporter: ReporterName;
  file: string | undefined;
}

export interface RunCommand {
  /** Undefined where the command starts a mock tenant of its own. */
  target: string | undefined;
  /** Undefined where nobody has handed over any. */
  keys: { secrets: Keys; from: string } | undefined;
  files: string[];
  sections: string[];
  operations: string[];
  keyNames: KeyName[];
  schemes: Scheme[];
  callers: CallerName[];
  sample: boolean;
  seed: number;
  denied: 403 | 404 | undefined;
  allowWrites: boolean;
  reset: boolean;
  outputs: Output[];
}

const flags = {
  target: { type: 'string', short: 't' },
  keys: { type: 'string' },
  cases: { type: 'string', multiple: true, default: [] as string[] },
  section: { type: 'string', multiple: true, default: [] as string[] },
  operation: { type: 'string', multiple: true, default: [] as string[] },
  key: { type: 'string', multiple: true, default: [] as string[] },
  scheme: { type: 'string', multiple: true, default: ['bearer', 'userToken'] as string[] },
  caller: { type: 'string', multiple: true, default: [...callerNames] as string[] },
  sample: { type: 'boolean', default: false },
  seed: { type: 'string', default: '1' },
  denied: { type: 'string' },
  'allow-writes': { type: 'boolean', default: false },
  'no-reset': { type: 'boolean', default: false },
  reporter: { type: 'string', multiple: true, default: ['people'] as string[] },
} as const;

/**
 * Reads the command line of `run`. The key of the environment is for a target that somebody names: a mock tenant that the run
 * starts knows its own keys only.
 *
 * @throws CommandError that names the flag and what is allowed.
 */
export function readRunCommand(args: string[], environment: NodeJS.ProcessEnv): RunCommand {
  const values = readFlags(() => parseArgs({ args, options: flags, allowPositionals: false }).values);
  const target = values.target === undefined ? undefined : readTarget('--target', values.target);
  const fromEnvironment = target === undefined ? undefined : keyOf(environment);
  return {
    target,
    keys: values.keys === undefined ? fromEnvironment : { secrets: readKeys(values.keys), from: values.keys },
    files: values.cases,
    sections: values.section,
    operations: values.operation,
    keyNames: values.key.map((name) => oneOf('key', name, keyNames)),
    schemes: values.scheme.map((name) => oneOf('scheme', name, ['bearer', 'userToken'] as const)),
    callers: values.caller.map((name) => oneOf('caller', name, callerNames)),
    sample: values.sample,
    seed: wholeNumber('seed', values.seed, 0, 4294967295),
    denied:
      values.denied === undefined ? undefined : (Number(oneOf('denied', values.denied, ['403', '404'])) as 403 | 404),
    allowWrites: values['allow-writes'],
    reset: !values['no-reset'],
    outputs: values.reporter.map(readOutput),
  };
}

function keyOf({ TINES_API_KEY: secret }: NodeJS.ProcessEnv): RunCommand['keys'] {
  if (!secret) return undefined;
  return { secrets: { tenantOwner: readSecret('TINES_API_KEY', secret) }, from: 'TINES_API_KEY' };
}

function readOutput(text: string): Output {
  const mark = text.indexOf('=');
  const names = Object.keys(reporters) as ReporterName[];
  if (mark < 0) return { reporter: oneOf('reporter', text, names), file: undefined };
  const file = text.slice(mark + 1);
  const reporter = oneOf('reporter', text.slice(0, mark), names);
  demandWritable(`--reporter ${reporter}=`, file);
  return { reporter, file };
}

/** @throws CommandError where the file holds anything but secrets by the known kinds of keys. No message holds a secret. */
function readKeys(file: string): Keys {
  const known = keyNames.filter((name) => name !== 'none' && name !== 'unknown');
  let content: unknown;
  try {
    content = JSON.parse(readText(file));
  } catch (error) {
    if (error instanceof SyntaxError) throw usageError(`${file} is not JSON.`);
    throw error;
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw usageError(`${file} must hold an object with keys of ${known.join(', ')}.`);
  }
  for (const [name, secret] of Object.entries(content)) {
    if (!known.some((entry) => entry === name)) {
      throw usageError(`${file} names a key "${name}", which is not known. Known: ${known.join(', ')}.`);
    }
    readSecret(`What ${file} gives for ${name}`, typeof secret === 'string' ? secret : '');
  }
  return content as Keys;
}
