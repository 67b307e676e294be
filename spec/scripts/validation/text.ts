import fc from 'fast-check';
import type { JsonObject } from '../json.ts';

/** A random number from 0 to 1, below 1. */
export type Random = () => number;

/** Random numbers that are the same for the same seed (mulberry32), so that a run can be repeated. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number between two bounds, both of which may come. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** A text that fits the format, the pattern and the length of a schema. */
export function textOf(schema: JsonObject, random: Random): string {
  if (typeof schema.pattern === 'string') return fromPattern(schema.pattern, random);
  const format = formats[String(schema.format)];
  if (format) return format(random);
  const low = typeof schema.minLength === 'number' ? schema.minLength : 1;
  const high = typeof schema.maxLength === 'number' ? schema.maxLength : low + 11;
  return Array.from({ length: between(random, low, Math.max(low, high > 60 ? low + 11 : high)) }, () =>
    letter(random),
  ).join('');
}

function fromPattern(pattern: string, random: Random): string {
  const texts = fc.stringMatching(new RegExp(pattern, 'u'), { size: 'small' });
  const [text = ''] = fc.sample(texts, { numRuns: 1, seed: between(random, 0, 0x7fffffff) });
  return text;
}

function letter(random: Random): string {
  return 'abcdefghijklmnopqrstuvwxyz0123456789_-'.charAt(between(random, 0, 37));
}

function digits(random: Random, count: number, base = 10): string {
  return Array.from({ length: count }, () => between(random, 0, base - 1).toString(base)).join('');
}

function dateTime(random: Random): string {
  return new Date(Date.UTC(2026, between(random, 0, 11), between(random, 1, 28), between(random, 0, 23))).toISOString();
}

const formats: Record<string, (random: Random) => string> = {
  'date-time': dateTime,
  date: (random) => dateTime(random).slice(0, 10),
  time: (random) => dateTime(random).slice(11),
  duration: (random) => `P${between(random, 1, 9)}D`,
  uuid: (random) =>
    `${digits(random, 8, 16)}-${digits(random, 4, 16)}-4${digits(random, 3, 16)}-8${digits(random, 3, 16)}-${digits(random, 12, 16)}`,
  uri: (random) => `https://quiet-harbor-4821.tines.com/${digits(random, 6)}`,
  url: (random) => `https://quiet-harbor-4821.tines.com/${digits(random, 6)}`,
  'uri-reference': (random) => `/${digits(random, 6)}`,
  'uri-template': (random) => `/${digits(random, 6)}`,
  email: (random) => `person.${digits(random, 4)}@quiet-harbor.example`,
  hostname: (random) => `host-${digits(random, 4)}.quiet-harbor.example`,
  ipv4: (random) => `192.0.2.${between(random, 1, 254)}`,
  ipv6: (random) => `2001:db8::${digits(random, 4, 16)}`,
  byte: (random) => btoa(digits(random, 9)),
  'json-pointer': (random) => `/${digits(random, 4)}`,
};
