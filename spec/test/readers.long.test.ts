import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { dereference, validate } from '@scalar/openapi-parser';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import spectral, { type RulesetDefinition } from '@stoplight/spectral-core';
import parsers from '@stoplight/spectral-parsers';
import rulesets from '@stoplight/spectral-rulesets';
import { expect, test } from 'vitest';
import { operationsOf } from '../scripts/json.ts';
import { packageFolder } from '../scripts/sources.ts';
import { readDist } from './document.ts';

const dist = join(packageFolder, 'dist');
const sections = readdirSync(join(dist, 'sections')).map((file) => `sections/${file}`);

test.each(['openapi.json', 'openapi-3.0.json', ...sections])(
  '%s is valid for Scalar, which resolves all of it',
  async (file) => {
    const document = readDist(file);
    expect(await validate(document)).toMatchObject({ valid: true, errors: [] });
    expect(dereference(document).errors).toEqual([]);
  },
);

test.each(['openapi.json', 'openapi.yaml', 'openapi-3.0.json'])(
  'openapi-typescript says nothing against %s',
  async (file) => {
    const manifest = fileURLToPath(import.meta.resolve('openapi-typescript/package.json'));
    const folder = mkdtempSync(join(tmpdir(), 'readers-'));
    const written = join(folder, 'types.d.ts');
    const cli = join(dirname(manifest), 'bin/cli.js');
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [
      cli,
      join(dist, file),
      '--output',
      written,
    ]);
    const types = readFileSync(written, 'utf8');
    rmSync(folder, { recursive: true });
    // It writes what it did and what it minds into one stream, so anything beyond the one line on the file counts.
    expect(`${stdout}${stderr}`.split('\n').filter((line) => line !== '' && !/^(✨|🚀) /u.test(line))).toEqual([]);
    for (const { id } of operationsOf(readDist('openapi.json'))) expect(types).toContain(`operations["${id}"]`);
  },
);

test.each(['openapi.json', 'openapi-3.0.json'])('Prism reads every operation of %s', async (file) => {
  const read = await getHttpOperationsFromSpec(readDist(file));
  const ids = operationsOf(readDist('openapi.json')).map(({ id }) => id);
  expect(read.map(({ iid }) => iid).sort()).toEqual(ids.sort());
});

test('Spectral finds nothing by its recommended rules', async () => {
  expect(await spectralFindings('openapi.json')).toEqual([]);
});

// Its validator gives up on an example where `nullable` has no type beside it, which the list of losses tells.
test('Spectral finds nothing in 3.0 but the SCIM attribute that is called `$ref`, and null beside references', async () => {
  const ofScim = /^no-\$ref-siblings components\.(schemas\.Scim\w+\.properties|examples\.scim-[a-z-]+\.value)\./;
  const ofNull = /^oas3-valid-media-example .* "nullable" cannot be used without "type"$/;
  const found = await spectralFindings('openapi-3.0.json');
  expect(found.filter((finding) => !ofScim.test(finding) && !ofNull.test(finding))).toEqual([]);
});

async function spectralFindings(file: string): Promise<string[]> {
  const linter = new spectral.Spectral();
  // The ruleset is typed more loosely than what takes it.
  linter.setRuleset({ extends: [[rulesets.oas as RulesetDefinition, 'recommended']] });
  const text = readFileSync(join(dist, file), 'utf8');
  const results = await linter.run(new spectral.Document(text, parsers.Json, file));
  return results.map(({ code, path, message }) => `${code} ${path.join('.')} ${message}`);
}
