import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createRandom } from '../src/state/random.ts';
import { startCommand } from './started.ts';

const kills = 50;
const writers = 6;
const headers = { authorization: 'Bearer tenant-owner-demo-key', 'content-type': 'application/json' };
const folder = mkdtempSync(join(tmpdir(), 'tines-openapi-kill-'));
afterAll(() => rmSync(folder, { recursive: true }));

const startOn = async (data: string) => {
  const started = startCommand(['--quiet', '--port', '0', '--data', data]);
  const [url] = await started.until(/http:\S+/);
  return { ...started, url };
};

/** Writes until the connection breaks, and tells of each write that was acknowledged. */
async function writeUntilItBreaks(url: string, writer: number, acknowledged: (id: number, name: string) => void) {
  for (let count = 0; ; count += 1) {
    const name = `Writer ${writer}, ${count}`;
    const id = await writeOne(url, name);
    if (id === undefined) return;
    acknowledged(id, name);
  }
}

/** @returns Id of the story that was made; undefined where the connection broke first. */
async function writeOne(url: string, name: string): Promise<number | undefined> {
  try {
    const body = JSON.stringify({ team_id: 1101, name });
    const response = await fetch(`${url}/api/v1/stories`, { method: 'POST', headers, body });
    return ((await response.json()) as { id: number }).id;
  } catch {
    return undefined;
  }
}

test(`every acknowledged write is there after ${kills} kills in the middle of writes`, async () => {
  const data = join(folder, 'tenant.db');
  const random = createRandom(50);
  const written = new Map<number, string>();
  for (let kill = 0; kill < kills; kill += 1) {
    const { child, url } = await startOn(data);
    let left = 1 + (random.next() % 60);
    const closed = once(child, 'close');
    const writing = Array.from({ length: writers }, (_, writer) =>
      writeUntilItBreaks(url, writer, (id, name) => {
        expect(written.has(id)).toBe(false);
        written.set(id, name);
        left -= 1;
        if (left === 0) child.kill('SIGKILL');
      }),
    );
    await Promise.all([...writing, closed]);
  }
  const { url, stop } = await startOn(data);
  const lost: number[] = [];
  for (const [id, name] of written) {
    const response = await fetch(`${url}/api/v1/stories/${id}`, { headers });
    const story = (await response.json()) as { name?: string };
    if (story.name !== name) lost.push(id);
  }
  await stop();
  console.info(`${written.size} writes were acknowledged around ${kills} kills.`);
  expect(written.size).toBeGreaterThan(kills * 10);
  expect(lost).toEqual([]);
});
