import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { setImmediate as endOfTurn, setTimeout as wait } from 'node:timers/promises';
import type { Transport } from '../faults/kind.ts';
import type { Tenant } from '../tenant.ts';
import type { Encoded } from './encode.ts';
import type { Stream } from './exchange.ts';
import { LateRequests } from './late.ts';
import { serve } from './serve.ts';

/** Most bytes that a body may have. */
export const bodyLimit = 10 * 1024 * 1024;
/** Most bytes that all headers together may have. */
export const headerLimit = 16 * 1024;

/** How a tenant is put on a socket. */
export interface HttpOptions {
  /** Key and certificate in PEM, for HTTPS; plain HTTP without them. */
  certificate?: { key: string; cert: string };
  /**
   * Milliseconds that a request may take to be sent, headers and body together. 30,000 unless set. What lies in the socket when
   * they are over counts as sent.
   */
  requestTimeout?: number;
}

/** Puts HTTP around a tenant. The server does not listen yet. */
export function createHttpServer(tenant: Tenant, { certificate, requestTimeout = 30_000 }: HttpOptions = {}): Server {
  const limits = {
    maxHeaderSize: headerLimit,
    requestTimeout,
    headersTimeout: Math.min(10_000, requestTimeout),
    // How often Node looks for requests that are late; its own 30 seconds would double the limits above.
    connectionsCheckingInterval: Math.min(1000, requestTimeout),
  };
  const scheme = certificate ? 'https' : 'http';
  const server = certificate ? createTlsServer({ ...limits, ...certificate }) : createServer(limits);
  const late = new LateRequests();
  server.on('request', (message, response) => {
    late.begin(message);
    handle(tenant, scheme, message, response).catch((error: unknown) => {
      // What cannot be sent ends its own connection and not the process that serves the others.
      tenant.options.onFault(error);
      response.destroy();
    });
  });
  server.on('clientError', async (error: NodeJS.ErrnoException, stream) => {
    const socket = stream as Socket;
    if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && (await late.isWhole(socket))) return;
    refuseRaw(error, socket);
  });
  return server;
}

async function handle(
  tenant: Tenant,
  scheme: 'http' | 'https',
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readAll(message);
  if (body === 'gone') return void response.destroy();
  if (body === 'too-large') return refuseTooLarge(message, response);
  const target = message.url ?? '/';
  const mark = target.indexOf('?');
  const answer = await serve(tenant, {
    method: message.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
    headers: message.headers as Record<string, string | undefined>,
    body,
    origin: `${scheme}://${message.headers.host ?? 'localhost'}`,
    address: message.socket.remoteAddress ?? '',
  });
  // Requests that came together are answered together: sixteen callers at once then cost this process a third less than with
  // each answer sent on its own. One request alone does not wait: its turn is over now.
  await endOfTurn();
  await send(response, answer);
}

const noBody = Buffer.alloc(0);

/** @returns The whole body; or why there is none, with the rest of it not read. */
function readAll(message: IncomingMessage): Promise<Buffer | 'too-large' | 'gone'> {
  const { headers } = message;
  if (Number(headers['content-length'] ?? 0) > bodyLimit) return Promise.resolve('too-large');
  // Without these two there is no body (RFC 9112, 6.3), and nothing to wait for.
  if (!('content-length' in headers) && !('transfer-encoding' in headers)) return Promise.resolve(noBody);
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve) => {
    message.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bodyLimit) return void chunks.push(chunk);
      message.pause();
      resolve('too-large');
    });
    message.once('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    // The caller hung up in the middle, or was too late: half a request is not served.
    message.once('error', () => resolve('gone'));
  });
}

/** How long a caller has to read why it was refused before the connection breaks, in milliseconds. */
const lingering = 500;

/** Refuses a body without reading it. A connection that broke at once would take the answer with it. */
function refuseTooLarge(message: IncomingMessage, response: ServerResponse): void {
  const text = JSON.stringify({ error: `The body is over the limit of ${bodyLimit} bytes.` });
  response.shouldKeepAlive = false;
  response.writeHead(413, { 'content-type': 'application/json; charset=utf-8', 'content-length': text.length });
  response.write(text);
  const timer = setTimeout(() => message.socket.destroy(), lingering);
  message.socket.once('close', () => clearTimeout(timer));
}

async function send(response: ServerResponse, answer: Encoded): Promise<void> {
  const { status, headers, bytes, transport, stream } = answer;
  if (stream) {
    response.writeHead(status, headers).write(bytes ?? '');
    return follow(response, stream);
  }
  if (transport?.kind === 'reset' && transport.when === 'before-headers') return void response.destroy();
  if (bytes === null) return void response.writeHead(status, headers).end();
  const length = Buffer.byteLength(bytes);
  response.writeHead(status, { ...headers, 'content-length': length });
  // Text of one byte a sign is ASCII, which Node writes faster when it need not look for more.
  if (transport === undefined) return void response.end(bytes, length === bytes.length ? 'latin1' : 'utf8');
  await sendFaulty(response, Buffer.from(bytes), transport);
}

/** Sends pieces as they come, until the caller hangs up. */
function follow(response: ServerResponse, stream: Stream): void {
  const end = stream((text) => void response.write(text));
  response.once('close', end);
}

/** Sends a body as a fault says: not at all, only in part, or late. */
async function sendFaulty(response: ServerResponse, bytes: Buffer, transport: Transport): Promise<void> {
  response.flushHeaders();
  if (transport.kind === 'reset') return void response.destroy();
  const middle = Math.floor(bytes.length / 2);
  await new Promise((resolve) => response.write(bytes.subarray(0, middle), resolve));
  if (transport.kind === 'half-body') return void response.destroy();
  await wait(transport.milliseconds);
  response.end(bytes.subarray(middle));
}

/** Answers what is not even HTTP enough to become a request, or did not arrive in time. */
function refuseRaw({ code = '' }: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable) return void socket.destroy();
  const [status, text] = rawRefusals[code] ?? ['400 Bad Request', 'This is not a request that HTTP knows.'];
  const body = JSON.stringify({ error: text });
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

/** Status line and text by Node's code of the fault. */
const rawRefusals: Readonly<Record<string, readonly [string, string]>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    `The headers are over the limit of ${headerLimit} bytes.`,
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request did not arrive in time.'],
};
