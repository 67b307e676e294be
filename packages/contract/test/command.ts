import { execFile } from 'node:child_process';
import { main } from '../src/cli/main.ts';

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the command line in this process, with an environment that names nothing but what is given. */
export async function contractWith(environment: Record<string, string>, ...args: string[]): Promise<Ended> {
  return contractHearing(() => {}, environment, ...args);
}

/** Runs the command line as above and hands on, as it comes, what it says on standard error. */
export async function contractHearing(
  hear: (text: string) => void,
  environment: Record<string, string>,
  ...args: string[]
): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  const out = (text: string) => {
    stdout += text;
  };
  const err = (text: string) => {
    stderr += text;
    hear(text);
  };
  const code = await main(args, environment, { out, err, terminal: false });
  return { code, stdout, stderr };
}

/** Runs the command line without a tenant and a key. */
export function contract(...args: string[]): Promise<Ended> {
  return contractWith({}, ...args);
}

/** Path of the program. */
export const cli = new URL('../src/cli.ts', import.meta.url).pathname;

/** Runs the program itself, as a shell does. */
export function runProgram(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
