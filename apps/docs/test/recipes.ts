/** Runs the code that the pages show, against a mock tenant. */
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a program printed and how it ended. */
export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs a program to its end.
 *
 * @param command The program and its arguments.
 * @param folder Where it runs.
 * @param variables What it finds in its environment beside the usual.
 */
export async function execute(command: string[], folder: string, variables: Record<string, string>): Promise<Outcome> {
  const [program = '', ...rest] = command;
  return run(program, rest, { cwd: folder, env: { ...process.env, ...variables } }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code?: number; stdout?: string; stderr?: string; message: string }) => ({
      code: typeof error.code === 'number' ? error.code : 1,
      stdout: error.stdout ?? '',
      stderr: error.stderr ?? error.message,
    }),
  );
}

/** Whether all these programs are there. Where every toolchain is required, a missing one fails its tests instead. */
export function hasPrograms(...programs: [name: string, flag: string][]): boolean {
  const missing = programs.filter(([name, flag]) => spawnSync(name, [flag]).status !== 0).map(([name]) => name);
  if (missing.length === 0 || process.env.REQUIRE_ALL_TOOLCHAINS !== undefined) return true;
  console.warn(`Skipped: no ${missing.join(', no ')}.`);
  return false;
}
