/**
 * The shape of a value as a JSON Schema: its kinds and its keys, and no value. What was redacted is still of its kind.
 *
 * @param value Parsed JSON.
 */
export function shapeOf(value: unknown): Record<string, unknown> {
  if (value === null) return { type: 'null' };
  if (Array.isArray(value)) return { type: 'array', ...itemsOf(value) };
  if (typeof value === 'object') {
    const entries = Object.entries(value);
    const properties = Object.fromEntries(entries.map(([key, entry]) => [key, shapeOf(entry)]));
    return { type: 'object', required: entries.map(([key]) => key), properties };
  }
  if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'number' };
  return { type: typeof value };
}

/** One shape for all entries, or a choice where they differ. An empty list tells nothing of what could be in it. */
function itemsOf(values: readonly unknown[]): Record<string, unknown> {
  const texts = [...new Set(values.map((value) => JSON.stringify(shapeOf(value))))];
  const [first, ...others] = texts.map((text): unknown => JSON.parse(text));
  if (first === undefined) return {};
  return { items: others.length === 0 ? first : { anyOf: [first, ...others] } };
}
