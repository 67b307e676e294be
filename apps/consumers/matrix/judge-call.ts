import type { JournalEntry } from '@tines-openapi/mock-tenant';
import type { Outcome } from './shell.ts';

/** The two ways to send a key. */
export const schemes = ['bearer', 'user-token'] as const;
export type Scheme = (typeof schemes)[number];

/** What every `call` program prints, line by line. */
const lines = ['list ok', 'get ok', 'create ok', 'error ok', 'unauthorized ok'];

type Seen = Pick<JournalEntry, 'operationId' | 'status' | 'scheme'>;

/**
 * What the tenant must have seen. The program's word alone would be worth little: here the tenant says which operations it
 * answered, and how.
 */
const proofs: readonly { readonly what: string; readonly times: number; is(seen: Seen): boolean }[] = [
  { what: 'two pages of stories', times: 2, is: (seen) => seen.operationId === 'listStories' && seen.status === 200 },
  { what: 'one story', times: 1, is: (seen) => seen.operationId === 'getStory' && seen.status === 200 },
  { what: 'a created story', times: 1, is: (seen) => seen.operationId === 'createStory' && seen.status === 201 },
  {
    what: 'a story that does not exist',
    times: 1,
    is: (seen) => seen.operationId === 'getStory' && seen.status === 404,
  },
  { what: 'a wrong key', times: 1, is: (seen) => seen.status === 401 },
];

/**
 * Holds a `call` program against what it printed and what the tenant saw of it.
 *
 * @returns What is wrong, in a sentence; undefined where nothing is.
 */
export function judgeCall(outcome: Outcome, seen: readonly Seen[], scheme: Scheme): string | undefined {
  if (!outcome.ok) return 'The program failed.';
  const printed = outcome.stdout.trim().split(/\r?\n/);
  if (printed.join('\n') !== lines.join('\n')) return `It has to print exactly: ${lines.join(', ')}.`;
  const unproven = proofs.find(({ times, is }) => seen.filter(is).length < times);
  if (unproven) return `The tenant saw no call for ${unproven.what}.`;
  const sent = seen.map((entry) => entry.scheme?.replace('_', '-')).filter((name) => name !== undefined);
  const other = sent.find((name) => name !== scheme);
  if (other !== undefined) return `A key was sent by ${other}, not by ${scheme}.`;
  return undefined;
}
