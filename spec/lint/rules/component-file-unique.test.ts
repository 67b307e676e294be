import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createConfig, lint } from '@redocly/openapi-core';
import { afterEach, expect, test } from 'vitest';
import plugin from '../plugin.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function messages(...files: string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'spec-'));
  folders.push(folder);
  for (const file of ['openapi.yaml', ...files]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), 'openapi: 3.1.0\npaths: {}\n');
  }
  const config = await createConfig({
    plugins: [plugin() as never],
    rules: { 'house/component-file-unique': 'error' },
  });
  return (await lint({ ref: join(folder, 'openapi.yaml'), config })).map((problem) => problem.message);
}

test('names that stand once pass', async () => {
  expect(
    await messages('schemas/stories/Story.yaml', 'schemas/teams/Team.yaml', 'examples/stories/story.yaml'),
  ).toEqual([]);
});

test('a name that stands twice is refused with its files, used or not', async () => {
  expect(
    await messages('schemas/stories/Position.yaml', 'schemas/actions/Position.yaml', 'parameters/Page.yaml'),
  ).toEqual([
    '`Position` is the name of several files: schemas/actions/Position.yaml, schemas/stories/Position.yaml. Rename all but one.',
  ]);
});

test('kinds do not share names either', async () => {
  expect(await messages('schemas/shared/NotFound.yaml', 'responses/NotFound.yaml')).toHaveLength(1);
});
