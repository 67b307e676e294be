import type { Operation } from '../document/document.ts';

/** Part of the documented limit that a check allows itself, so that it never stands in the way of real work. */
const share = 0.25;

/**
 * When the next call of a rate class may start.
 *
 * @param last When the last call of the class started, in milliseconds; undefined before the first.
 * @returns Milliseconds to wait.
 */
export function waitBefore({ perMinute }: Operation['rateLimit'], last: number | undefined, now: number): number {
  if (last === undefined) return 0;
  return Math.max(0, last + 60_000 / (perMinute * share) - now);
}
