#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { CommandError, exitCodes, usageError } from './cli/exit-codes.ts';
import { renderHelp } from './cli/help.ts';

type Command = (args: string[], environment: NodeJS.ProcessEnv) => Promise<number>;

/** Commands are loaded when they are asked for: help and version need no document. */
const commands: Record<string, () => Promise<Command>> = {
  run: async () => (await import('./cli/run-command.ts')).run,
  drift: async () => (await import('./cli/drift-command.ts')).drift,
};

async function main([name, ...args]: string[]): Promise<number> {
  const asked = [name, ...args];
  if (name === undefined || asked.includes('--help') || asked.includes('-h')) return print(renderHelp());
  if (name === '--version' || name === '-v') return print(`${readVersion()}\n`);
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw usageError(`There is no command "${name}". Known: ${Object.keys(commands).join(', ')}.`);
  const command = await load();
  return command(args, process.env);
}

function print(text: string): number {
  process.stdout.write(text);
  return exitCodes.ok;
}

function readVersion(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  process.stderr.write(`tines-contract: ${error.message}\n`);
  process.exitCode = error.exitCode;
}
