import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Transport } from '../faults/kind.ts';
import type { Tenant } from '../tenant.ts';
import { encodeBody } from './encode.ts';
import { type Answer, json } from './exchange.ts';
import { serve } from './serve.ts';

/** Most bytes that a body may have. */
export const bodyLimit = 10 * 1024 * 1024;
/** Most bytes that all headers together may have. */
export const headerLimit = 16 * 1024;

/** Puts HTTP around a tenant. The server does not listen yet. */
export function createHttpServer(tenant: Tenant): Server {
  const server = createServer({ maxHeaderSize: headerLimit, requestTimeout: 30_000, headersTimeout: 10_000 });
  server.on('request', (message, response) => void handle(tenant, message, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuseRaw(error, socket as Socket));
  return server;
}

async function handle(tenant: Tenant, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readAll(message);
  if (body === undefined) {
    const text = `The body is over the limit of ${bodyLimit} bytes.`;
    response.shouldKeepAlive = false;
    return send(response, json(413, { error: text }));
  }
  const target = message.url ?? '/';
  const mark = target.indexOf('?');
  const answer = await serve(tenant, {
    method: message.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
    headers: message.headers as Record<string, string | undefined>,
    body,
    origin: `http://${message.headers.host ?? 'localhost'}`,
    address: message.socket.remoteAddress ?? '',
  });
  await send(response, answer);
}

/** @returns The whole body, or undefined where it is over the limit; the rest of it is then thrown away. */
async function readAll(message: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(message.headers['content-length'] ?? 0) > bodyLimit) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of message) {
      size += (chunk as Buffer).length;
      if (size > bodyLimit) return undefined;
      chunks.push(chunk as Buffer);
    }
  } catch {
    // The caller hung up in the middle; there is nobody left to answer.
  }
  return Buffer.concat(chunks);
}

async function send(response: ServerResponse, answer: Answer): Promise<void> {
  const { status, headers, transport } = answer;
  const bytes = encodeBody(answer);
  if (transport?.kind === 'reset' && transport.when === 'before-headers') return void response.destroy();
  if (bytes === null) return void response.writeHead(status, headers).end();
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(bytes) });
  if (transport === undefined) return void response.end(bytes);
  await sendFaulty(response, Buffer.from(bytes), transport);
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

/** Answers what is not even HTTP enough to become a request. */
function refuseRaw(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable) return;
  const [status, text] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? ['431 Request Header Fields Too Large', `The headers are over the limit of ${headerLimit} bytes.`]
      : ['400 Bad Request', 'This is not a request that HTTP knows.'];
  const body = JSON.stringify({ error: text });
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
