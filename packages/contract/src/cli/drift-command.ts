import { checkDrift } from '../drift/check.ts';
import { checkExchanges } from '../drift/check-har.ts';
import { type Exchange, HarError, readHar } from '../drift/har.ts';
import { renderMarkdown } from '../drift/markdown.ts';
import { planReads } from '../drift/plan.ts';
import { findRedocly, judgeRequests } from '../drift/redocly.ts';
import type { DriftLedger, DriftReport } from '../drift/report.ts';
import { fetchCaller } from '../run/fetch-caller.ts';
import { type DriftCommand, readDriftCommand } from './drift-options.ts';
import { CommandError, type ExitCode, exitCodes, usageError } from './exit-codes.ts';
import { readText, writeWhole } from './files.ts';
import { demandTarget } from './preflight.ts';
import type { Streams } from './streams.ts';

/**
 * Holds a live API, or traffic that was recorded of it, against the document.
 *
 * @throws CommandError where it cannot begin, and after the report where calls got no answer.
 */
export async function drift(args: string[], environment: NodeJS.ProcessEnv, streams: Streams): Promise<ExitCode> {
  const command = readDriftCommand(args, environment);
  if (command.dryRun) return listReads(command, streams);
  const report = command.har ? await checkFile(command.har) : await checkLive(command, streams);
  const text = renderMarkdown(report, new Date());
  if (command.markdown !== undefined) writeWhole(command.markdown, text);
  if (command.json !== undefined) writeWhole(command.json, `${JSON.stringify(report, null, 2)}\n`);
  if (command.markdown === undefined) streams.out(text);
  if (report.findings.length > 0) return exitCodes.failed;
  if (report.unanswered === 0) return exitCodes.ok;
  const calls = report.unanswered === 1 ? '1 call' : `${report.unanswered} calls`;
  throw new CommandError(
    exitCodes.unreachable,
    `${command.live?.target} gave no answer to ${calls}; the report names them.`,
  );
}

function listReads({ live, sections, most }: DriftCommand, { out }: Streams): ExitCode {
  const reads = planReads(sections);
  const lines = reads.map(({ operation, needs }) => {
    const after = needs.length === 0 ? '' : `   with ${needs.join(', ')} from earlier answers`;
    return `GET ${operation.path}${after}`;
  });
  out(
    `${lines.join('\n')}\n\n${reads.length} operations of ${live?.target}, at most ${most} calls. Nothing was sent.\n`,
  );
  return exitCodes.ok;
}

async function checkLive({ live, most, sections }: DriftCommand, { err }: Streams): Promise<DriftReport> {
  const { target, secret } = live as NonNullable<DriftCommand['live']>;
  await demandTarget(target, { tenantOwner: secret }, 'TINES_API_KEY');
  const onCall = ({ path }: { path: string }, done: number) => err(`${done}: GET ${path}\n`);
  return checkDrift({ call: fetchCaller(target), secret, most, sections, onCall });
}

async function checkFile({ file, host }: NonNullable<DriftCommand['har']>): Promise<DriftReport> {
  const text = readText(file);
  const exchanges = readExchanges(file, text);
  const calls = exchanges.filter(({ url }) => url.pathname.startsWith('/api/'));
  const first = calls.find(({ url }) => host === undefined || url.host === host);
  if (!first) {
    const hosts = [...new Set(exchanges.map(({ url }) => url.host))].slice(0, 5).join(', ') || 'none';
    const wanted = host === undefined ? 'any path under /api/' : `${host}, the host of TINES_TENANT`;
    throw new CommandError(exitCodes.otherApi, `${file} holds no traffic of ${wanted}. Hosts in it: ${hosts}.`);
  }
  const ledger = checkExchanges(exchanges, first.url.host);
  const cli = findRedocly();
  if (cli === undefined)
    ledger.skip('requests', 'Install @redocly/cli beside this package to have requests judged too.');
  else await addRequests(ledger, cli, text, first.url.origin);
  return ledger.report();
}

async function addRequests(ledger: DriftLedger, cli: string, text: string, server: string): Promise<void> {
  const findings = await judgeRequests(cli, text, server);
  if (findings === undefined) ledger.skip('requests', 'Redocly could not read the recorded requests.');
  for (const finding of findings ?? []) ledger.addFinding(finding);
}

function readExchanges(file: string, text: string): Exchange[] {
  try {
    return readHar(text);
  } catch (error) {
    if (error instanceof HarError) throw usageError(`${file} cannot be used. ${error.message}`);
    throw error;
  }
}
