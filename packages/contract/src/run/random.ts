/** Random numbers from 0 up to 1 that repeat with the seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of the entries. @throws RangeError where there is none. */
export function pick<T>(entries: readonly T[], random: () => number): T {
  const entry = entries[Math.floor(random() * entries.length)];
  if (entry === undefined) throw new RangeError('There is nothing to pick from.');
  return entry;
}

/** The entries in an order drawn from `random` (Fisher and Yates). */
export function shuffle<T>(entries: readonly T[], random: () => number): T[] {
  const result = [...entries];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}
