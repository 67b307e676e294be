import { readFileSync } from 'node:fs';
import type { Seed } from '../state/seed-file/seed.ts';
import type { Snapshot } from '../state/state.ts';
import { CommandLineError } from './errors.ts';

/**
 * Reads a seed or a snapshot from a file. Whether it hangs together is looked at when the tenant is made.
 *
 * @throws CommandLineError where the file cannot be read or holds no JSON object.
 */
export function readSeedFile(path: string): Seed | Snapshot {
  const text = readText(path);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Seed | Snapshot;
  } catch (error) {
    throw new CommandLineError(`--seed-file ${path} is not valid JSON: ${(error as Error).message}.`);
  }
  throw new CommandLineError(`--seed-file ${path} must hold an object with teams and people, or a snapshot.`);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CommandLineError(`--seed-file ${path} cannot be read: ${(error as NodeJS.ErrnoException).code}.`);
  }
}
