import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Peer } from './peers.ts';

/** A peer that answers, and what it took to get there. */
export interface Started {
  url: string;
  /** Milliseconds from the start of the process to its first good answer. */
  startup: number;
  /**
   * Most memory in MiB that was resident so far in the process and those it started, read from the kernel. What is resident
   * at one moment says less: it falls while a peer waits for its turn.
   */
  memory(): number;
  /** Milliseconds of processor time that these have used so far. */
  cpu(): number;
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
    memory: () => sumOver(child.pid ?? 0, mostMemory),
    cpu: () => sumOver(child.pid ?? 0, processorTime),
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

const longestStart = 60_000;

async function untilGood(child: ChildProcess, ask: () => Promise<Response>): Promise<void> {
  const end = performance.now() + longestStart;
  let last: unknown;
  while (performance.now() < end) {
    if (child.exitCode !== null) throw new Error(`The peer ended with ${child.exitCode} before it answered.`);
    const response = await ask().catch((error: unknown) => {
      last = error;
      return undefined;
    });
    await response?.arrayBuffer();
    if (response?.ok) return;
    last = response?.status ?? last;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`The peer gave no good answer in ${longestStart} ms. The last was ${String(last)}.`);
}

function mostMemory(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

/** The kernel counts in hundredths of a second, in the user's and its own code. */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function sumOver(pid: number, of: (pid: number) => number): number {
  return childrenOf(pid).reduce((sum, child) => sum + sumOver(child, of), of(pid));
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
    const children = readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8');
    return children.split(' ').filter(Boolean).map(Number);
  });
}
