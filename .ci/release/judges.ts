import { join } from 'node:path';
import { entriesWithoutTypes } from './inspect.ts';
import type { Packed } from './pack.ts';
import type { Outcome } from './progress.ts';
import { runOrThrow, runToEnd } from './shell.ts';

const tools = join(import.meta.dirname, 'tools');
const tool = (name: string) => join(tools, 'node_modules/.bin', name);

/** Installs the judges into their own workspace. */
export async function installJudges(): Promise<Outcome> {
  await runOrThrow(tools, 'pnpm', 'install', '--frozen-lockfile', '--silent');
  return {};
}

/** @returns What publint finds in an archive. */
export async function askPublint({ archive }: Pick<Packed, 'archive'>): Promise<string[]> {
  const { code, stdout, stderr } = await runToEnd(tools, tool('publint'), ['run', '--strict', archive]);
  return code === 0 ? [] : [`publint: ${lastLines(stdout + stderr)}`];
}

/** @returns What attw ("are the types wrong?") finds in an archive; nothing for a package without types. */
export async function askAttw({
  archive,
  files,
  manifest,
}: Pick<Packed, 'archive' | 'files' | 'manifest'>): Promise<string[]> {
  if (!files.some((file) => /\.d\.[cm]?ts$/.test(file))) return [];
  // What has no CommonJS file is for `import` alone.
  const profile = files.some((file) => file.endsWith('.cjs') || file.endsWith('.d.cts')) ? 'node16' : 'esm-only';
  const excluded = entriesWithoutTypes(manifest);
  const exclude = excluded.length > 0 ? ['--exclude-entrypoints', ...excluded] : [];
  const args = [archive, '--profile', profile, '--format', 'table-flipped', '--no-emoji', '--no-color', ...exclude];
  const { code, stdout, stderr } = await runToEnd(tools, tool('attw'), args);
  return code === 0 ? [] : [`attw: ${lastLines(stdout + stderr)}`];
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-25).join('\n     ');
}
