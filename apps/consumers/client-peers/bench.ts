/**
 * Holds the client against others: time and bytes allocated a call, over real sockets to a mock tenant in a process of its
 * own, size of the program "list stories" as a bundler makes it, and what an install brings. Ends with 1 if a target is missed.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Peer, peers } from './peers.ts';

const here = new URL('.', import.meta.url).pathname;
const root = join(here, '../../..');
const key = 'team-editor-demo-key';
const calls = 400;

interface Measured {
  name: string;
  retriesAndTimeout: boolean;
  microseconds: number;
  fastest: number;
  bytes: number;
  bundle: number;
  installed: number;
}

function prepare(): void {
  execFileSync('pnpm', ['install', '--frozen-lockfile', '--silent'], { cwd: here, stdio: 'inherit' });
  const document = join(root, 'spec/dist/openapi.json');
  const run = (program: string, ...args: string[]) =>
    execFileSync(process.execPath, [realpathSync(program), ...args], {
      cwd: here,
      stdio: 'pipe',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off' },
    });
  run(join(here, 'node_modules/@hey-api/openapi-ts/bin/run.js'), '--input', document, '--output', 'generated/hey-api');
  run(
    join(here, 'node_modules/@redocly/cli/bin/cli.js'),
    'generate-client',
    document,
    '--output',
    'generated/redocly/client.ts',
  );
}

/** The program of a peer as a bundler makes it. @returns Its file, and its bytes minified and gzipped. */
async function bundle({ name, source }: Peer): Promise<{ file: string; bytes: number }> {
  const { build } = createRequire(join(here, 'package.json'))('esbuild') as {
    build(options: object): Promise<{ outputFiles: { text: string }[] }>;
  };
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: here, loader: 'js' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    alias: { '@tines-openapi/client': join(root, 'packages/client/dist/index.js') },
  });
  const text = outputFiles[0]?.text ?? '';
  mkdirSync(join(here, 'generated/programs'), { recursive: true });
  const file = join(here, 'generated/programs', `${name.replace(/\W+/g, '-')}.mjs`);
  writeFileSync(file, text);
  return { file, bytes: gzipSync(text, { level: 9 }).length };
}

function measure(file: string, tenant: string): Pick<Measured, 'microseconds' | 'fastest' | 'bytes'> {
  const flags = ['--expose-gc', '--max-semi-space-size=256', '--min-semi-space-size=256'];
  const args = [...flags, join(here, 'measure.mjs'), file, tenant, key, String(calls)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

/** Bytes of what an install of a peer brings. */
function installedSize({ installed: { packages = [], generated } }: Peer): number {
  const folders = packages.map((name) =>
    name.startsWith('@tines-openapi/') ? join(root, 'packages', name.split('/')[1] ?? '', 'dist') : folderOf(name),
  );
  return [...folders, ...(generated ? [join(here, generated)] : [])].reduce((sum, folder) => sum + sizeOf(folder), 0);
}

/** Where a package lies: here, or beside one of those that are here. */
function folderOf(name: string): string {
  const direct = join(here, 'node_modules', name);
  try {
    return realpathSync(direct);
  } catch {
    const stored = readdirSync(join(here, 'node_modules/.pnpm')).find((entry) =>
      entry.startsWith(`${name.replace('/', '+')}@`),
    );
    if (!stored) throw new Error(`${name} is not installed.`);
    return join(here, 'node_modules/.pnpm', stored, 'node_modules', name);
  }
}

function sizeOf(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path)
    .filter((entry) => entry !== 'node_modules')
    .reduce((sum, entry) => sum + sizeOf(join(path, entry)), 0);
}

async function startTenant(): Promise<{ url: string; stop(): void }> {
  const program = join(root, 'apps/mock-tenant/dist/cli.js');
  const child = spawn(process.execPath, [program, '--port', '0', '--quiet'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve) => child.stdout.once('data', (text) => resolve(String(text).trim())));
  return { url, stop: () => child.kill() };
}

prepare();
const tenant = await startTenant();
const results: Measured[] = [];
for (const peer of peers) {
  const { file, bytes } = await bundle(peer);
  const { name, retriesAndTimeout } = peer;
  results.push({
    name,
    retriesAndTimeout,
    ...measure(file, tenant.url),
    bundle: bytes,
    installed: installedSize(peer),
  });
}
tenant.stop();

console.table(
  Object.fromEntries(
    results.map(({ name, microseconds, fastest, bytes, bundle: size, installed, retriesAndTimeout }) => [
      name,
      {
        'µs a call': Math.round(microseconds),
        'fastest round': Math.round(fastest),
        'kB allocated a call': Math.round(bytes / 100) / 10,
        'bundle, bytes': size,
        'installed, kB': Math.round(installed / 1000),
        'retry and timeout': retriesAndTimeout ? 'yes' : 'no',
      },
    ]),
  ),
);

const of = (name: string) => results.find((result) => result.name === name) as Measured;
const own = of('@tines-openapi/client');
const bare = of('openapi-fetch alone');
const smaller = results.filter((result) => result !== own && result.retriesAndTimeout && result.bundle < own.bundle);
const ratio = own.fastest / bare.fastest;
console.log(`${ratio.toFixed(2)} times openapi-fetch alone a call; the target is at most 1.3.`);
console.log(
  `Peers with retry and timeout that are smaller: ${smaller.map(({ name }) => name).join(', ') || 'none'}; the target is none.`,
);
if (ratio > 1.3 || smaller.length > 0) process.exitCode = 1;
