import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { packageFolder } from './sources.ts';

/** What `redocly score` says of a document: figures from 0 to 100, and what it counts them from, from 0 to 1. */
export interface Score {
  agentReadiness: number;
  discoverability: number;
  subscores: Record<string, number>;
  operations: number;
}

/** Runs `redocly score` on a file. */
export async function scoreOf(file: string): Promise<Score> {
  const cli = join(dirname(fileURLToPath(import.meta.resolve('@redocly/cli/package.json'))), 'bin/cli.js');
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'score', file, '--format', 'json'], {
    cwd: join(packageFolder, '..'),
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    maxBuffer: 1 << 29,
  });
  const result = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Score & { rawMetrics: { operationCount: number } };
  const { agentReadiness, discoverability, subscores, rawMetrics } = result;
  return { agentReadiness, discoverability, subscores, operations: rawMetrics.operationCount };
}
