import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { lint, loadConfig } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import type { JsonObject } from '../scripts/json.ts';
import { describeProblem } from '../scripts/problems.ts';
import { packageFolder } from '../scripts/sources.ts';
import { readDist } from './document.ts';

const folder = join(packageFolder, 'overlays');

test.each(readdirSync(folder).filter((file) => file.endsWith('.yaml')))('%s has no findings', async (file) => {
  const config = await loadConfig({ configPath: join(packageFolder, '../redocly.yaml') });
  const problems = await lint({ ref: join(folder, file), config });
  expect(problems.map(describeProblem)).toEqual([]);
});

test('the overlay of the mock tenant changes the server and nothing else', async () => {
  const { servers, ...laid } = await bundleWith('mock-tenant.yaml');
  const { servers: _, ...document } = readDist('openapi.json');
  expect(servers).toEqual([{ url: 'http://127.0.0.1:4010', description: 'The mock tenant on this machine.' }]);
  expect(laid).toEqual(document);
});

async function bundleWith(overlay: string): Promise<JsonObject> {
  const cli = join(dirname(fileURLToPath(import.meta.resolve('@redocly/cli/package.json'))), 'bin/cli.js');
  const target = mkdtempSync(join(tmpdir(), 'overlay-'));
  const output = join(target, 'openapi.json');
  const args = [cli, 'bundle', 'dist/openapi.json', '--overlay', `overlays/${overlay}`, '--output', output];
  await promisify(execFile)(process.execPath, args, {
    cwd: packageFolder,
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  const document = JSON.parse(readFileSync(output, 'utf8')) as JsonObject;
  rmSync(target, { recursive: true });
  return document;
}
