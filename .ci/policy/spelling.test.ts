import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Each file with what the checker has to find in it. One is planted in a comment: cspell:ignore agian */
const planted: [what: string, file: string, text: string, words: string[]][] = [
  ['a guide', 'apps/docs/pages/planted.md', 'How a tenant bahaves.\n', ['bahaves']],
  ['a description of the document', 'spec/schemas/planted.yaml', 'description: >-\n  The ownr of it.\n', ['ownr']],
  [
    'comments',
    'packages/client/src/planted.ts',
    '/** Sends agian. */\nconst x = 1; // and agian\n',
    ['agian', 'agian'],
  ],
  ['a script', 'apps/docs/recipes/planted.sh', '# Asks agian.\n', ['agian']],
  [
    'American English',
    'american.md',
    'The behavior of a color that we recognize.\n',
    ['behavior', 'color', 'recognize'],
  ],
  ['British English', 'british.md', 'The behaviour of a colour that we recognise.\n', []],
  ['code on a page', 'code.md', 'Call `colorz()`.\n\n```ts\ncolorz();\n```\n', []],
  ['keys, ids and addresses', 'spec/planted.yaml', 'colorz: 00u7kq2fben\nmail: xyzz.abcde@quiet-harbor.example\n', []],
  ['a contract case', 'cases.json', '{ "colorz": "colorz", "says": "A page says agian." }\n', ['agian']],
  ['names in code', 'packages/client/src/names.ts', 'const colorz = "blorp";\n', []],
];

let said: string;

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'tines-openapi-spelling-'));
  for (const [, file, text] of planted) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const args = ['lint', '--no-progress', '--no-summary', '--no-color', '--config', join(root, '.cspell.json')];
  const files = planted.map(([, file]) => file);
  const program = join(root, 'node_modules/.bin/cspell');
  const { stdout, stderr } = spawnSync(program, [...args, '--root', folder, ...files], {
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  said = stdout + stderr;
});

test.each(planted)('the spelling of %s is checked as it should be', (_, file, _text, words) => {
  const lines = said.split('\n').filter((line) => line.startsWith(`${file}:`));
  expect(lines.map((line) => /word \((\w+)\)/.exec(line)?.[1])).toEqual(words);
});
