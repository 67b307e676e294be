/** The table of generated clients, from what the runs in `apps/consumers` found out. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '../paths.ts';

/** What a run found out about one generator. */
export interface GeneratedClient {
  /** The folder of the repository that the run used. */
  name: string;
  language: string;
  generator: string;
  version: string;
  /** The file of the document that it reads. */
  document: string;
  generates: boolean;
  compiles: boolean;
  /** Whether a call with each header was answered by the mock tenant. */
  calls: { bearer: boolean; userToken: boolean };
  warnings: number;
  /** Lines of code that it makes. */
  lines: number;
  seconds: { generate: number; compile: number };
  /** What has to be done for it, in sentences. */
  workarounds: string[];
  /** Why it does not work, where it does not. */
  reason?: string | null;
  command: string;
}

/** The results of the last run; undefined where none is recorded. */
export async function readClients(): Promise<GeneratedClient[] | undefined> {
  const file = join(repository, 'apps/consumers/generators/results.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : JSON.parse(text);
}

/** Whether everything that was tried with a client works. */
export function works({ generates, compiles, calls }: GeneratedClient): boolean {
  return generates && compiles && calls.bearer && calls.userToken;
}

/** How many work, the table of all, and below it the command, the answers and the reason of each. */
export function clientsReport(results: GeneratedClient[] | undefined): string {
  if (results === undefined || results.length === 0) {
    return 'No run over the generators is recorded in this version, so there is nothing to show here.';
  }
  const clients = results.toSorted((a, b) => order(a).localeCompare(order(b)));
  const sum = `${clients.filter(works).length} of ${clients.length} generate, compile and call with both headers.`;
  return [sum, clientsTable(clients), ...clients.map(clientSection)].join('\n\n');
}

/** The table alone. */
export function clientsTable(clients: GeneratedClient[]): string {
  const rows = clients.map((client) => {
    const { name, language, generator, version, generates, compiles, calls, warnings, lines, seconds } = client;
    const steps = [...[generates, compiles].map((done) => (done ? 'yes' : '**fails**')), headersOf(calls)];
    const figures = generates
      ? [warnings.toLocaleString('en'), lines.toLocaleString('en'), `${seconds.generate} + ${seconds.compile}`]
      : ['', '', ''];
    return `| ${[`${language}: [${generator}](#${name}) ${version}`, ...steps, ...figures].join(' | ')} |`;
  });
  const head = '| Generator | Makes | Compiles | Calls with | Warnings | Lines | Seconds |';
  return [head, `|---|${':---:|'.repeat(3)}${'---:|'.repeat(3)}`, ...rows].join('\n');
}

function headersOf({ bearer, userToken }: GeneratedClient['calls']): string {
  if (bearer && userToken) return 'both';
  if (!bearer && !userToken) return '**fails**';
  return `**only** \`${bearer ? 'Authorization' : 'X-User-Token'}\``;
}

function clientSection(client: GeneratedClient): string {
  const { name, language, generator, document, command, reason, workarounds } = client;
  const parts = [`<a id="${name}"></a>\n\n### ${language}: ${generator}`];
  if (!works(client)) parts.push(`**Fails.** ${reason ? escapeTags(reason) : 'The run gave no reason.'}`);
  parts.push(`\`\`\`sh\n${command}\n\`\`\``);
  if (workarounds.length > 0) parts.push(workarounds.map((one) => `- ${escapeTags(one)}`).join('\n'));
  parts.push(`It reads \`${document}\`. The whole repository is \`apps/consumers/generators/${name}\`.`);
  return parts.join('\n\n');
}

function order({ language, generator }: GeneratedClient): string {
  return `${language} ${generator}`;
}

/** Results are text, not HTML. In code nothing needs to be escaped. */
function escapeTags(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replaceAll('<', '&lt;') : part))
    .join('`');
}
