/** A value made wrong in one place, and how in words. */
export interface Faulty {
  what: string;
  value: unknown;
}

/**
 * Makes a value wrong in each of its places, one at a time: a key left out, a value of another type, null, a key too many.
 * Whether a schema minds is for the caller to find out.
 */
export function faultyBodies(value: unknown): Faulty[] {
  if (typeof value !== 'object' || value === null) return replacements('the body', value, (other) => other);
  if (Array.isArray(value)) {
    const first = value[0];
    if (first === undefined) return replacements('the body', value, (other) => other);
    return replacements('its first entry', first, (other) => [other, ...value.slice(1)]);
  }
  const body = value as Record<string, unknown>;
  const without = Object.keys(body).map((key) => {
    const { [key]: _, ...others } = body;
    return { what: `without ${key}`, value: others };
  });
  const wrong = Object.entries(body).flatMap(([key, entry]) =>
    replacements(key, entry, (other) => ({ ...body, [key]: other })),
  );
  const tooMany = { what: 'with a key that is not known', value: { ...body, not_a_known_key: 1 } };
  return [...without, ...wrong, tooMany, ...replacements('the body', body, (other) => other), ...nested(body)];
}

function replacements(where: string, value: unknown, put: (other: unknown) => unknown): Faulty[] {
  const others: [string, unknown][] = [
    ['an object', { not_a_known_key: true }],
    ['a text', 'not-a-known-value'],
    ['a number', -1.5],
    ['a list', [[]]],
    ['true', true],
    ['null', null],
  ];
  return others
    .filter(([, other]) => shape(other) !== shape(value))
    .map(([what, other]) => ({ what: `with ${what} for ${where}`, value: put(other) }));
}

function shape(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

/** Faults one level further down, where most bodies of updates keep their fields. */
function nested(body: Record<string, unknown>): Faulty[] {
  return Object.entries(body)
    .filter(([, entry]) => typeof entry === 'object' && entry !== null)
    .flatMap(([key, entry]) =>
      faultyBodies(entry).map(({ what, value }) => ({ what: `${what} in ${key}`, value: { ...body, [key]: value } })),
    );
}
