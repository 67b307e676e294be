import { parseArgs } from 'node:util';
import { staleFiles, writeFiles } from './files.ts';
import { buildTargets } from './targets.ts';

const help = `Builds spec/dist and spec/COVERAGE.md from the sources.

  pnpm bundle            writes the files
  pnpm bundle --check    writes nothing, and fails where a file is stale
  pnpm bundle --help     shows this
`;

const { values } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean' } } });
if (values.help) console.log(help);
else process.exitCode = await main(values.check ?? false);

async function main(check: boolean): Promise<number> {
  const targets = await buildTargets();
  if (!check) {
    const changed = targets.flatMap(({ folder, name, files, whole }) =>
      writeFiles(folder, files, whole).map((file) => name + file),
    );
    console.log(changed.length > 0 ? `Wrote ${changed.join(', ')}.` : 'Nothing has changed.');
    return 0;
  }
  const stale = targets.flatMap(({ folder, name, files, whole }) =>
    staleFiles(folder, files, whole).map((file) => name + file),
  );
  if (stale.length === 0) return 0;
  console.error(`Stale: ${stale.join(', ')}.\nRun: pnpm bundle`);
  return 1;
}
