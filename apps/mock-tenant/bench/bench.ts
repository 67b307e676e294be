/**
 * Requests a second, processor time, time to the first answer and memory, of this mock tenant beside named peers, all in one run
 * on the whole document: `pnpm bench:mock`. Validation, journal and audit log are on, as they always are.
 */
import { cpus } from 'node:os';
import { measureGrowth, measureSnapshots } from './growth.ts';
import { connections, measureAll } from './measure.ts';
import { type Memory, measureManyStories, measureMemory, requestsOfEachKind } from './memory.ts';
import { othersAreThere, type Peer, peers } from './peers.ts';
import { reads, writes } from './scenarios.ts';

const seconds = Number(process.env.BENCH_SECONDS ?? 3);
const results = await measureAll(peers, seconds);
const memory = new Map<Peer, Memory>();
for (const peer of peers) memory.set(peer, await measureMemory(peer));
const round = (value: number) => Math.round(value).toLocaleString('en');

/** A row of the table: what each peer has, and the mock tenant divided by it. */
function row<T>(measured: ReadonlyMap<Peer, T>, name: string, unit: string, of: (measured: T) => number): string {
  const values = [...measured.values()].map(of);
  const cells = values.map((value, index) => {
    const ratio = index === 0 ? '' : ` (${((values[0] ?? 0) / value).toFixed(2)})`;
    return `${round(value)} ${unit}${ratio}`;
  });
  return `| ${name} | ${cells.join(' | ')} |`;
}

const names = [...reads, ...writes].map(({ name }) => name);
const lines = [
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, ${connections} connections, the best of three rounds of ${seconds} s`,
  '',
  `| | ${peers.map(({ name }) => name).join(' | ')} |`,
  `|---|${peers.map(() => '---:').join('|')}|`,
  ...names.map((name) => row(results, name, '/s', ({ rates }) => rates.get(name)?.perSecond ?? 0)),
  ...names.map((name) => row(results, `${name}, processor time`, 'µs', ({ rates }) => rates.get(name)?.cpu ?? 0)),
  row(results, 'first answer', 'ms', ({ startup }) => startup),
  row(memory, 'most memory until the first answer', 'MiB', ([first]) => first),
  row(memory, `… after ${round(requestsOfEachKind)} of each read`, 'MiB', ([, afterReads]) => afterReads),
  row(memory, '… and as many of each write', 'MiB', ([, , afterWrites]) => afterWrites),
  '',
  'In brackets: the mock tenant divided by the peer.',
  ...(othersAreThere ? [] : ["Scalar's mock server and Steady are left out: run `pnpm install` in bench/peers first."]),
  '',
  ...(await measureGrowth()),
  '',
  ...measureSnapshots(),
  '',
  ...(await measureManyStories()),
];
console.log(lines.join('\n'));
