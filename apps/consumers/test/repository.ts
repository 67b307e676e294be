import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const workspace = new URL('../../../', import.meta.url).pathname;
const templates = new URL('../', import.meta.url).pathname;

/** A repository as its user has it, in an empty folder of its own, outside of this workspace. */
export interface Repository {
  folder: string;
  /** Runs a program there and hands back what it wrote to standard output. @throws Error with its output where it fails. */
  run(program: string, ...args: string[]): Promise<string>;
  remove(): void;
}

/** Copies a template of this folder into an empty one. */
export function createRepository(template: string): Repository {
  const folder = mkdtempSync(join(tmpdir(), `tines-openapi-${template}-`));
  cpSync(join(templates, template), folder, { recursive: true });
  return {
    folder,
    run: (program, ...args) => runIn(folder, program, args),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function runIn(cwd: string, program: string, args: string[]): Promise<string> {
  const options = { cwd, env: plainEnvironment(), maxBuffer: 64 * 1024 * 1024 };
  try {
    return (await run(program, args, options)).stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${args.join(' ')} failed: ${(stdout + stderr).slice(-4000)}`);
  }
}

/** What package managers set for the scripts of this workspace would reach into the consumer's own. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|pnpm_|PNPM_|NODE_PATH|NODE_OPTIONS|VITEST)/.test(name),
  );
  return Object.fromEntries(inherited);
}

/** Packs packages of this workspace as they would be published. @returns The paths of their archives by package name. */
export async function packPackages(
  names: readonly string[],
): Promise<{ archives: Record<string, string>; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'tines-openapi-packed-'));
  for (const name of names) await runIn(workspace, 'pnpm', ['--filter', name, 'pack', '--pack-destination', folder]);
  const files = readdirSync(folder);
  const archives = names.map((name) => {
    const prefix = `${name.replace('@', '').replace('/', '-')}-`;
    const file = files.find((entry) => entry.startsWith(prefix) && /^\d/.test(entry.slice(prefix.length)));
    if (!file) throw new Error(`pnpm pack made no archive of ${name}; it made ${files.join(', ')}.`);
    return [name, join(folder, file)] as const;
  });
  return { archives: Object.fromEntries(archives), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A mock tenant that a repository has started by its own installed command. */
export interface StartedMock {
  url: string;
  stop(): Promise<void>;
}

/** Starts the mock by `npx` and waits for its address. */
export async function startMockByNpx({ folder }: Repository): Promise<StartedMock> {
  const args = ['--no-install', 'tines-mock-tenant', '--port', '0', '--quiet'];
  const child = spawn('npx', args, {
    cwd: folder,
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const url = await firstLine(child);
  return { url, stop: () => stopGroup(child) };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk;
    });
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once('exit', (code) => reject(new Error(`The mock ended with ${code}: ${said}`)));
  });
}

/** `npx` starts the program as a child of its own, so the whole group is ended. */
function stopGroup(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    process.kill(-(child.pid as number), 'SIGTERM');
  });
}
