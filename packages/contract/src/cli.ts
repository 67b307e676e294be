#!/usr/bin/env node
import { main } from './cli/main.ts';
import { processStreams } from './cli/streams.ts';

for (const stream of [process.stdout, process.stderr]) {
  // Whoever reads may stop reading, as `head` does; the exit code still counts.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await main(process.argv.slice(2), process.env, processStreams);
