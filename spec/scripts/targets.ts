import { join } from 'node:path';
import { buildAll } from './artifacts/index.ts';
import { buildCoverage } from './coverage.ts';
import { packageFolder, readSources } from './sources.ts';

/** A folder with the files that are made for it. */
export interface Target {
  folder: string;
  /** How a message begins that names a file of the folder. */
  name: string;
  files: ReadonlyMap<string, string>;
  /** Whether the folder holds nothing else. */
  whole: boolean;
}

/** Everything that is committed and made from the sources. */
export async function buildTargets(): Promise<Target[]> {
  const sources = await readSources();
  return [
    { folder: join(packageFolder, 'dist'), name: 'spec/dist/', files: buildAll(sources), whole: true },
    { folder: packageFolder, name: 'spec/', files: buildCoverage(sources), whole: false },
  ];
}
