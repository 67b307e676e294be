import type { Answer } from './exchange.ts';

/** The bytes of an answer's body: text and bytes as they are, everything else as JSON. */
export function encodeBody({ body, headers }: Pick<Answer, 'body' | 'headers'>): string | Buffer | null {
  if (body === undefined) return null;
  if (Buffer.isBuffer(body)) return body;
  const isText = typeof body === 'string' && !/[/+]json\b/.test(headers['content-type'] ?? 'application/json');
  return isText ? body : JSON.stringify(body);
}
