import { parseArgs } from 'node:util';
import { operations } from '../document/document.ts';
import { usageError } from './exit-codes.ts';
import { demandWritable } from './files.ts';
import { readFlags, readSecret, readTarget, wholeNumber } from './read-options.ts';

export interface DriftCommand {
  /** Undefined where a HAR is read. */
  live: { target: string; secret: string } | undefined;
  /** A HAR file, and the host whose traffic counts; the host of the first call to an API unless set. */
  har: { file: string; host: string | undefined } | undefined;
  most: number;
  sections: string[];
  dryRun: boolean;
  markdown: string | undefined;
  json: string | undefined;
}

const flags = {
  har: { type: 'string' },
  most: { type: 'string' },
  section: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  markdown: { type: 'string' },
  json: { type: 'string' },
} as const;

/**
 * Reads the command line of `drift`. Tenant and key come from the environment, so that no key stands in a history.
 *
 * @throws CommandError that names the flag or the variable and what is allowed.
 */
export function readDriftCommand(args: string[], environment: NodeJS.ProcessEnv): DriftCommand {
  const values = readFlags(() => parseArgs({ args, options: flags, allowPositionals: false }).values);
  const { har, most = '300', section: sections = [], 'dry-run': dryRun = false } = values;
  const unused = (['most', 'section', 'dry-run'] as const).find((flag) => values[flag] !== undefined);
  if (har !== undefined && unused !== undefined) {
    throw usageError(`--${unused} does not go with --har, which reads all that was recorded and calls nothing.`);
  }
  demandSections(sections);
  demandWritable('--markdown', values.markdown);
  demandWritable('--json', values.json);
  const { TINES_TENANT: tenant, TINES_API_KEY: secret } = environment;
  const host = tenant ? new URL(readTarget('TINES_TENANT', tenant)).host : undefined;
  return {
    live: har === undefined ? readLive(tenant, secret, dryRun) : undefined,
    har: har === undefined ? undefined : { file: har, host },
    most: wholeNumber('most', most, 1, 5000),
    sections,
    dryRun,
    markdown: values.markdown,
    json: values.json,
  };
}

function demandSections(names: readonly string[]): void {
  const known = new Set([...operations.values()].map(({ section }) => section));
  const strange = names.find((name) => !known.has(name));
  if (strange !== undefined) throw usageError(`--section "${strange}" is not known. Known: ${[...known].join(', ')}.`);
}

function readLive(tenant: string | undefined, secret: string | undefined, dryRun: boolean): DriftCommand['live'] {
  if (!tenant)
    throw usageError('Set TINES_TENANT to the tenant, such as acme.tines.com, or hand over a HAR with --har.');
  const target = readTarget('TINES_TENANT', tenant);
  if (dryRun) return { target, secret: '' };
  if (!secret) throw usageError('Set TINES_API_KEY to a key of the tenant. A key that may only read is best.');
  return { target, secret: readSecret('TINES_API_KEY', secret) };
}
