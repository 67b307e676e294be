import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** A server to measure, started as a process of its own. */
export interface Peer {
  name: string;
  /** Arguments of `node`, with the port it must listen on. */
  command(port: number): string[];
}

const require = createRequire(import.meta.url);
const local = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const document = fileURLToPath(import.meta.resolve('@tines-openapi/spec/openapi.json'));

export const peers: Peer[] = [
  { name: 'mock tenant', command: (port) => [local('../dist/cli.js'), '--quiet', '--port', String(port)] },
  {
    name: 'prism mock',
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
  { name: 'bare Fastify', command: (port) => [local('fastify.ts'), String(port)] },
];

/** A peer that answers, and what it took to get there. */
export interface Started {
  url: string;
  /** Milliseconds from the start of the process to its first good answer. */
  startup: number;
  /** Resident memory in MiB, read from the kernel. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a peer and waits for its first good answer to `probe`. */
export async function startPeer(peer: Peer, probe: (url: string) => Promise<Response>): Promise<Started> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const child = spawn(process.execPath, peer.command(port), { stdio: ['ignore', 'ignore', 'inherit'] });
  await untilGood(child, () => probe(url));
  return {
    url,
    startup: performance.now() - started,
    memory: () => residentMemory(child),
    stop: async () => {
      const closed = once(child, 'close');
      child.kill();
      await closed;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

async function untilGood(child: ChildProcess, ask: () => Promise<Response>): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The peer ended with ${child.exitCode} before it answered.`);
    const response = await ask().catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function residentMemory({ pid }: ChildProcess): Promise<number> {
  const { readFile } = await import('node:fs/promises');
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
