import { expect, test } from 'vitest';
import { entriesWithoutTypes, inspectFiles, inspectManifest, inspectSize } from './inspect.ts';
import type { Manifest } from './packages.ts';

const needed = ['LICENSE', 'README.md', 'package.json'];

test('a package of compiled files, types, data and the three needed files is fit', () => {
  const files = [
    ...needed,
    'dist/index.js',
    'dist/index.cjs',
    'dist/index.d.ts',
    'dist/index.d.cts',
    'dist/openapi.yaml',
  ];
  expect(inspectFiles(files)).toEqual([]);
});

test.each(needed)('a package without %s is refused', (file) => {
  expect(inspectFiles(needed.filter((name) => name !== file))).toEqual([`${file} is missing.`]);
});

test.each([
  ['dist/index.test.js', 'is a test'],
  ['test/index.js', 'is of the workshop'],
  ['dist/fixtures/one.json', 'is of the workshop'],
  ['dist/index.js.map', 'is a source map'],
  ['dist/index.d.ts.map', 'is a source map'],
  ['src/index.ts', 'is a source'],
  ['dist/page.tsx', 'is a source'],
  ['tsconfig.build.json', 'configures a tool'],
  ['.npmrc', 'is a dot file'],
  ['dist/.env', 'is a dot file'],
  ['recorded.har', 'is left over from a run'],
  ['dist/tool.exe', 'is of a kind that no package holds so far'],
])('a package with %s is refused, for it %s', (file, why) => {
  expect(inspectFiles([...needed, file])).toEqual([expect.stringContaining(`${file} ${why}`)]);
});

const manifest: Manifest = {
  name: '@tines-openapi/client',
  version: '1.2.3',
  license: 'Apache-2.0',
  engines: { node: '>=20' },
  tinesOpenapi: { document: '1.2.3', readOn: '2026-01-02' },
  dependencies: { '@tines-openapi/types': '1.2.3', 'openapi-fetch': '^0.17.0' },
};
const release = { version: '1.2.3', readOn: '2026-01-02', names: ['@tines-openapi/client', '@tines-openapi/types'] };

test('a manifest that carries the version, the date and the licence of the release is fit', () => {
  expect(inspectManifest(manifest, release)).toEqual([]);
});

test.each<[string, Partial<Manifest>, string]>([
  ['another version', { version: '1.2.4' }, 'its version is 1.2.4, the document’s 1.2.3.'],
  ['another document', { tinesOpenapi: { document: '1.0.0', readOn: '2026-01-02' } }, 'tinesOpenapi.document is 1.0.0'],
  ['another date', { tinesOpenapi: { document: '1.2.3', readOn: '2025-01-02' } }, 'tinesOpenapi.readOn is 2025-01-02'],
  ['another licence', { license: 'MIT' }, 'its licence is MIT, not Apache-2.0.'],
  ['no Node version', { engines: {} }, 'it does not say which Node it needs'],
  ['a range of the workspace', { dependencies: { ajv: 'catalog:' } }, 'ajv is asked for as catalog:.'],
  [
    'another version of a sister',
    { dependencies: { '@tines-openapi/types': '^1.0.0' } },
    '@tines-openapi/types is asked for as ^1.0.0, not 1.2.3.',
  ],
])('a manifest with %s is refused', (_, change, message) => {
  const problems = inspectManifest({ ...manifest, ...change }, release);
  expect(problems).toEqual([expect.stringContaining(message.replace('’', "'"))]);
});

test('a package at its limit is fit, one above it is refused with both numbers', () => {
  const limit = { packed: 10, unpacked: 20, files: 1 };
  expect(inspectSize({ packed: 10, unpacked: 20, files: ['a'] }, limit)).toEqual([]);
  expect(inspectSize({ packed: 11, unpacked: 20, files: ['a', 'b'] }, limit)).toEqual([
    'packed is 11, more than the limit of 10 in .ci/release/limits.json.',
    'files is 2, more than the limit of 1 in .ci/release/limits.json.',
  ]);
});

test('a package without a limit is refused', () => {
  expect(inspectSize({ packed: 1, unpacked: 1, files: [] })).toEqual([expect.stringContaining('it has no limit')]);
});

test('types are asked of all entries but those that no compiler reads', () => {
  const exports = { '.': './dist/index.js', './mock-api.yaml': './openapi/mock-api.yaml', './package.json': '' };
  expect(entriesWithoutTypes({ exports })).toEqual(['./mock-api.yaml']);
});
