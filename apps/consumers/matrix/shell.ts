import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** How a shell command went. */
export interface Outcome {
  /** Whether it ended with 0, in time. */
  readonly ok: boolean;
  readonly seconds: number;
  readonly stdout: string;
  /** Standard output and standard error as they came. */
  readonly output: string;
}

/** Milliseconds after which a command is ended: one that asks a question or hangs must not hold the others. */
const limit = 15 * 60 * 1000;

/** Groups of the commands that run, so that none of them outlives this process. */
const running = new Set<number>();
process.on('exit', () => {
  for (const group of running) endGroup(group);
});

/**
 * Runs a shell command in a folder, as a user's terminal would: with nothing of this workspace in its environment.
 *
 * @param variables Environment variables besides those of the terminal.
 */
export function runShell(command: string, folder: string, variables: Record<string, string> = {}): Promise<Outcome> {
  const start = performance.now();
  const child = spawn('sh', ['-c', command], {
    cwd: folder,
    env: { ...terminalEnvironment(process.env), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: what a build tool starts is ended together with it.
    detached: true,
  });
  return new Promise((resolve, reject) => {
    const group = child.pid;
    if (group !== undefined) running.add(group);
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    const timer = setTimeout(() => {
      output += `\nEnded after ${limit / 60_000} minutes.\n`;
      if (group !== undefined) endGroup(group);
    }, limit);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      if (group !== undefined) running.delete(group);
      resolve({ ok: code === 0, seconds: (performance.now() - start) / 1000, stdout, output });
    });
  });
}

function endGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** What package managers set for the scripts of this workspace would reach into the consumer's own, and so would its tools. */
function terminalEnvironment(inherited: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(inherited).filter(
    ([name]) => !/^(npm_|pnpm_|PNPM_|NODE_PATH|NODE_OPTIONS|VITEST|TURBO_)/.test(name),
  );
  return { ...Object.fromEntries(kept), PATH: pathOf(inherited) };
}

/** The Node that runs this comes first, since tools of the workspace are taken out and its Node is one of them. */
function pathOf({ PATH = '' }: NodeJS.ProcessEnv): string {
  const outside = PATH.split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return [dirname(process.execPath), ...outside].join(delimiter);
}

/** Where a C++ compiler looks for the headers of installed libraries. */
const headerFolders = ['/usr/local/include', '/usr/include'];

/**
 * @param needs Commands, and headers of C++ libraries, whose names end in `.h`.
 * @param headers Folders that are looked through for headers.
 * @returns Those that are not installed here.
 */
export function findMissing(needs: readonly string[], headers: readonly string[] = headerFolders): string[] {
  const commands = pathOf(process.env).split(delimiter);
  return needs.filter((need) => {
    const [folders, mode] = need.endsWith('.h') ? [headers, constants.R_OK] : [commands, constants.X_OK];
    return !folders.some((folder) => isThere(join(folder, need), mode));
  });
}

function isThere(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
