/** The measurements, taken as they were written down, with the machine that they were made on. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '../paths.ts';

/** The records of measurements, and by what command each is made again. */
const records = {
  mock: { file: 'apps/mock-tenant/BENCHMARKS.md', command: 'pnpm bench:mock' },
  client: { file: 'apps/consumers/client-peers/BENCHMARKS.md', command: 'pnpm bench:client' },
} as const;

/** A record as a part of a page; where there is none, a sentence that says so and how to measure. */
export async function benchmarkRecord(name: keyof typeof records): Promise<string> {
  const { file, command } = records[name];
  const text = await readFile(join(repository, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return `No measurement is recorded in this version. In a clone, \`${command}\` makes one.`;
  return recordAsPart(text);
}

/** The text of a record below the heading of a page: without its title, its headings one step lower. */
export function recordAsPart(text: string): string {
  return text
    .replace(/^# .*\n+/, '')
    .replace(/^#/gm, '##')
    .trim();
}
