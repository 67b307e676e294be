import { execFile, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const run = promisify(execFile);
const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const command = `${process.execPath} ${at('dist/cli.js')}`;

/** What the scripts of this workspace and its test runner set would reach into the recipes. */
const inherited = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|pnpm_|PNPM_|NODE_OPTIONS|VITEST|JEST)/.test(name)),
);

/** Runs a program in the folder of a recipe. @returns What it wrote, to both outputs. @throws Error where it fails. */
async function runIn(folder: string, program: string, args: string[], env: Record<string, string> = {}) {
  const options = { cwd: at(`examples/${folder}`), env: { ...inherited, MOCK_TENANT_COMMAND: command, ...env } };
  const { stdout, stderr } = await run(program, args, options).catch((error) => {
    throw new Error(`${program} ${args.join(' ')} failed:\n${error.stdout}${error.stderr}`);
  });
  return stdout + stderr;
}

/** Whether a program is there. Where everything must be, a missing one lets its test fail rather than be left out. */
function has(program: string, ...args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env.REQUIRE_ALL_TOOLCHAINS !== undefined) return true;
    console.info(`The recipe for ${[program, ...args].join(' ')} is left out: that is not installed.`);
    return false;
  }
}

/** The first Python on the path that has pytest: package managers put folders in front of the one a person means. */
function pythonWithPytest(): string {
  const candidates = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'python3'));
  const works = (program: string) => {
    try {
      execFileSync(program, ['-m', 'pytest', '--version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  return candidates.filter(existsSync).find(works) ?? 'python3';
}
const python = pythonWithPytest();

describe('the recipes pass their own tests', () => {
  test('vitest', async () => {
    const vitest = join(at('node_modules/vitest'), 'vitest.mjs');
    const text = await runIn('vitest', process.execPath, [vitest, 'run', '--root', '.', '--reporter', 'verbose']);
    expect(text).toMatch(/3 passed/);
  });

  test('node:test', async () => {
    expect(await runIn('node-test', process.execPath, ['--test', '--test-reporter', 'tap'])).toMatch(/# pass 2\n/);
  });

  test('Jest, with a tenant for each worker', async () => {
    if (!existsSync(at('examples/jest/node_modules'))) await runIn('jest', 'pnpm', ['install', '--frozen-lockfile']);
    const jest = at('examples/jest/node_modules/jest/bin/jest.js');
    expect(await runIn('jest', process.execPath, [jest, '--maxWorkers', '2'])).toMatch(/Tests: +3 passed, 3 total/);
  });

  test.skipIf(!has(python, '-m', 'pytest', '--version'))('pytest', async () => {
    const args = ['-m', 'pytest', '-q', '-p', 'no:cacheprovider'];
    expect(await runIn('pytest', python, args, { PYTHONDONTWRITEBYTECODE: '1' })).toMatch(/4 passed/);
  });

  test.skipIf(!has('go', 'version'))('go test', async () => {
    const text = await runIn('go', 'go', ['test', '-count=1', '-v', './...'], { GOFLAGS: '-mod=mod' });
    expect(text.match(/^--- PASS/gm)).toHaveLength(3);
  });
});

describe('the recipe for CI', () => {
  interface Job {
    env: Record<string, string | number>;
    steps: { name?: string; run?: string; if?: string }[];
  }
  const file = readFileSync(at('examples/ci/github-actions.yaml'), 'utf8');
  const job = (parse(file) as { jobs: { test: Job } }).jobs.test;
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tines-openapi-ci-'));
    // The package as it will be fetched is the one that was built here.
    writeFileSync(
      join(folder, 'npx'),
      `#!/bin/sh\n[ "$2" = @tines-openapi/mock-tenant ] || exit 9\nshift 2\nexec ${command} "$@"\n`,
    );
    chmodSync(join(folder, 'npx'), 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('starts a tenant, waits for it and reaches it', async () => {
    const scripts = job.steps.filter((step) => step.run !== undefined && step.if === undefined).map((step) => step.run);
    const env = {
      ...inherited,
      ...Object.fromEntries(Object.entries(job.env).map(([name, value]) => [name, String(value)])),
      MOCK_TENANT_PORT: String(await freePort()),
      PATH: `${folder}:${process.env.PATH}`,
    };
    // A job of its own, so that what its first step leaves running ends with it.
    const child = spawn('bash', ['-e', '-c', scripts.join('\n')], { cwd: folder, env, detached: true });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    const code = await new Promise((resolve) => child.on('exit', resolve));
    process.kill(-(child.pid as number), 'SIGTERM');
    expect(code).toBe(0);
    expect(output).toContain('"stories":');
    expect(readFileSync(join(folder, 'mock-tenant.log'), 'utf8')).toContain('Mock Tines tenant on http://127.0.0.1:');
  });

  async function freePort(): Promise<number> {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
});
