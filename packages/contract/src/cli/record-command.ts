import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HarError, readHar, withoutCredentials } from '../drift/har.ts';
import { findRedocly } from '../drift/redocly.ts';
import { type ExitCode, exitCodes, usageError } from './exit-codes.ts';
import { demandWritable, writeWhole } from './files.ts';
import { demandApi } from './preflight.ts';
import { readFlags, readTarget, wholeNumber } from './read-options.ts';
import type { Streams } from './streams.ts';

const flags = { har: { type: 'string' }, port: { type: 'string', default: '4040' } } as const;

/**
 * Records traffic between a program and the tenant by `redocly proxy`, until it is interrupted. What it writes down with
 * keys in it stays in a folder that only this user can read; the file that is left holds none.
 *
 * @throws CommandError where it cannot begin.
 */
export async function record(args: string[], environment: NodeJS.ProcessEnv, { out }: Streams): Promise<ExitCode> {
  const values = readFlags(() => parseArgs({ args, options: flags, allowPositionals: false }).values);
  const { har } = values;
  if (har === undefined) throw usageError('Say with --har where the recorded traffic goes.');
  demandWritable('--har', har);
  if (!environment.TINES_TENANT) throw usageError('Set TINES_TENANT to the tenant, such as acme.tines.com.');
  const target = readTarget('TINES_TENANT', environment.TINES_TENANT);
  const port = String(wholeNumber('port', values.port, 1, 65535));
  const cli = findRedocly();
  if (cli === undefined) throw usageError('Recording needs @redocly/cli. Install it beside this package.');
  // The program that is recorded brings the key.
  await demandApi(target, null);
  const folder = mkdtempSync(join(tmpdir(), 'tines-contract-'));
  const raw = join(folder, 'raw.har');
  try {
    await runProxy([cli, 'proxy', '--target', target, '--port', port, '--har', raw], folder);
    if (!existsSync(raw)) throw usageError(`Nothing was recorded; is port ${port} free?`);
    writeWhole(har, cleaned(readFileSync(raw, 'utf8')));
    out(`Recorded to ${har}, without keys. Bodies are in it; tines-contract drift --har ${har} shows none of them.\n`);
    return exitCodes.ok;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What was recorded, without keys. @throws CommandError where it was cut off, since nobody can tell then what is in it. */
function cleaned(text: string): string {
  try {
    readHar(text);
    return withoutCredentials(text);
  } catch (error) {
    if (!(error instanceof HarError)) throw error;
    throw usageError(`What was recorded cannot be used, and nothing is kept of it. ${error.message}`);
  }
}

/** Runs the proxy until it ends. An interrupt goes on to it, so that it writes what it has. */
function runProxy(args: string[], cwd: string): Promise<void> {
  return new Promise((resolve) => {
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off' };
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
    const pass = () => child.kill('SIGINT');
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.once('exit', () => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve();
    });
  });
}
