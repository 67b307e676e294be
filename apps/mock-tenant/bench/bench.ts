/**
 * Requests a second, processor time, time to the first answer and memory, of this mock tenant beside named peers, all in one run
 * on the whole document: `pnpm bench:mock`. Validation, journal and audit log are on, as they always are.
 */
import { cpus } from 'node:os';
import { measureGrowth, measureSnapshots } from './growth.ts';
import { connections, type Measured, measureAll } from './measure.ts';
import { othersAreThere, type Peer, peers } from './peers.ts';
import { reads, writes } from './scenarios.ts';

const seconds = Number(process.env.BENCH_SECONDS ?? 3);
const results = await measureAll(peers, seconds);
const ours = [...results.values()][0] as Measured;
const round = (value: number) => Math.round(value).toLocaleString('en');

/** A row of the table: what each peer has, and the mock tenant divided by it. */
function row(name: string, unit: string, of: (measured: Measured) => number): string {
  const cells = [...results].map(([peer, measured]: [Peer, Measured]) => {
    const value = `${round(of(measured))} ${unit}`;
    return peer === peers[0] ? value : `${value} (${(of(ours) / of(measured)).toFixed(2)})`;
  });
  return `| ${name} | ${cells.join(' | ')} |`;
}

const names = [...reads, ...writes].map(({ name }) => name);
const lines = [
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, ${connections} connections, the best of three rounds of ${seconds} s`,
  '',
  `| | ${peers.map(({ name }) => name).join(' | ')} |`,
  `|---|${peers.map(() => '---:').join('|')}|`,
  ...names.map((name) => row(name, '/s', ({ rates }) => rates.get(name)?.perSecond ?? 0)),
  ...names.map((name) => row(`${name}, processor time`, 'µs', ({ rates }) => rates.get(name)?.cpu ?? 0)),
  row('first answer', 'ms', ({ startup }) => startup),
  row('most memory until the first answer', 'MiB', ({ memory }) => memory[0] ?? 0),
  row('most memory until the end of the reads', 'MiB', ({ memory }) => memory[1] ?? 0),
  row('most memory until the end of the writes', 'MiB', ({ memory }) => memory[2] ?? 0),
  '',
  'In brackets: the mock tenant divided by the peer.',
  ...(othersAreThere ? [] : ["Scalar's mock server and Steady are left out: run `pnpm install` in bench/peers first."]),
  '',
  ...(await measureGrowth()),
  '',
  ...measureSnapshots(),
];
console.log(lines.join('\n'));
