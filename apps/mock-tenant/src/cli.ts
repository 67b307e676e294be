#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { CommandLineError, explain } from './cli/errors.ts';
import { renderHelp } from './cli/help.ts';
import { keepHeapSmall } from './cli/memory.ts';
import { readOptions, refuseOldNode } from './cli/options.ts';

const tooOld = refuseOldNode(process.versions.node);
if (tooOld !== undefined) fail(tooOld);

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof CommandLineError) fail(error.message);
  throw error;
}

async function run(argv: string[]): Promise<void> {
  const options = readOptions(argv);
  if (options.help) return void process.stdout.write(renderHelp());
  if (options.version) return void process.stdout.write(`${readVersion()}\n`);
  // Whoever reads the output may stop reading; the tenant goes on.
  process.stdout.on('error', () => {});
  keepHeapSmall();
  const { startTenants } = await import('./cli/start.ts');
  const end = await startTenants(options, write).catch((error: unknown) => {
    throw explain(error, options);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void end().then(() => process.exit(0)));
}

/** What is asked for goes to standard output; what `--quiet` keeps from it and still has to be known, to standard error. */
function write(text: string, aside: boolean): void {
  (aside ? process.stderr : process.stdout).write(text);
}

function readVersion(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

function fail(message: string): never {
  process.stderr.write(`tines-mock-tenant: ${message}\n`);
  process.exit(2);
}
