import { configError, kindOf } from './errors.ts';
import { perMinute, rateClassOf } from './rate-class.ts';
import { sleep, within } from './timing.ts';

/** Who asks for a turn. */
export interface TurnRequest {
  /** Limits hold for each key. Never shown anywhere. */
  readonly key: string | undefined;
  /** Path template. */
  readonly path: string;
  /** Class by the table of operations; by the start of the path where it is missing. */
  readonly rateClass: string | undefined;
  readonly signal: AbortSignal;
}

/** Leave to send one request. */
export interface Turn {
  /** Must be called once the answer is there. `wait` is what a 429 asked for, in milliseconds. */
  end(status: number | undefined, wait: number | undefined): void;
}

/** Holds requests back so that the tenant does not have to refuse them. */
export interface Limiter {
  /** @throws The reason of the signal, if it aborts first. */
  acquire(request: TurnRequest): Promise<Turn>;
}

export interface LimiterOptions {
  /** Requests a minute by class, over the documented ones. */
  perMinute?: Readonly<Record<string, number>>;
  /** How many requests may be under way at once. No bound unless set. */
  concurrency?: number;
}

/** Milliseconds that a 429 without `Retry-After` closes its class for. */
const unknownWait = 1000;
const minute = 60_000;

/**
 * Makes a limiter for the documented limits. Give the same one to every client of the same tenant, also to those with other
 * keys: it counts each key apart.
 *
 * In any 60 seconds no more requests of a class are sent than its limit; those that are too many wait in the order in which
 * they came. A 429 closes its class for the time that the answer asks for.
 *
 * @throws TinesError with the code `config` where an option is wrong.
 */
export function createLimiter({ perMinute: own = {}, concurrency }: LimiterOptions = {}): Limiter {
  const limits: Readonly<Record<string, number>> = { ...perMinute, ...own };
  for (const [name, value] of Object.entries({ ...limits, ...(concurrency !== undefined && { concurrency }) })) {
    if (!Number.isInteger(value) || value < 1) {
      throw configError(`${name} must be a whole number above 0, not ${kindOf(value)}.`);
    }
  }
  const windows = new Map<string, Window>();
  const places = createPlaces(concurrency ?? Number.POSITIVE_INFINITY);
  return {
    async acquire({ key, path, rateClass = rateClassOf(path), signal }) {
      const name = `${rateClass} ${key}`;
      const window = windows.get(name) ?? createWindow(limits[rateClass] ?? (limits.default as number));
      windows.set(name, window);
      await window.turn(signal);
      const leave = await places.enter(signal);
      return {
        end(status, wait) {
          leave();
          if (status === 429) window.close(wait ?? unknownWait);
        },
      };
    },
  };
}

interface Window {
  turn(signal: AbortSignal): Promise<void>;
  close(milliseconds: number): void;
}

/** Remembers when the last `size` requests were sent: the next one may go a minute after the oldest of them. */
function createWindow(size: number): Window {
  const sent: number[] = [];
  let next = 0;
  let closedUntil = 0;
  return {
    async turn(signal) {
      let start = Math.max(performance.now(), (sent[next] ?? Number.NEGATIVE_INFINITY) + minute);
      sent[next] = start;
      next = (next + 1) % size;
      // Closing may come while this waits, so look again after each wait.
      for (let rest = 1; rest > 0; ) {
        start = Math.max(start, closedUntil);
        rest = start - performance.now();
        if (rest > 0) await sleep(rest, signal);
      }
    },
    close(milliseconds) {
      closedUntil = Math.max(closedUntil, performance.now() + milliseconds);
    },
  };
}

/** A bound on what is under way at once, first come, first served. */
function createPlaces(size: number): { enter(signal: AbortSignal): Promise<() => void> } {
  let free = size;
  const queue = new Set<() => void>();
  const leave = () => {
    const [first] = queue;
    if (!first) {
      free++;
      return;
    }
    queue.delete(first);
    first();
  };
  return {
    async enter(signal) {
      if (free > 0) {
        free--;
        return leave;
      }
      let admit = () => {};
      const admitted = new Promise<void>((resolve) => {
        admit = resolve;
      });
      queue.add(admit);
      try {
        await within(() => admitted, signal);
      } catch (reason) {
        // Admitted in the same moment as the signal aborted: hand the place on.
        if (!queue.delete(admit)) leave();
        throw reason;
      }
      return leave;
    },
  };
}
