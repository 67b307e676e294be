import { parseArgs } from 'node:util';
import { CommandLineError } from './errors.ts';

export interface CommandLine {
  port: number;
  host: string;
  /** How many tenants, each on a port of its own. */
  tenants: number;
  https: boolean;
  denied: 403 | 404;
  engine: 'tenant' | 'prism';
  rateLimit: 'off' | 'real-clock';
  /** Path of the data file. */
  data?: string;
  /** Path of the seed file. */
  seedFile?: string;
  casesV1: 'served' | 'gone';
  plan: { cases: boolean };
  actionLogs: boolean;
  /** Whether the page of the tenant is served. */
  console: boolean;
  /** Further names under which the page and `/_mock` are served. */
  allowedHosts: string[];
  json: boolean;
  quiet: boolean;
  help: boolean;
  version: boolean;
}

const flags = {
  port: { type: 'string', short: 'p', default: '4010' },
  host: { type: 'string', default: '127.0.0.1' },
  tenants: { type: 'string', default: '1' },
  https: { type: 'boolean', default: false },
  denied: { type: 'string', default: '404' },
  engine: { type: 'string', default: 'tenant' },
  'rate-limit': { type: 'boolean', default: false },
  data: { type: 'string' },
  'seed-file': { type: 'string' },
  'cases-v1': { type: 'string', default: 'served' },
  'without-cases': { type: 'boolean', default: false },
  'without-logs': { type: 'boolean', default: false },
  'no-console': { type: 'boolean', default: false },
  'allow-host': { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
  quiet: { type: 'boolean', short: 'q', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

const mostTenants = 20;

/** @throws CommandLineError that names the option, what it was given and what is allowed. */
export function readOptions(argv: string[]): CommandLine {
  const values = parse(argv);
  const tenants = readNumber('tenants', values.tenants, 1, mostTenants);
  if (tenants > 1 && values.data !== undefined) {
    throw new CommandLineError('--data keeps one tenant: leave --tenants out, or start one command for each file.');
  }
  return {
    port: readNumber('port', values.port, 0, 65535 - (tenants - 1)),
    host: values.host,
    tenants,
    https: values.https,
    denied: Number(oneOf('denied', values.denied, ['404', '403'])) as 403 | 404,
    engine: oneOf('engine', values.engine, ['tenant', 'prism']),
    rateLimit: values['rate-limit'] ? 'real-clock' : 'off',
    ...(values.data !== undefined && { data: values.data }),
    ...(values['seed-file'] !== undefined && { seedFile: values['seed-file'] }),
    casesV1: oneOf('cases-v1', values['cases-v1'], ['served', 'gone']),
    plan: { cases: !values['without-cases'] },
    actionLogs: !values['without-logs'],
    console: !values['no-console'],
    allowedHosts: values['allow-host'] ?? [],
    json: values.json,
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

function readNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new CommandLineError(`--${name} must be a number from ${least} to ${most}, not "${text}".`);
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  if ((allowed as readonly string[]).includes(value)) return value as T;
  throw new CommandLineError(`--${name} must be ${allowed.join(' or ')}, not "${value}".`);
}

const oldestNode = [20, 19] as const;

/** @returns Why this Node cannot run the tenant, or undefined where it can. */
export function refuseOldNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return undefined;
  return `The mock tenant needs Node ${oldestNode.join('.')} or newer; this is Node ${version}.`;
}
