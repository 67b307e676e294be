/**
 * Requests a second, time to the first answer and memory, of this mock tenant beside named peers, all in one run on the whole
 * document: `pnpm bench:mock`. Validation, journal and audit log are on, as they always are.
 */
import { cpus } from 'node:os';
import autocannon from 'autocannon';
import { peers, type Started, startPeer } from './peers.ts';

const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const headers = { authorization: 'Bearer tenant-owner-demo-key', 'content-type': 'application/json' };

const scenarios: { name: string; request: Omit<autocannon.Options, 'url'> }[] = [
  { name: 'list stories', request: { path: '/api/v1/stories' } },
  { name: 'get a story', request: { path: '/api/v1/stories/3101' } },
  { name: 'info', request: { path: '/api/v1/info' } },
  {
    name: 'create a story',
    request: { path: '/api/v1/stories', method: 'POST', body: '{"team_id":1101,"name":"Bench"}' },
  },
  { name: 'a refused body', request: { path: '/api/v1/stories', method: 'POST', body: '{"name":"Bench"}' } },
] as never;

interface Measured {
  startup: number;
  memory: number;
  rates: number[];
}

async function measure(started: Started): Promise<number[]> {
  const rates: number[] = [];
  for (const { request } of scenarios) {
    const options = {
      ...request,
      url: `${started.url}${(request as { path: string }).path}`,
      headers,
      connections: 16,
    };
    await autocannon({ ...options, duration: 1 });
    rates.push((await autocannon({ ...options, duration: seconds })).requests.average);
  }
  return rates;
}

const results = new Map<string, Measured>();
for (const peer of peers) {
  const started = await startPeer(peer, (url) => fetch(`${url}/api/v1/stories/3101`, { headers }));
  const rates = await measure(started);
  results.set(peer.name, { startup: started.startup, memory: await started.memory(), rates });
  await started.stop();
  process.stderr.write(`${peer.name} measured\n`);
}

const ours = results.get('mock tenant') as Measured;
const round = (value: number) => Math.round(value).toLocaleString('en');
console.log(
  `\n${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, 16 connections, ${seconds} s a row\n`,
);
console.log(`| | ${[...results.keys()].join(' | ')} |\n|---|${[...results].map(() => '---:').join('|')}|`);
for (const [at, { name }] of scenarios.entries()) {
  const cells = [...results.values()].map(
    ({ rates }) => `${round(rates[at] ?? 0)}/s (${((ours.rates[at] ?? 0) / (rates[at] ?? 1)).toFixed(2)})`,
  );
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}
console.log(
  `| first answer | ${[...results.values()].map(({ startup }) => `${round(startup)} ms (${(ours.startup / startup).toFixed(2)})`).join(' | ')} |`,
);
console.log(
  `| memory after | ${[...results.values()].map(({ memory }) => `${round(memory)} MiB (${(ours.memory / memory).toFixed(2)})`).join(' | ')} |`,
);
console.log('\nIn brackets: the mock tenant divided by the peer.');
