import type { Answer } from './exchange.ts';

/** An answer with the bytes of its body, which are made once: for who asked, and for the journal. */
export interface Encoded extends Answer {
  /** Null where there is no body. */
  bytes: string | Buffer | null;
}

/** Makes the bytes of an answer's body: text and bytes as they are, everything else as JSON. */
export function encode(answer: Answer): Encoded {
  return { ...answer, bytes: bytesOf(answer.body, answer.headers) };
}

function bytesOf(body: unknown, headers: Answer['headers']): string | Buffer | null {
  if (body === undefined) return null;
  if (Buffer.isBuffer(body)) return body;
  const isText = typeof body === 'string' && !/[/+]json\b/.test(headers['content-type'] ?? 'application/json');
  return isText ? body : JSON.stringify(body);
}
