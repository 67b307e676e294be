import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

export interface StartedCommand {
  child: ChildProcess;
  /** What it has printed so far. */
  output: { stdout: string; stderr: string };
  /** Waits until what it printed fits. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  /** Ends it by SIGTERM; its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the built command line. */
export function startCommand(args: string[], env: Record<string, string> = {}): StartedCommand {
  const child = spawn(process.execPath, [cli, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  const until = async (pattern: RegExp) => {
    for (;;) {
      const found = pattern.exec(output.stdout);
      if (found) return found;
      if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}: ${output.stderr}`);
      await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
    }
  };
  const stop = async () => {
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    return (await closed)[0] as number | null;
  };
  return { child, output, until, stop };
}

/** Runs the built command line to its end. */
export async function runCommand(...args: string[]) {
  const { child, output } = startCommand(args);
  const [code] = await once(child, 'close');
  return { code: code as number | null, ...output };
}
