import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { operationNamed } from '../run/fill.ts';
import { generalise } from './compare.ts';
import { withoutCredentials } from './har.ts';
import type { DriftFinding } from './report.ts';

const require = createRequire(import.meta.url);
const run = promisify(execFile);

/** A problem as `redocly drift` reports it. Its `details` hold values of the traffic and are never read. */
interface RedoclyProblem {
  ruleId: string;
  message: string;
  operationId?: string;
  target?: 'request' | 'response';
  dataPath?: string;
  method: string;
  path: string;
  status: number;
  occurrences: number;
}

/** @returns The path of the command line of Redocly, undefined where it is not installed. */
export function findRedocly(): string | undefined {
  try {
    const manifest = require.resolve('@redocly/cli/package.json');
    const { bin } = require(manifest) as { bin: Record<string, string> };
    return join(dirname(manifest), bin.redocly as string);
  } catch {
    return undefined;
  }
}

/**
 * Lets `redocly drift` judge the requests of a HAR: parameters and bodies that the document does not describe. What it says
 * of answers is left out, since our own judge says the same and more.
 *
 * @param cli Path of the command line of Redocly.
 * @param server Address that the traffic was recorded against.
 * @returns Undefined where it gives no report.
 */
export async function judgeRequests(cli: string, harText: string, server: string): Promise<DriftFinding[] | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'tines-contract-'));
  try {
    const [har, out] = [join(folder, 'traffic.har'), join(folder, 'report.json')];
    writeFileSync(har, withoutCredentials(harText), { mode: 0o600 });
    const document = fileURLToPath(import.meta.resolve('@tines-openapi/spec/openapi.json'));
    const args = [cli, 'drift', har, '--api', document, '--format', 'json', '--server', server, '--output', out];
    // It ends with 1 where it finds something; the report tells.
    await run(process.execPath, args, { cwd: folder, env: { ...process.env, REDOCLY_TELEMETRY: 'off' } }).catch(
      () => {},
    );
    if (!existsSync(out)) return undefined;
    const { problems } = JSON.parse(readFileSync(out, 'utf8')) as { problems: RedoclyProblem[] };
    return problems.flatMap(toFinding);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function toFinding(problem: RedoclyProblem): DriftFinding[] {
  const { operationId, target, method, status, occurrences } = problem;
  if (target !== 'request' || operationId === undefined) return [];
  const { path } = operationNamed(operationId);
  const named = /parameter in traffic: "([\w[\].-]{1,60})"/.exec(problem.message)?.[1];
  const pointer = named === undefined ? generalise(problem.dataPath ?? '') : `/${named}`;
  const kind = named === undefined ? 'request not described' : 'undescribed parameter';
  const got = named === undefined ? 'another value' : 'a parameter';
  return [
    {
      operation: operationId,
      method,
      path,
      status,
      kind,
      pointer,
      expected: 'a request as described',
      got,
      count: occurrences,
    },
  ];
}
