import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

const require = createRequire(import.meta.url);

/** A running `prism proxy --errors` in front of a tenant. */
export interface PrismProxy {
  url: string;
  close(): Promise<void>;
}

/** Starts `prism proxy --errors` in front of a tenant and waits until it says that it listens. */
export async function startPrismProxy(upstream: string): Promise<PrismProxy> {
  const manifest = require.resolve('@stoplight/prism-cli/package.json');
  const cli = join(dirname(manifest), (require(manifest) as { bin: { prism: string } }).bin.prism);
  const document = fileURLToPath(import.meta.resolve('@tines-openapi/spec/openapi.json'));
  const port = await freePort();
  const child = spawn(process.execPath, [cli, 'proxy', document, upstream, '--errors', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await listening(child);
  // What Prism writes from now on is not read, and must not fill its pipe.
  child.stdout?.resume();
  return { url: `http://127.0.0.1:${port}`, close: () => stop(child) };
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Prism is listening')) resolve();
    });
    child.once('exit', (code) =>
      reject(new Error(`prism proxy ended with ${code} before it listened: ${said.slice(-500)}`)),
    );
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
