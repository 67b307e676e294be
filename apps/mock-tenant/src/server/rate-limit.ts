import type { Operation } from '../contract/document.ts';

const windowLength = 60_000;

/** Counts requests a minute by caller and class, as the rate limits of the document say. */
export class RateLimiter {
  readonly #now: () => number;
  readonly #windows = new Map<string, { start: number; count: number }>();

  /** @param now Milliseconds since 1970: the tenant's clock, or the real one. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Counts one request.
   *
   * @param caller Who asks, address and key together.
   * @returns Whole seconds to wait where the limit is passed, else undefined.
   */
  count(caller: string, { rateLimit }: Operation): number | undefined {
    const now = this.#now();
    const name = `${rateLimit.class} ${caller}`;
    const known = this.#windows.get(name);
    const current = known && now - known.start < windowLength ? known : { start: now, count: 0 };
    current.count += 1;
    this.#windows.set(name, current);
    if (current.count <= rateLimit.perMinute) return undefined;
    return Math.max(1, Math.ceil((current.start + windowLength - now) / 1000));
  }

  clear(): void {
    this.#windows.clear();
  }
}
