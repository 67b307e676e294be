import { readFileSync } from 'node:fs';
import { CommandError, exitCodes, usageError } from './exit-codes.ts';
import { type CommandName, isCommand, renderHelp } from './help.ts';
import { refuseOldNode } from './node-version.ts';
import type { Streams } from './streams.ts';

type Command = (args: string[], environment: NodeJS.ProcessEnv, streams: Streams) => Promise<number>;

/** Commands are loaded when they are asked for: help and version need no document. */
const commands: Record<CommandName, () => Promise<Command>> = {
  run: async () => (await import('./run-command.ts')).run,
  drift: async () => (await import('./drift-command.ts')).drift,
  record: async () => (await import('./record-command.ts')).record,
  case: async () => (await import('./case-command.ts')).makeCase,
};

/**
 * Runs the command line.
 *
 * @param args Without the names of the program and of its file.
 * @returns The exit code. Faults of the program itself are thrown.
 */
export async function main(args: string[], environment: NodeJS.ProcessEnv, streams: Streams): Promise<number> {
  try {
    return await runCommand(args, environment, streams);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    streams.err(`tines-contract: ${error.message}\n`);
    return error.exitCode;
  }
}

async function runCommand(
  [name, ...args]: string[],
  environment: NodeJS.ProcessEnv,
  streams: Streams,
): Promise<number> {
  const asked = [name, ...args];
  if (name === undefined || asked.includes('--help') || asked.includes('-h')) return print(streams, renderHelp(name));
  if (name === '--version' || name === '-v') return print(streams, `${readVersion()}\n`);
  if (!isCommand(name)) {
    throw usageError(`There is no command "${name}". Known: ${Object.keys(commands).join(', ')}. Try --help.`);
  }
  const tooOld = refuseOldNode(process.versions.node);
  if (tooOld !== undefined) throw usageError(tooOld);
  const command = await commands[name]();
  return command(args, environment, streams);
}

function print({ out }: Streams, text: string): number {
  out(text);
  return exitCodes.ok;
}

function readVersion(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
