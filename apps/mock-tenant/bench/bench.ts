/**
 * Requests a second, time to the first answer and memory, of this mock tenant beside named peers, all in one run on the whole
 * document: `pnpm bench:mock`. Validation, journal and audit log are on, as they always are.
 */
import { cpus } from 'node:os';
import autocannon from 'autocannon';
import { measureGrowth, measureSnapshots } from './growth.ts';
import { othersAreThere, peers } from './peers.ts';
import { reads, type Scenario, writes } from './scenarios.ts';
import { type Started, startPeer } from './started.ts';

const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const connections = 16;
const headers = { authorization: 'Bearer tenant-owner-demo-key', 'content-type': 'application/json' };

interface Measured {
  startup: number;
  rates: number[];
  /** Resident memory in MiB after the first answer, after the reads, and after the writes. */
  memory: [number, number, number];
}

async function measure(started: Started, scenarios: readonly Scenario[]): Promise<number[]> {
  const rates: number[] = [];
  for (const { requests } of scenarios) {
    const options = { url: started.url, requests, headers, connections };
    await autocannon({ ...options, duration: 1 });
    rates.push((await autocannon({ ...options, duration: seconds })).requests.average);
  }
  return rates;
}

const results = new Map<string, Measured>();
for (const peer of peers) {
  const started = await startPeer(peer, (url) => fetch(`${url}/api/v1/stories/3101`, { headers }));
  const first = started.memory();
  const rates = await measure(started, reads);
  const afterReads = started.memory();
  rates.push(...(await measure(started, writes)));
  results.set(peer.name, { startup: started.startup, rates, memory: [first, afterReads, started.memory()] });
  await started.stop();
  process.stderr.write(`${peer.name} measured\n`);
}

const ours = results.get('mock tenant') as Measured;
const round = (value: number) => Math.round(value).toLocaleString('en');

/** A row of the table: what each peer has, and the mock tenant divided by it. */
function row(name: string, unit: string, of: (measured: Measured) => number): string {
  const cells = [...results].map(([peer, measured]) => {
    const value = `${round(of(measured))} ${unit}`;
    return peer === 'mock tenant' ? value : `${value} (${(of(ours) / of(measured)).toFixed(2)})`;
  });
  return `| ${name} | ${cells.join(' | ')} |`;
}

const lines = [
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, ${connections} connections, ${seconds} s a row`,
  '',
  `| | ${[...results.keys()].join(' | ')} |`,
  `|---|${[...results].map(() => '---:').join('|')}|`,
  ...[...reads, ...writes].map(({ name }, at) => row(name, '/s', ({ rates }) => rates[at] ?? 0)),
  row('first answer', 'ms', ({ startup }) => startup),
  row('memory at the first answer', 'MiB', ({ memory }) => memory[0]),
  row('memory after the reads', 'MiB', ({ memory }) => memory[1]),
  row('memory after the writes', 'MiB', ({ memory }) => memory[2]),
  '',
  'In brackets: the mock tenant divided by the peer.',
  ...(othersAreThere ? [] : ["Scalar's mock server and Steady are left out: run `pnpm install` in bench/peers first."]),
  '',
  ...(await measureGrowth()),
  '',
  ...measureSnapshots(),
];
console.log(lines.join('\n'));
