#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { CommandLineError, readOptions, refuseOldNode } from './cli/options.ts';
import { renderHelp, renderStart } from './cli/text.ts';

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
  const { startMockTenant } = await import('./index.ts');
  const tenant = await startMockTenant(options).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') {
      throw new CommandLineError(
        `Port ${options.port} is in use. Choose another one with --port, or any free one with --port 0.`,
      );
    }
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
      throw new CommandLineError(`This machine has no address ${options.host}. Leave --host out for 127.0.0.1.`);
    }
    if (options.data !== undefined && error.message.startsWith(options.data)) throw new CommandLineError(error.message);
    throw error;
  });
  process.stdout.write(options.quiet ? `${tenant.url}\n` : renderStart(tenant.url));
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void tenant.close().then(() => process.exit(0)));
}

function readVersion(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

function fail(message: string): never {
  process.stderr.write(`tines-mock-tenant: ${message}\n`);
  process.exit(2);
}
