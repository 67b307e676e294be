#!/usr/bin/env node
import { main } from './cli/main.ts';
import { processStreams } from './cli/streams.ts';

process.exitCode = await main(process.argv.slice(2), process.env, processStreams);
