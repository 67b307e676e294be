import { isDeepStrictEqual } from 'node:util';
import { KeptValue } from '../cases/kept.ts';
import { kindOf } from '../judge/difference.ts';

/** A value that an answer does not hold as a case says. */
export interface Mismatch {
  pointer: string;
  expected: string;
  got: string;
}

/**
 * Holds a value against the part of it that a case states. Objects may hold more keys; lists must have the same length.
 * Expected values come from the case and are shown; what came, now or in an earlier step, is shown by its kind or its name only.
 */
export function findMismatches(expected: unknown, value: unknown, pointer = ''): Mismatch[] {
  if (expected instanceof KeptValue) {
    if (isDeepStrictEqual(expected.value, value)) return [];
    return [{ pointer, expected: `what was kept as "${expected.name}"`, got: anotherOf(expected.value, value) }];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(value) || value.length !== expected.length) {
      const got = Array.isArray(value) ? `a list of ${value.length}` : kindOf(value);
      return [{ pointer, expected: `a list of ${expected.length}`, got }];
    }
    return expected.flatMap((entry, index) => findMismatches(entry, value[index], `${pointer}/${index}`));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return [{ pointer, expected: 'an object', got: kindOf(value) }];
    }
    return Object.entries(expected).flatMap(([key, entry]) =>
      findMismatches(entry, (value as Record<string, unknown>)[key], `${pointer}/${key}`),
    );
  }
  if (Object.is(expected, value)) return [];
  return [{ pointer, expected: JSON.stringify(expected), got: anotherOf(expected, value) }];
}

function anotherOf(expected: unknown, value: unknown): string {
  return kindOf(value) === kindOf(expected) ? `another ${kindOf(value)}` : kindOf(value);
}
