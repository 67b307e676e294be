import { execFileSync } from 'node:child_process';
import { existsSync, globSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;

function build(): string {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1' };
  return execFileSync('turbo', ['run', 'build', '--output-logs=none'], { cwd: root, env, encoding: 'utf8' });
}

test('outputs that were deleted come back from the cache', () => {
  build();
  const built = globSync('{packages,apps}/*/dist', { cwd: root });
  expect(built.length).toBeGreaterThan(2);
  for (const folder of built) rmSync(`${root}${folder}`, { recursive: true });
  expect(build()).toContain('FULL TURBO');
  expect(built.filter((folder) => !existsSync(`${root}${folder}`))).toEqual([]);
});
