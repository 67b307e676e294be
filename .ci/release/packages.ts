import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the repository. */
export const root = join(import.meta.dirname, '../..');

/** What this folder reads of a package's manifest. */
export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  license?: string;
  repository?: unknown;
  engines?: { node?: string };
  exports?: Record<string, unknown>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  tinesOpenapi?: { document: string; readOn: string };
}

/** A package of the workspace that is published. */
export interface Publishable {
  /** Its folder, from the root. */
  folder: string;
  manifest: Manifest;
}

/** @returns The manifest in a folder. @throws Error where there is none. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** @returns The packages that are published: those of the workspace that are not private, by folder. */
export function listPublishable(workspace: string = root): Publishable[] {
  return globSync('{spec,packages/*,apps/*}/package.json', { cwd: workspace })
    .map((file) => file.replace(/\/package\.json$/, ''))
    .toSorted()
    .map((folder) => ({ folder, manifest: readManifest(join(workspace, folder)) }))
    .filter(({ manifest }) => !manifest.private);
}
