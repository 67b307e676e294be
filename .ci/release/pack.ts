import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listPublishable, type Manifest, readManifest, root } from './packages.ts';
import type { Outcome } from './progress.ts';
import { runOrThrow } from './shell.ts';

/** A package as it would be published, and unpacked again. */
export interface Packed {
  name: string;
  manifest: Manifest;
  /** Path of the archive. */
  archive: string;
  /** The folder that holds what was in the archive. */
  folder: string;
  /** The files in the archive, from its top. */
  files: string[];
  /** Bytes of the archive. */
  packed: number;
  /** Bytes of all its files. */
  unpacked: number;
}

/** What `pnpm pack --json` says of an archive. */
interface PackReport {
  name: string;
  filename: string;
  files: { path: string }[];
}

/** Builds what the published packages are made of. Nothing is built that turbo has in its cache. */
export async function buildAll(): Promise<Outcome> {
  const filters = listPublishable().map(({ manifest }) => `--filter=${manifest.name}`);
  await runOrThrow(root, 'pnpm', 'exec', 'turbo', 'run', 'build', ...filters, '--output-logs=errors-only');
  return {};
}

/** Packs all published packages into a folder, and unpacks them there to be looked at. */
export async function packAll(folder: string): Promise<Packed[]> {
  const filters = listPublishable().flatMap(({ manifest }) => ['--filter', manifest.name]);
  const said = await runOrThrow(root, 'pnpm', ...filters, 'pack', '--pack-destination', folder, '--json');
  return await Promise.all((JSON.parse(said) as PackReport[]).map((report) => unpack(folder, report)));
}

async function unpack(into: string, { name, filename: archive, files }: PackReport): Promise<Packed> {
  const at = join(into, 'unpacked', name);
  mkdirSync(at, { recursive: true });
  await runOrThrow(at, 'tar', '-xzf', archive);
  const folder = join(at, 'package');
  const paths = files.map(({ path }) => path).toSorted();
  return {
    name,
    manifest: readManifest(folder),
    archive,
    folder,
    files: paths,
    packed: statSync(archive).size,
    unpacked: paths.reduce((bytes, path) => bytes + statSync(join(folder, path)).size, 0),
  };
}

/** @returns The text of a file in a package. */
export function readPacked({ folder }: Pick<Packed, 'folder'>, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}
