import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import plugin from '../lint/plugin.ts';
import { packageFolder } from '../scripts/sources.ts';

const run = (...args: string[]) =>
  promisify(execFile)(process.execPath, args, { cwd: packageFolder }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );

test('the document has no findings', { timeout: 60_000 }, async () => {
  expect((await run('scripts/lint.ts')).stdout).toBe('openapi.yaml: no findings.\n');
});

test('`pnpm lint` ends with 0 without findings, and says so', async () => {
  const { code, stdout } = await run('scripts/lint.ts', 'test/fixtures/small/openapi.yaml');
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'test/fixtures/small/openapi.yaml: no findings.\n' });
});

test('`pnpm lint` ends with 2 and one line where there is nothing to lint', async () => {
  const missing = await run('scripts/lint.ts', 'nowhere.yaml');
  expect({ code: missing.code, stderr: missing.stderr }).toEqual({ code: 2, stderr: 'There is no nowhere.yaml.\n' });
  const other = await run('scripts/lint.ts', 'access.yaml');
  expect({ code: other.code, stderr: other.stderr }).toEqual({
    code: 2,
    stderr: 'access.yaml cannot be linted: Unsupported specification\n',
  });
});

test('every own rule has a test beside it and stands in exactly one ruleset', () => {
  const rules = Object.keys(plugin().rules?.oas3 ?? {}).sort();
  const files = readdirSync(join(packageFolder, 'lint/rules'));
  expect(files.filter((file) => !file.endsWith('.test.ts')).map((file) => file.replace('.ts', ''))).toEqual(rules);
  expect(files.filter((file) => file.endsWith('.test.ts')).map((file) => file.replace('.test.ts', ''))).toEqual(rules);
  const switchedOn = ['sources', 'bundle'].flatMap((name) => {
    const ruleset = parse(readFileSync(join(packageFolder, `lint/${name}.yaml`), 'utf8')) as {
      rules: Record<string, unknown>;
    };
    return Object.keys(ruleset.rules).filter((rule) => rule.startsWith('house/'));
  });
  expect(switchedOn.sort()).toEqual(rules.map((rule) => `house/${rule}`));
});
