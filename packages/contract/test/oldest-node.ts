import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ended } from './command.ts';

const require = createRequire(import.meta.url);
const installed = fileURLToPath(
  new URL('../../../apps/consumers/runtimes/node_modules/node20/bin/node', import.meta.url),
);

/** @returns A Node of the oldest line that is supported: on the path, or among the run times that the consumers install. */
export function findOldestNode(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  return [...onPath, installed].find((program) => existsSync(program) && /^v20\./.test(versionOf(program)));
}

function versionOf(program: string): string {
  return execFileSync(program, ['--version'], { encoding: 'utf8' });
}

/** Path of a built command: the one of this package, or of one that it depends on. */
export function builtCommand(name: '@tines-openapi/contract' | '@tines-openapi/mock-tenant'): string {
  const manifest = name === '@tines-openapi/contract' ? '../package.json' : `${name}/package.json`;
  const [file] = Object.values((require(manifest) as { bin: Record<string, string> }).bin);
  return join(dirname(require.resolve(manifest)), file as string);
}

/** Runs a program as a shell does, with an environment that names nothing but what is given. */
export function runUnder(node: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(node, args, { env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
