import type { CursorInfo } from '@tines-openapi/types';
import { refuseField } from '../refusals.ts';

interface CursorQuery {
  limit?: number | undefined;
  after?: string | undefined;
}

const defaultLimit = 20;

/**
 * One part of a list that is read by cursor. The cursor names the last entry that was given, and its place for the case that
 * the entry is gone by then.
 *
 * @throws Refusal where `after` is no cursor of a list.
 */
export function partOf<T>(
  entries: readonly T[],
  idOf: (entry: T) => number,
  { limit = defaultLimit, after }: CursorQuery,
): { data: T[]; page: CursorInfo } {
  const start = after === undefined ? 0 : startAfter(entries, idOf, after);
  const data = entries.slice(start, start + limit);
  const last = data.at(-1);
  const end = start + data.length;
  if (last === undefined || end >= entries.length) return { data, page: {} };
  const cursor = Buffer.from(JSON.stringify({ id: idOf(last), at: end })).toString('base64url');
  return { data, page: { next_page_token: cursor } };
}

function startAfter<T>(entries: readonly T[], idOf: (entry: T) => number, after: string): number {
  const { id, at } = readCursor(after);
  const index = entries.findIndex((entry) => idOf(entry) === id);
  // An entry that went away leaves its place to the next one.
  return index >= 0 ? index + 1 : Math.max(0, at - 1);
}

function readCursor(after: string): { id: number; at: number } {
  try {
    const { id, at = 0 } = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (Number.isInteger(id) && Number.isInteger(at)) return { id, at };
  } catch {
    // Falls through to the refusal, which is the same for all that is no cursor.
  }
  throw refuseField('/after', 'after must be a next_page_token of an answer before.');
}
