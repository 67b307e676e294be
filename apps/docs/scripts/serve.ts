/** A static host for a folder: what any host does, and nothing more. Used by `preview` and by the tests. */
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

const mediaTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.yaml': 'application/yaml',
};

/** A running static host. */
export interface StaticHost {
  /** Where the folder is served, with a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a folder on loopback.
 *
 * @param folder The folder.
 * @param options `port` is 0 for any free one; `base` is the path under which the folder appears, `/` unless given.
 * @returns The address, once it answers.
 * @throws When the port is taken.
 */
export async function serveFolder(folder: string, options: { port?: number; base?: string } = {}): Promise<StaticHost> {
  const base = options.base ?? '/';
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = pathname.startsWith(base)
      ? await findFile(folder, decodeURIComponent(pathname.slice(base.length)))
      : undefined;
    const found = file ?? join(folder, '404.html');
    const body = await readFile(found).catch(() => Buffer.from('Not found'));
    response.writeHead(file === undefined ? 404 : 200, {
      'content-type': mediaTypes[extname(found)] ?? 'application/octet-stream',
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

/** The file that a path means: itself, or the index of the folder. Nothing above the folder is ever read. */
async function findFile(folder: string, path: string): Promise<string | undefined> {
  const wanted = normalize(join(folder, path));
  if (!wanted.startsWith(normalize(folder + sep))) return undefined;
  const entry = await stat(wanted).catch(() => undefined);
  if (entry?.isFile()) return wanted;
  if (!entry?.isDirectory() || !(path === '' || path.endsWith('/'))) return undefined;
  const index = join(wanted, 'index.html');
  return (await stat(index).catch(() => undefined))?.isFile() ? index : undefined;
}
