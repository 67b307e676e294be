import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Consumer } from '../matrix/consumer.ts';
import { reachedBy } from '../matrix/expectation.ts';
import { runConsumer } from '../matrix/run-consumer.ts';
import { findMissing } from '../matrix/shell.ts';

/** The folder of the workspace has the files of the packed package in the same places. */
const spec = { folder: new URL('../../../spec', import.meta.url).pathname, remove: () => {} };

const program = `
const { TINES_URL, TINES_KEY, TINES_SCHEME } = process.env;
const call = (path, key = TINES_KEY, init = {}) =>
  fetch(TINES_URL + path, {
    ...init,
    headers: {
      'content-type': 'application/json',
      ...(TINES_SCHEME === 'bearer' ? { authorization: 'Bearer ' + key } : { 'x-user-token': key }),
    },
  });
const { stories: [first] } = await (await call('/api/v1/stories?per_page=2')).json();
await call('/api/v1/stories?per_page=2&page=2');
console.log('list ok');
await call('/api/v1/stories/' + first.id);
console.log('get ok');
await call('/api/v1/stories', TINES_KEY, { method: 'POST', body: JSON.stringify({ team_id: first.team_id, name: 'New' }) });
console.log('create ok');
await call('/api/v1/stories/999999999');
console.log('error ok');
await call('/api/v1/stories', 'wrong-key');
console.log('unauthorized ok');
`;
const silentProgram = `for (const name of ['list', 'get', 'create', 'error', 'unauthorized']) console.log(name + ' ok');`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tines-openapi-consumer-'));
  writeFileSync(join(folder, 'call.mjs'), program);
  writeFileSync(join(folder, 'silent.mjs'), silentProgram);
  writeFileSync(join(folder, 'one-scheme.mjs'), program.replace("TINES_SCHEME === 'bearer'", 'true'));
  mkdirSync(join(folder, 'generated'));
  writeFileSync(join(folder, 'generated', 'left-over.txt'), 'of a try by hand\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (changes: Partial<Consumer> = {}) =>
  runConsumer(
    {
      name: 'made-up',
      folder,
      language: 'None',
      generator: 'sed',
      document: 'sections/stories.json',
      needs: [],
      version: 'echo 1.2.3',
      generate: 'mkdir generated && sed -n 1,5p openapi.json >generated/.a && echo "Warning: short" >&2',
      compile: 'test -f generated/.a',
      call: 'node call.mjs',
      generated: 'generated',
      workarounds: [],
      expected: { generates: true, compiles: true, calls: true },
      ...changes,
    },
    { spec },
  );

describe('a consumer', () => {
  test('is generated, compiled and called with each scheme in an empty folder', async () => {
    const { result, failures } = await run();
    expect(failures).toEqual([]);
    expect(result).toMatchObject({
      version: '1.2.3',
      ran: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      generates: true,
      compiles: true,
      calls: { bearer: true, userToken: true },
      warnings: 1,
      lines: 5,
    });
  });

  test('fails at each later step where one before it fails', async () => {
    const { result, failures } = await run({ generate: 'echo no such schema; exit 3' });
    expect(reachedBy(result)).toEqual({ generates: false, compiles: false, calls: false });
    expect(result.seconds.compile).toBeNull();
    expect(failures).toEqual([expect.stringMatching(/^generate, .*: It failed\.\nno such schema$/)]);
  });

  test('has not generated where nothing was written', async () => {
    const { result, failures } = await run({ generate: 'true' });
    expect(result.generates).toBe(false);
    expect(failures).toEqual([expect.stringContaining('It wrote nothing to generated.')]);
  });

  test('is not called where it does not compile', async () => {
    const { result } = await run({ compile: 'false' });
    expect(reachedBy(result)).toEqual({ generates: true, compiles: false, calls: false });
  });

  test('cannot claim calls that the tenant never saw', async () => {
    const { result, failures } = await run({ call: 'node silent.mjs' });
    expect(result.calls).toEqual({ bearer: false, userToken: false });
    expect(failures[0]).toContain('The tenant saw no call for two pages of stories.');
  });

  test('cannot pass one scheme off as the other', async () => {
    const { result, failures } = await run({ call: 'node one-scheme.mjs' });
    expect(result.calls).toEqual({ bearer: true, userToken: false });
    expect(failures).toEqual([expect.stringContaining('A key was sent by bearer, not by user-token.')]);
  });

  test('gets the document with its overlay laid over it', async () => {
    writeFileSync(
      join(folder, 'title.yaml'),
      'overlay: 1.0.0\ninfo: { title: T, version: 1.0.0 }\nactions:\n  - { target: $.info, update: { title: Laid over } }\n',
    );
    const { failures } = await run({ overlay: 'title.yaml', compile: "grep -q 'Laid over' openapi.json" });
    expect(failures).toEqual([]);
  });

  test('that cannot be set up says so, and leaves no row', async () => {
    await expect(run({ install: 'echo no network; exit 1' })).rejects.toThrow(/^made-up: install, .*\nno network$/);
    await expect(run({ document: 'openapi.jsno' })).rejects.toThrow(
      "made-up: the document's package has no dist/openapi.jsno.",
    );
  });

  test('leaves nothing behind', async () => {
    const { result } = await run({ version: 'pwd' });
    expect(result.version).toContain('tines-openapi-made-up-');
    expect(existsSync(result.version)).toBe(false);
  });
});

test('what is needed and not installed is named, commands as well as headers', () => {
  mkdirSync(join(folder, 'library'));
  writeFileSync(join(folder, 'library', 'client.h'), '');
  expect(findMissing(['sh', 'no-such-command', 'library/client.h', 'library/other.h'], [folder])).toEqual([
    'no-such-command',
    'library/other.h',
  ]);
});
