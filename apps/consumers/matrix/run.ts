import { ConsumerError, listConsumers, readConsumer } from './consumer.ts';
import { isAsExpected } from './expectation.ts';
import { CommandLineError, help, readOptions } from './options.ts';
import { packSpec } from './packed-spec.ts';
import { mergeResults, type Result, readResults, writeResults } from './results.ts';
import { runConsumer } from './run-consumer.ts';
import { findMissing } from './shell.ts';

process.once('SIGINT', () => process.exit(130));
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CommandLineError || error instanceof ConsumerError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

/** Runs the matrix: read all → pack the document → one consumer after the other, so that seconds can be compared → write. */
async function main(argv: string[]): Promise<number> {
  const known = listConsumers();
  const options = readOptions(argv, known);
  if (options.help) return say(help, 0);
  const consumers = options.names.map((name) => readConsumer(name));
  const spec = await packSpec();
  const results: Result[] = [];
  let failed = 0;
  for (const [index, consumer] of consumers.entries()) {
    const place = `[${index + 1}/${consumers.length}] ${consumer.name}`;
    const missing = findMissing(consumer.needs);
    if (missing.length > 0) {
      say(`${place}: skipped, not installed: ${missing.join(', ')}\n`);
      if (process.env.REQUIRE_ALL_TOOLCHAINS) failed += 1;
      continue;
    }
    try {
      const { result, failures } = await runConsumer(consumer, {
        spec,
        keep: options.keep,
        say: (step) => say(`${place}: ${step}\n`),
      });
      results.push(result);
      for (const failure of failures) say(`${place}: ${failure}\n`);
      if (isAsExpected(consumer, result)) continue;
      say(`${place}: not as its consumer.json expects\n`);
    } catch (error) {
      say(`${place}: ${(error as Error).message}\n`);
    }
    failed += 1;
  }
  spec.remove();
  // Read at the end: others may have written theirs meanwhile.
  writeResults(mergeResults(readResults(), results, listConsumers()));
  return say(`${results.length} run, ${failed} not as expected\n`, failed > 0 ? 1 : 0);
}

function say(text: string, code = 0): number {
  process.stdout.write(text);
  return code;
}
