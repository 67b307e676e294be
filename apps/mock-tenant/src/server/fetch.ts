import type { Tenant } from '../tenant.ts';
import type { Encoded } from './encode.ts';
import type { Stream } from './exchange.ts';
import { serve } from './serve.ts';

/**
 * Answers a request of the fetch standard without a socket.
 *
 * @throws TypeError where a fault breaks the connection, as `fetch` would.
 */
export async function answerFetch(tenant: Tenant, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const answer = await serve(tenant, {
    method: request.method,
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(request.headers),
    body: Buffer.from(await request.arrayBuffer()),
    origin: url.origin,
    address: '127.0.0.1',
  });
  if (answer.transport && answer.transport.kind !== 'slow-body')
    throw new TypeError('fetch failed: the connection broke');
  if (answer.stream)
    return new Response(followed(answer, answer.stream), { status: answer.status, headers: answer.headers });
  return new Response(answer.bytes as ConstructorParameters<typeof Response>[0], {
    status: answer.status,
    headers: answer.headers,
  });
}

/** The body of an answer, and after it the pieces as they come, until the reader has enough. */
function followed({ bytes }: Encoded, stream: Stream): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let end = () => {};
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(String(bytes ?? '')));
      end = stream((text) => controller.enqueue(encoder.encode(text)));
    },
    cancel: () => end(),
  });
}
