import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from './artifacts/index.ts';
import { staleFiles, writeFiles } from './files.ts';
import { packageFolder, readSources } from './sources.ts';

const help = `Builds spec/dist from the sources.

  pnpm bundle            writes the files
  pnpm bundle --check    writes nothing, and fails where a file is stale
  pnpm bundle --help     shows this
`;

const { values } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean' } } });
if (values.help) console.log(help);
else process.exitCode = await main(values.check ?? false);

async function main(check: boolean): Promise<number> {
  const dist = join(packageFolder, 'dist');
  const files = buildAll(await readSources());
  if (!check) {
    const changed = writeFiles(dist, files);
    console.log(changed.length > 0 ? `Wrote ${changed.join(', ')}.` : 'Nothing has changed.');
    return 0;
  }
  const stale = staleFiles(dist, files);
  if (stale.length === 0) return 0;
  console.error(`Stale in spec/dist: ${stale.join(', ')}.\nRun: pnpm bundle`);
  return 1;
}
