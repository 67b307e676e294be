import { configError } from './errors.ts';

/**
 * The query in the styles of the API: `name[]` is repeated, any other list is one text with commas, an object is written
 * `name[key]`, with `[]` behind a list inside, and a list of objects is JSON.
 */
export function serializeQuery(query: Record<string, unknown>): string {
  return Object.entries(query)
    .flatMap(([name, value]) => pairs(name, value))
    .join('&');
}

function pairs(name: string, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    if (/]$/.test(name) || value.length === 0) return value.flatMap((member) => pairs(name, member));
    return pairs(name, typeof value[0] === 'object' ? JSON.stringify(value) : value.join());
  }
  if (value instanceof Date) return pairs(name, value.toISOString());
  if (typeof value !== 'object') return [`${encodeURIComponent(name)}=${encodeURIComponent(value as string)}`];
  return Object.entries(value).flatMap(([key, member]) =>
    pairs(`${name}[${key}]${Array.isArray(member) ? '[]' : ''}`, member),
  );
}

/**
 * Fills a path template.
 *
 * @throws TinesError with the code `config` where a parameter is missing, or would lead to another path: an empty text or dots
 *   would turn "delete this one" into a call on the whole list.
 */
export function fillPath(template: string, parameters: Record<string, unknown>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const text = `${parameters[name] ?? ''}`;
    if (/^\.{0,2}$/.test(text)) throw configError(`Path parameter ${name} is empty or dots.`);
    return encodeURIComponent(text);
  });
}
