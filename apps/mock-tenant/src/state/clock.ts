/** The time of the tenant. It stands still until it is moved, so that the same calls give the same bytes. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** The time as the API writes it: ISO 8601 in UTC, whole seconds. */
  iso(): string;
  /** Moves the time on by `milliseconds`. */
  advance(milliseconds: number): void;
  /** Sets the time, in milliseconds since 1970. */
  set(milliseconds: number): void;
}

/** @param start Milliseconds since 1970 at which the clock stands first. */
export function createClock(start: number): Clock {
  let time = start;
  // Read far more often than moved, so the text is made once for each time.
  let text: string | undefined;
  const set = (milliseconds: number) => {
    time = milliseconds;
    text = undefined;
  };
  return {
    now: () => time,
    iso: () => {
      text ??= isoSeconds(time);
      return text;
    },
    advance: (milliseconds) => set(time + milliseconds),
    set,
  };
}

/** @param time Milliseconds since 1970. */
export function isoSeconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
