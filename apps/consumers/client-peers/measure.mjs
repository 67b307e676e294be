// Measures one client in a process of its own: node measure.mjs <module> <tenant> <key> <calls>
import { pathToFileURL } from 'node:url';

const [file, tenant, key, calls] = process.argv.slice(2);
const { default: make } = await import(pathToFileURL(file).href);
const call = make(tenant, key);
const answer = JSON.stringify(await call());
if (!answer.includes('Phishing report triage'))
  throw new Error(`${file} did not list the stories: ${answer.slice(0, 200)}`);

const run = async (count) => {
  for (let done = 0; done < count; done++) await call();
};
await run(1000);
const rounds = [];
const bytes = [];
for (let round = 0; round < 5; round++) {
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  await run(Number(calls));
  rounds.push(((performance.now() - start) * 1000) / Number(calls));
  // The young space is large enough for a whole round, so that nothing is collected in between.
  bytes.push((process.memoryUsage().heapUsed - before) / Number(calls));
}
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
console.log(JSON.stringify({ microseconds: median(rounds), fastest: Math.min(...rounds), bytes: median(bytes) }));
process.exit();
