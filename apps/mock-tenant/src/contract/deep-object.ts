import { resolvePointer, type Schema } from './document.ts';

interface Branching extends Schema {
  $ref?: string;
  oneOf?: Branching[];
  items?: Branching;
  properties?: Record<string, Branching>;
}

/** A parameter that is an object, with each of its fields in brackets. */
export interface DeepObject {
  /** The object, or undefined where nothing of it came. */
  value: Record<string, unknown> | undefined;
  /** The keys of the query that belong to it. */
  keys: string[];
}

/**
 * Reads `filters[status]=OPEN&filters[tags][]=a&filters[metadata][ticket]=7`, the style `deepObject` with one more pair of
 * brackets for lists and objects inside. The whole object as JSON under the bare name is taken too.
 *
 * @param name Name of the parameter, such as `filters`.
 * @param schema Schema of the object, which says where text stands for a number, a truth value or a list.
 */
export function readDeepObject(name: string, schema: Schema, query: URLSearchParams): DeepObject {
  const keys: string[] = [];
  const fields = new Map<string, unknown>(Object.entries(readWhole(query.get(name))));
  if (query.has(name)) keys.push(name);
  const pattern = /^([^[\]]+)\[([^[\]]+)\](?:\[([^[\]]*)\])?$/;
  for (const key of new Set(query.keys())) {
    const [, owner, field = '', inner] = pattern.exec(key) ?? [];
    if (owner !== name) continue;
    keys.push(key);
    const described = resolve((schema as Branching).properties?.[field]);
    fields.set(field, readField(fields.get(field), described, inner, query.getAll(key)));
  }
  return { value: fields.size > 0 ? Object.fromEntries(fields) : undefined, keys };
}

function readWhole(text: string | null): object {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** @param inner What stands in the second pair of brackets: nothing for a list, a key for an object. */
function readField(before: unknown, schema: Branching, inner: string | undefined, sent: string[]): unknown {
  const last = sent.at(-1) ?? '';
  if (inner) {
    const object = typeof before === 'object' && before !== null && !Array.isArray(before) ? before : {};
    return { ...object, [inner]: last };
  }
  const item = listItem(schema);
  const list = inner === '' || (item && (sent.length > 1 || types(schema).every((type) => type === 'array')));
  if (!list) return coerce(last, types(schema));
  const values = inner === '' ? sent : sent.flatMap((value) => value.split(','));
  const coerced = values.map((value) => coerce(value, types(item ?? {})));
  return [...(Array.isArray(before) ? before : []), ...coerced];
}

/** Follows a reference, so that what a field is can be read off. */
function resolve(schema: Branching | undefined): Branching {
  if (schema?.$ref === undefined) return schema ?? {};
  return resolve(resolvePointer(schema.$ref) as Branching);
}

function branches(schema: Branching): Branching[] {
  return schema.oneOf ? schema.oneOf.map(resolve) : [schema];
}

function listItem(schema: Branching): Branching | undefined {
  return branches(schema).find(({ items }) => items !== undefined)?.items;
}

function types(schema: Branching): string[] {
  return branches(resolve(schema)).flatMap(({ type }) => type ?? []);
}

function coerce(text: string, wanted: string[]): unknown {
  if ((wanted.includes('integer') || wanted.includes('number')) && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (wanted.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
