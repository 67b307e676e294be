import { createServer, type Socket } from 'node:net';

/** A request as it came over the wire. */
export interface WireRequest {
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Answers one request, or fails to. */
export type Fault = (socket: Socket, request: WireRequest) => void;

export interface FaultServer {
  readonly url: string;
  /** Every request that came in whole, in order. */
  readonly requests: readonly WireRequest[];
  close(): Promise<void>;
}

/** Starts a server that answers the first request by the first fault and so on; the last one goes on for ever. */
export async function startFaultServer(...faults: [Fault, ...Fault[]]): Promise<FaultServer> {
  const requests: WireRequest[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client that gives up resets the connection.
    socket.on('error', () => {});
    let received = '';
    socket.setEncoding('latin1');
    socket.on('data', (part) => {
      received += part;
      const request = parse(received);
      if (!request) return;
      received = '';
      requests.push(request);
      (faults[requests.length - 1] ?? (faults.at(-1) as Fault))(socket, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function parse(text: string): WireRequest | undefined {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [line = '', ...rest] = text.slice(0, end).split('\r\n');
  const headers = Object.fromEntries(
    rest.map((header) => {
      const colon = header.indexOf(':');
      return [header.slice(0, colon).toLowerCase(), header.slice(colon + 1).trim()];
    }),
  );
  const body = text.slice(end + 4);
  if (headers['transfer-encoding'] === 'chunked' && !body.endsWith('0\r\n\r\n')) return undefined;
  return body.length < Number(headers['content-length'] ?? 0) ? undefined : { line, headers, body };
}

/** A whole answer. */
export function answer(status: number, body: string | Buffer, headers: Record<string, string | number> = {}): Fault {
  return (socket) => {
    const bytes = Buffer.from(body as string);
    socket.write(head(status, { 'content-type': 'application/json', 'content-length': bytes.length, ...headers }));
    socket.end(bytes);
  };
}

/** The start of an answer, whose end is up to the caller. */
export function head(status: number, headers: Record<string, string | number>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Fault\r\nconnection: close\r\n${lines.join('')}\r\n`;
}

export const good = answer(200, '{"stories":[]}');

/** The connection is reset before anything is answered. */
export const resetAtOnce: Fault = (socket) => socket.resetAndDestroy();

const half = (after: (socket: Socket) => void): Fault => {
  return (socket) => {
    socket.write(`${head(200, { 'content-type': 'application/json', 'content-length': 1000 })}{"stories":`, () =>
      after(socket),
    );
  };
};

/** The connection is reset in the middle of the body. */
export const resetInBody = half((socket) => socket.resetAndDestroy());
/** The body ends before its length. */
export const halfBody = half((socket) => socket.end());
/** The body never ends. */
export const endlessBody = half(() => {});
/** Nothing is ever answered. */
export const silence: Fault = () => {};
/** The body is longer than its length says, which cuts the JSON. */
export const shortLength = answer(200, '{"stories":[]}', { 'content-length': 5 });
/** Says gzip, and is not. */
export const brokenGzip = answer(200, 'this is no gzip', { 'content-encoding': 'gzip' });
