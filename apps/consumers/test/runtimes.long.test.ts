import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type MockTenant, startMockTenant } from '@tines-openapi/mock-tenant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { packPackages } from './repository.ts';

const workspace = new URL('../runtimes/', import.meta.url).pathname;
const tool = (path: string) => join(workspace, 'node_modules', path);
const run = async (program: string, args: string[], cwd = folder) => {
  try {
    const { stdout } = await promisify(execFile)(program, args, { cwd, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${args.join(' ')} failed: ${(stdout + stderr).slice(-4000)}`);
  }
};

let folder: string;
let archives: Record<string, string>;
let forget: () => void = () => {};
let tenant: MockTenant;

beforeAll(async () => {
  await run('pnpm', ['install', '--frozen-lockfile', '--silent'], workspace);
  const packed = await packPackages(['@tines-openapi/types', '@tines-openapi/client']);
  ({ archives, remove: forget } = packed);
  folder = mkdtempSync(join(tmpdir(), 'tines-openapi-runtimes-'));
  cpSync(join(workspace, 'template'), folder, { recursive: true });
  await run('npm', ['install', '--no-audit', '--no-fund', ...Object.values(archives)]);
});
beforeEach(async () => {
  tenant ??= await startMockTenant();
  tenant.reset();
});
afterAll(async () => {
  await tenant?.close();
  forget();
  rmSync(folder, { recursive: true, force: true });
});

const expected = {
  stories: true,
  deleted: true,
  gone: ['getStory', 404, true],
  retried: [null, ['{"name":"Sent twice"}', '{"name":"Sent twice"}']],
  timeout: 'timeout',
  aborted: ['aborted', 'left'],
  file: 'ZmlsZQ==',
};
const result = (text: string) => {
  const { retried, ...rest } = JSON.parse(text);
  // Nothing is not written into JSON lists but as null.
  return { ...rest, retried: [retried[0] ?? null, retried[1]] };
};

describe('the packed client runs', () => {
  test.each([
    ['Node 20', 'node20/bin/node', []],
    ['Node 22', 'node22/bin/node', []],
    ['Node 24', 'node24/bin/node', []],
    ['Node 26', 'node26/bin/node', []],
    ['Bun', '.bin/bun', ['run']],
    ['Deno', '.bin/deno', ['run', '--allow-all', '--node-modules-dir=manual']],
  ])('on %s, by import and by require', async (_, program, args) => {
    for (const file of ['by-import.mjs', 'by-require.cjs']) {
      expect(result(await run(tool(program), [...args, file, tenant.url]))).toEqual(expected);
    }
  });

  test.each([
    [
      'esbuild',
      () =>
        run(tool('.bin/esbuild'), [
          'by-import.mjs',
          '--bundle',
          '--platform=node',
          '--format=esm',
          '--outfile=esbuild.mjs',
        ]),
    ],
    [
      'rollup',
      () =>
        run(tool('.bin/rollup'), [
          'by-import.mjs',
          '--plugin',
          tool('@rollup/plugin-node-resolve/dist/es/index.js'),
          '--file',
          'rollup.mjs',
        ]),
    ],
    ['webpack', () => bundleByWebpack()],
  ])('through %s', async (name, bundle) => {
    await bundle();
    expect(result(await run(tool('node20/bin/node'), [`${name}.mjs`, tenant.url]))).toEqual(expected);
  });

  test('in Chromium, in a page of its own origin', async (context) => {
    const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
    if (!chromium) {
      if (process.env.REQUIRE_ALL_TOOLCHAINS) throw new Error('Chromium is not installed.');
      return context.skip('Chromium is not installed.');
    }
    await run(tool('.bin/esbuild'), ['in-page.mjs', '--bundle', '--format=esm', '--outfile=page.mjs']);
    const { url, told, close } = await servePage(readFileSync(join(folder, 'page.mjs')));
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
    const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
    const browser = execFile(chromium, [
      ...flags,
      ...quiet,
      `--user-data-dir=${join(folder, 'chromium')}`,
      '--remote-debugging-port=0',
      url,
    ]);
    expect(result(await told)).toEqual(expected);
    browser.kill();
    await close();
  });
});

/** Webpack is told in code what its command line would read from a file. */
async function bundleByWebpack(): Promise<void> {
  const { default: webpack } = await import(createRequire(join(workspace, 'package.json')).resolve('webpack'));
  const stats = await promisify(webpack)({
    mode: 'production',
    context: folder,
    entry: './by-import.mjs',
    target: 'node20',
    experiments: { outputModule: true },
    output: { path: folder, filename: 'webpack.mjs', module: true, chunkFormat: 'module', library: { type: 'module' } },
  });
  expect(stats.toJson({ errors: true }).errors).toEqual([]);
}

/** A page with a program, and the mock tenant behind the same origin: the API answers no other origin. */
async function servePage(program: Buffer): Promise<{ url: string; told: Promise<string>; close(): Promise<void> }> {
  let tell = (_result: string) => {};
  const told = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    if (request.url === '/')
      return response.setHeader('content-type', 'text/html').end('<script type="module" src="/page.mjs"></script>');
    if (request.url === '/page.mjs') return response.setHeader('content-type', 'text/javascript').end(program);
    if (request.url === '/result') {
      tell(body.toString());
      return response.end();
    }
    const { authorization = '', 'content-type': type = 'application/json' } = request.headers;
    const answer = await fetch(`${tenant.url}${request.url}`, {
      method: request.method ?? 'GET',
      headers: { authorization, 'content-type': type },
      ...(body.length > 0 && { body }),
    });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    response.end((await answer.text()).replaceAll(tenant.url, `http://${request.headers.host}`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/`, told, close };
}

describe('the packed packages', () => {
  test.each(['@tines-openapi/types', '@tines-openapi/client'])('%s pass publint', async (name) => {
    const folderOf = join(folder, 'node_modules', name);
    expect(await run(tool('.bin/publint'), ['--strict', folderOf])).toContain('All good!');
  });

  test.each(['@tines-openapi/types', '@tines-openapi/client'])('%s pass attw', async (name) => {
    expect(
      await run(tool('.bin/attw'), [archives[name] as string, '--profile', 'node16', '--format', 'ascii']),
    ).toContain('No problems found');
  });
});

describe.each(['5.4', '5.9', '7'])('TypeScript %s', (version) => {
  const compile = (calls: string, ...options: string[]) =>
    run(process.execPath, [
      tool(`typescript-${version}/bin/tsc`),
      ...['--project', `tsconfig.${calls}.json`, '--pretty', 'false', ...options],
    ]);

  test.each([
    ['with the DOM library, libraries checked', ['--skipLibCheck', 'false']],
    [
      'with @types/node in place of the DOM library, and exact optional properties',
      ['--lib', 'es2022', '--types', 'node', '--skipLibCheck', 'true', '--exactOptionalPropertyTypes'],
    ],
  ])('compiles right calls %s', async (_, options) => {
    expect(await compile('right', ...options)).toBe('');
  });

  test('tells what is wrong in the first line of each message', async () => {
    const failed = await compile('wrong').catch((error: Error) => error.message);
    const lines = failed.split('\n').filter((line) => line.includes('wrong-calls.ts('));
    expect(
      lines.map((line) =>
        line.replace(/^.*?wrong-calls\.ts/, '').replace(/'\{ team_id: number;.*$/, "'{ team_id: number; …"),
      ),
    ).toEqual([
      `(5,12): error TS2345: Argument of type '"/api/v1/storys"' is not assignable to parameter of type 'PathOf<"get">'.`,
      '(6,8): error TS2554: Expected 2 arguments, but got 1.',
      "(7,34): error TS2741: Property 'team_id' is missing in type '{ name: string; }' but required in type '{ team_id: number; …",
      "(8,54): error TS2353: Object literal may only specify known properties, and 'nmae' does not exist in type '{ team_id: number; …",
      "(9,52): error TS2322: Type 'string' is not assignable to type 'number'.",
    ]);
  });
});
