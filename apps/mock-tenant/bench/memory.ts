import autocannon from 'autocannon';
import { connections, headers, start } from './measure.ts';
import { type Peer, peers } from './peers.ts';
import { reads, type Scenario, writes } from './scenarios.ts';

/** Requests of each kind that every peer gets: a fast one is not charged for having been given more of them. */
export const requestsOfEachKind = 2_000;
const manyStories = 50_000;

/** Most memory in MiB that was resident until the first answer, the end of the reads, and the end of the writes. */
export type Memory = [first: number, reads: number, writes: number];

/** Starts a peer anew, sends it the same number of requests of each kind as any other, and reads its memory in between. */
export async function measureMemory(peer: Peer): Promise<Memory> {
  const started = await start(peer);
  const first = started.memory();
  await send(started.url, reads, requestsOfEachKind);
  const afterReads = started.memory();
  await send(started.url, writes, requestsOfEachKind);
  const afterWrites = started.memory();
  await started.stop();
  process.stderr.write(`memory of ${peer.name} measured\n`);
  return [first, afterReads, afterWrites];
}

/** Says how far the memory of the mock tenant rises with the stories that it is given. */
export async function measureManyStories(): Promise<string[]> {
  const started = await start(peers[0] as Peer);
  await send(started.url, [...reads, ...writes], requestsOfEachKind);
  const before = started.memory();
  await send(started.url, writes.slice(0, 1), manyStories);
  const after = started.memory();
  await started.stop();
  const each = ((after - before) * 1024) / manyStories;
  return [
    `${manyStories.toLocaleString('en')} more stories, each with its entry in the audit log: ${before.toFixed(0)} MiB become ${after.toFixed(0)} MiB, ${each.toFixed(1)} KiB a story.`,
  ];
}

async function send(url: string, scenarios: readonly Scenario[], amount: number): Promise<void> {
  for (const { name, requests } of scenarios) {
    const { errors, timeouts } = await autocannon({ url, requests, headers, connections, amount, timeout: 60 });
    if (errors + timeouts > 0) throw new Error(`${errors + timeouts} of ${amount} requests got no answer: ${name}.`);
  }
}
