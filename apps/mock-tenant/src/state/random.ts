/** A generator whose values follow from its seed, and whose place can be kept and set again. */
export interface Random {
  /** The next 32 bits. */
  next(): number;
  /** 32 hexadecimal digits, the form of guids on stories and actions. */
  guid(): string;
  /** A UUID of version 4 with hyphens, the form of story runs. */
  uuid(): string;
  state: number;
}

/** Mulberry32: small, and good enough for identifiers of a mock. */
export function createRandom(seed: number): Random {
  const random: Random = {
    state: seed >>> 0,
    next() {
      random.state = (random.state + 0x6d2b79f5) >>> 0;
      let mixed = random.state;
      mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return (mixed ^ (mixed >>> 14)) >>> 0;
    },
    guid: () => Array.from({ length: 4 }, () => random.next().toString(16).padStart(8, '0')).join(''),
    uuid() {
      const hex = random.guid();
      const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `4${hex.slice(13, 16)}`,
        `${variant}${hex.slice(17, 20)}`,
        hex.slice(20),
      ].join('-');
    },
  };
  return random;
}
