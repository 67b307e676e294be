import { FormError } from './form.ts';

/** One side of a call as a person writes it down: a first line, perhaps headers, and after an empty line perhaps a body. */
export interface Message {
  first: string;
  /** Undefined where there is none. */
  body: unknown;
}

/**
 * Reads a request or an answer. Headers are passed over: a key could be among them.
 *
 * @param label Name of the field, for messages.
 * @throws FormError where the body is not JSON.
 */
export function readMessage(label: string, text: string): Message {
  const [first = '', ...rest] = text.split(/\r?\n/);
  const lines = [...rest];
  while (lines[0] !== undefined && /^[\w-]+:\s/.test(lines[0])) lines.shift();
  const body = lines.join('\n').trim();
  if (body === '') return { first: first.trim(), body: undefined };
  try {
    return { first: first.trim(), body: JSON.parse(body) };
  } catch {
    throw new FormError([
      `The body of "${label}" is not JSON. It begins after the first line; write [redacted] in quotes, and leave no comments or dots.`,
    ]);
  }
}

/** @returns The status of a first line such as `201`, `201 Created` or `HTTP/1.1 201 Created`. @throws FormError */
export function readStatus(label: string, first: string): number {
  const status = /^(?:HTTP\/[\d.]+\s+)?([1-5]\d\d)\b/.exec(first)?.[1];
  if (status !== undefined) return Number(status);
  throw new FormError([`"${label}" must begin with the status, such as 200, not with "${first.slice(0, 40)}".`]);
}
