import autocannon from 'autocannon';
import { key } from './answers.ts';
import type { Peer } from './peers.ts';
import { reads, type Scenario, writes } from './scenarios.ts';
import { type Started, startPeer } from './started.ts';

export const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
export const connections = 16;
const rounds = 3;

/** What a peer did in one scenario: the best round, since whatever else the machine does only makes one worse. */
export interface Rate {
  perSecond: number;
  /** Microseconds of processor time for one request, which other programs hardly change. */
  cpu: number;
}

export interface Measured {
  /** Milliseconds to the first good answer, the best of three starts. */
  startup: number;
  /** By the name of the scenario. */
  rates: Map<string, Rate>;
}

/**
 * Measures the peers side by side: in each round every one of them gets the same requests for the same time, one after the
 * other, so that what else the machine does falls on all of them.
 *
 * @param seconds How long each peer is asked in each round.
 */
export async function measureAll(peers: readonly Peer[], seconds: number): Promise<Map<Peer, Measured>> {
  const running = new Map<Peer, Started>();
  const results = new Map<Peer, Measured>();
  for (const peer of peers) {
    results.set(peer, { startup: await bestStart(peer), rates: new Map() });
    running.set(peer, await start(peer));
  }
  for (const scenario of [...reads, ...writes]) await measureScenario(scenario, running, results, seconds);
  for (const started of running.values()) await started.stop();
  return results;
}

/** Starts a peer and waits until it gives a story. */
export function start(peer: Peer): Promise<Started> {
  return startPeer(peer, (url) => fetch(`${url}/api/v1/stories/3101`, { headers }));
}

async function bestStart(peer: Peer): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = await start(peer);
    times.push(started.startup);
    await started.stop();
  }
  return Math.min(...times);
}

async function measureScenario(
  { name, requests }: Scenario,
  running: ReadonlyMap<Peer, Started>,
  results: ReadonlyMap<Peer, Measured>,
  seconds: number,
): Promise<void> {
  const ask = (url: string, duration: number) => autocannon({ url, requests, headers, connections, duration });
  for (const { url } of running.values()) await ask(url, 1);
  for (let round = 0; round < rounds; round += 1) {
    for (const [peer, started] of running) {
      const before = started.cpu();
      const { requests: counted } = await ask(started.url, seconds);
      const cpu = ((started.cpu() - before) * 1000) / counted.total;
      const rates = results.get(peer)?.rates;
      const best = rates?.get(name) ?? { perSecond: 0, cpu: Number.POSITIVE_INFINITY };
      rates?.set(name, { perSecond: Math.max(best.perSecond, counted.average), cpu: Math.min(best.cpu, cpu) });
    }
  }
  process.stderr.write(`${name} measured\n`);
}
