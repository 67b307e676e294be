import { parseArgs } from 'node:util';

export interface CommandLine {
  port: number;
  host: string;
  denied: 403 | 404;
  engine: 'tenant' | 'prism';
  rateLimit: 'off' | 'real-clock';
  /** Path of the data file. */
  data?: string;
  casesV1: 'served' | 'gone';
  plan: { cases: boolean };
  quiet: boolean;
  help: boolean;
  version: boolean;
}

/** Something wrong on the command line, in a sentence that says what is allowed. */
export class CommandLineError extends Error {}

const flags = {
  port: { type: 'string', short: 'p', default: '4010' },
  host: { type: 'string', default: '127.0.0.1' },
  denied: { type: 'string', default: '404' },
  engine: { type: 'string', default: 'tenant' },
  'rate-limit': { type: 'boolean', default: false },
  data: { type: 'string' },
  'cases-v1': { type: 'string', default: 'served' },
  'without-cases': { type: 'boolean', default: false },
  quiet: { type: 'boolean', short: 'q', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

/** @throws CommandLineError that names the option, what it was given and what is allowed. */
export function readOptions(argv: string[]): CommandLine {
  const values = parse(argv);
  return {
    port: readPort(values.port),
    host: values.host,
    denied: Number(oneOf('denied', values.denied, ['404', '403'])) as 403 | 404,
    engine: oneOf('engine', values.engine, ['tenant', 'prism']),
    rateLimit: values['rate-limit'] ? 'real-clock' : 'off',
    ...(values.data !== undefined && { data: values.data }),
    casesV1: oneOf('cases-v1', values['cases-v1'], ['served', 'gone']),
    plan: { cases: !values['without-cases'] },
    quiet: values.quiet,
    help: values.help,
    version: values.version,
  };
}

function parse(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: flags, allowPositionals: false }).values;
  } catch (error) {
    const message = (error as Error).message.split('. ')[0];
    throw new CommandLineError(`${message}. Try --help.`);
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new CommandLineError(`--port must be a number from 0 to 65535, not "${text}".`);
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  if ((allowed as readonly string[]).includes(value)) return value as T;
  throw new CommandLineError(`--${name} must be ${allowed.join(' or ')}, not "${value}".`);
}

const oldestNode = [22, 13] as const;

/** @returns Why this Node cannot run the tenant, or undefined where it can. */
export function refuseOldNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return undefined;
  return `The mock tenant needs Node ${oldestNode.join('.')} or newer; this is Node ${version}.`;
}
