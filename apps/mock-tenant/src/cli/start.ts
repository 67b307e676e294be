import { type MockTenant, SeedError, startMockTenant } from '../index.ts';
import { CommandLineError } from './errors.ts';
import type { CommandLine } from './options.ts';
import { renderRequest } from './request-log.ts';
import { readSeedFile } from './seed-file.ts';
import { keysAtStart } from './shown-keys.ts';
import { renderStart, renderStartJson, type Start } from './text.ts';

/** Takes what is to be printed, and whether it goes beside the output that programs read. */
type Write = (text: string, aside: boolean) => void;

/**
 * Starts as many tenants as were asked for, tells where they are, and logs their requests from then on.
 *
 * @returns A function that ends all of them.
 * @throws CommandLineError where the seed file is not good; otherwise what `startMockTenant` throws.
 */
export async function startTenants(options: CommandLine, write: Write): Promise<() => Promise<void>> {
  const seed = options.seedFile === undefined ? undefined : readSeedFile(options.seedFile);
  const certificate = options.https
    ? await (await import('./certificate.ts')).makeCertificate(options.host)
    : undefined;
  const tenants: MockTenant[] = [];
  const end = async () => {
    await Promise.all(tenants.map((tenant) => tenant.close()));
    certificate?.remove();
  };
  try {
    for (let at = 0; at < options.tenants; at += 1) {
      const port = options.port === 0 ? 0 : options.port + at;
      tenants.push(
        await startMockTenant({ ...options, port, ...(seed && { seed }), ...(certificate && { certificate }) }),
      );
    }
  } catch (error) {
    await end();
    throw explainSeed(error, options.seedFile);
  }
  const [first] = tenants;
  const start: Start = {
    urls: tenants.map(({ url }) => url),
    hasPage: options.console,
    keys: first ? keysAtStart(first, seed) : [],
    isDemo: seed === undefined,
    mockTokens: tenants.map(({ mockToken }) => mockToken),
    authorityFile: certificate?.authorityFile,
  };
  tell(start, options, write);
  if (!options.quiet) logRequests(tenants, options.json, write);
  return end;
}

function explainSeed(error: unknown, file: string | undefined): unknown {
  if (file === undefined) return error;
  if (!(error instanceof SeedError) && !(error instanceof TypeError)) return error;
  return new CommandLineError(`--seed-file ${file} does not fit:\n${error.message.replaceAll(/^/gm, '  ')}`);
}

function tell(start: Start, { json, quiet }: CommandLine, write: Write): void {
  if (json) write(renderStartJson(start), false);
  else if (quiet) tellQuietly(start, write);
  else write(renderStart(start), false);
}

function tellQuietly({ urls, authorityFile, mockTokens }: Start, write: Write): void {
  write(urls.map((url) => `${url}\n`).join(''), false);
  if (authorityFile !== undefined) write(`The authority of the certificate: ${authorityFile}\n`, true);
  for (const token of mockTokens) {
    if (token !== undefined) write(`X-Mock-Token of /_mock: ${token}\n`, true);
  }
}

function logRequests(tenants: MockTenant[], json: boolean, write: Write): void {
  const colour = process.stdout.isTTY && !process.env.NO_COLOR;
  for (const [at, tenant] of tenants.entries()) {
    const number = tenants.length === 1 ? undefined : at + 1;
    tenant.on('request', (entry) => {
      const line = json
        ? JSON.stringify({ event: 'request', tenant: at + 1, ...entry })
        : renderRequest(entry, colour, number);
      write(`${line}\n`, false);
    });
  }
}
