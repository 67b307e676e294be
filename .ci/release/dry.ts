/**
 * `pnpm release:dry [--no-install] [--limits FILE]`: a release up to the upload, and nothing of it leaves this machine.
 *
 * The order: build, pack, look at the archives (files, manifests and licence, sizes), ask publint and attw, then install the set
 * into an empty folder as a user would and use it. `--no-install` ends before that; `--limits` takes other limits than
 * `limits.json`. Exit codes: 0 fit to be released, 1 something is wrong, 2 wrong flags.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { useAsAUser } from './as-a-user.ts';
import { inspectFiles, inspectManifest, inspectSize, type Limit, type Release } from './inspect.ts';
import { askAttw, askPublint, installJudges } from './judges.ts';
import { buildAll, type Packed, packAll, readPacked } from './pack.ts';
import { root } from './packages.ts';
import { Progress } from './progress.ts';
import { kilobytes, renderTable } from './table.ts';

const write = (text: string) => void process.stdout.write(text);
process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  let flags: { 'no-install'?: boolean; limits?: string };
  let limits: Record<string, Limit>;
  try {
    const options = { 'no-install': { type: 'boolean' }, limits: { type: 'string' } } as const;
    flags = parseArgs({ args, options, allowPositionals: false }).values;
    limits = readLimits(flags.limits ?? join(import.meta.dirname, 'limits.json'));
  } catch (error) {
    process.stderr.write(`release:dry: ${(error as Error).message} Allowed: --no-install, --limits FILE.\n`);
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), 'tines-openapi-release-'));
  const started = performance.now();
  const progress = new Progress(write, process.stdout.isTTY ?? false);
  write('A dry release: nothing is published.\n');
  try {
    await release(folder, limits, progress, flags['no-install'] ?? false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const { length } = progress.problems;
  if (length === 0) write(`Fit to be released, in ${seconds} s.\n`);
  else
    process.stderr.write(
      `Not fit to be released: ${length} problem${length > 1 ? 's' : ''}, see the lines under !!.\n`,
    );
  return length === 0 ? 0 : 1;
}

async function release(
  folder: string,
  limits: Record<string, Limit>,
  progress: Progress,
  archivesOnly: boolean,
): Promise<void> {
  let packages: Packed[] = [];
  const packed =
    (await progress.step('build', buildAll)) &&
    (await progress.step('pack', async () => {
      packages = await packAll(folder);
      return { detail: `${packages.length} packages` };
    }));
  if (!packed) return;

  const shared = describeRelease(packages);
  await progress.step('files', () => inspectEach(packages, ({ files }) => inspectFiles(files)));
  await progress.step('versions, dates and licences', async () => ({
    ...(await inspectEach(packages, (one) => [...inspectManifest(one.manifest, shared), ...inspectLicence(one)])),
    detail: `${shared.version}, read on ${shared.readOn}`,
  }));
  await progress.step('sizes', () => inspectEach(packages, (one) => inspectSize(one, limits[one.name])));
  write(`\n${renderSizes(packages, limits)}\n\n`);

  const judges = await progress.step('install the judges', installJudges);
  if (judges) {
    await progress.step('publint', () => inspectEach(packages, askPublint));
    await progress.step('attw', () => inspectEach(packages, askAttw));
  }
  if (!archivesOnly) {
    await useAsAUser(
      packages.map(({ archive }) => archive),
      progress,
    );
  }
  if (packages.some(({ manifest }) => manifest.repository === undefined))
    write('  Note: no manifest names its repository yet, and npm gives provenance only to one that does.\n');
}

function readLimits(file: string): Record<string, Limit> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Limit>;
}

/** The packed document says what the others must carry. */
function describeRelease(packages: readonly Packed[]): Release {
  const spec = packages.find(({ files }) => files.includes('dist/openapi.json'));
  if (spec === undefined) throw new Error('No package holds dist/openapi.json.');
  const { info } = JSON.parse(readPacked(spec, 'dist/openapi.json')) as {
    info: { version: string; 'x-read-on': string };
  };
  return { version: info.version, readOn: info['x-read-on'], names: packages.map(({ name }) => name) };
}

function inspectLicence(one: Packed): string[] {
  if (!one.files.includes('LICENSE')) return [];
  const same = readPacked(one, 'LICENSE') === readFileSync(join(root, 'LICENSE'), 'utf8');
  return same ? [] : ['its LICENSE is not that of the repository.'];
}

async function inspectEach(
  packages: readonly Packed[],
  inspect: (one: Packed) => string[] | Promise<string[]>,
): Promise<{ problems: string[] }> {
  const found = await Promise.all(packages.map(inspect));
  return { problems: packages.flatMap(({ name }, index) => (found[index] ?? []).map((text) => `${name}: ${text}`)) };
}

function renderSizes(packages: readonly Packed[], limits: Record<string, Limit>): string {
  const rows = packages.map(({ name, files, packed, unpacked }) => {
    const limit = limits[name];
    const of = (value: number | undefined, show: (value: number) => string) =>
      value === undefined ? '-' : show(value);
    return [
      name,
      String(files.length),
      of(limit?.files, String),
      kilobytes(packed),
      of(limit?.packed, kilobytes),
      kilobytes(unpacked),
      of(limit?.unpacked, kilobytes),
    ];
  });
  return renderTable(['package', 'files', 'limit', 'packed', 'limit', 'unpacked', 'limit'], rows);
}
