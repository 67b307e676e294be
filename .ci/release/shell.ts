import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How a program ended, and what it said. */
export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs a program to its end, whatever its exit code.
 *
 * @param settings Variables of its environment, beside those that are set.
 * @throws Error where it cannot be started.
 */
export async function runToEnd(
  cwd: string,
  program: string,
  args: readonly string[],
  settings: Record<string, string> = {},
): Promise<Ended> {
  try {
    const env = { ...process.env, ...settings };
    const { stdout, stderr } = await run(program, args, { cwd, env, maxBuffer: 256 * 1024 * 1024 });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: number | string; stdout?: string; stderr?: string };
    if (typeof code !== 'number') throw error;
    return { code, stdout, stderr };
  }
}

/** Runs a program. @returns What it wrote to standard output. @throws Error with the end of its output where it fails. */
export async function runOrThrow(cwd: string, program: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runToEnd(cwd, program, args);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${(stdout + stderr).slice(-4000)}`);
  return stdout;
}
