import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { readAnswers } from './answers.ts';

/** A server to measure, started as a process of its own. */
export interface Peer {
  name: string;
  /** Arguments of `node`, with the port it must listen on. */
  command(port: number): string[];
}

const require = createRequire(import.meta.url);
const local = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const document = fileURLToPath(import.meta.resolve('@tines-openapi/spec/openapi.json'));
const other = local('./peers/node_modules');
const answers = JSON.stringify(await readAnswers());

/** Servers that live in a workspace of their own, since they are for whoever measures only. */
const others: Peer[] = [
  { name: "Scalar's mock server", command: (port) => [local('./peers/scalar.ts'), document, String(port)] },
  {
    name: 'Steady',
    command: (port) => [
      `${other}/@stdy/cli/steady.js`,
      '--quiet',
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      document,
    ],
  },
];

/** Whether `pnpm install` was run in `bench/peers`. */
export const othersAreThere = existsSync(other);

export const peers: Peer[] = [
  { name: 'mock tenant', command: (port) => [local('../dist/cli.js'), '--quiet', '--port', String(port)] },
  {
    name: '`prism mock`',
    command: (port) => [
      require.resolve('@stoplight/prism-cli'),
      'mock',
      document,
      '--port',
      String(port),
      '--verboseLevel',
      'silent',
    ],
  },
  ...(othersAreThere ? others : []),
  { name: 'bare Fastify', command: (port) => [local('fastify.ts'), String(port), answers] },
];
