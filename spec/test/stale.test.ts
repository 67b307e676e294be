import { beforeAll, expect, test } from 'vitest';
import { staleFiles } from '../scripts/files.ts';
import { buildTargets, type Target } from '../scripts/targets.ts';

let built: Target[] = [];
beforeAll(async () => {
  built = await buildTargets();
});

test('what is committed is what the sources make; where it is not, run `pnpm bundle`', () => {
  const stale = built.flatMap(({ folder, name, files, whole }) =>
    staleFiles(folder, files, whole).map((file) => name + file),
  );
  expect(stale).toEqual([]);
});

test('two builds of the same sources are the same to the byte', async () => {
  const again = await buildTargets();
  const different = built.flatMap(({ files }, index) =>
    [...files].filter(([name, text]) => again[index]?.files.get(name) !== text).map(([name]) => name),
  );
  expect(different).toEqual([]);
});
