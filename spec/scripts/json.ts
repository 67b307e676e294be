/** What a JSON document can hold. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  [key: string]: Json;
}

/** Methods under which a path item holds operations. */
export const methods = ['get', 'put', 'post', 'patch', 'delete', 'head', 'options', 'trace'] as const;

/** Whether a value is a JSON object, and neither a list nor null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under a key, or an empty one. */
export function objectAt(value: Json | undefined, ...path: string[]): JsonObject {
  let current: Json | undefined = value;
  for (const key of path) current = isObject(current) ? current[key] : undefined;
  return isObject(current) ? current : {};
}

/** The list, or an empty one. */
export function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

/** Text of a JSON file, with two spaces a level and a line break at the end. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** One operation of a document with the place where it stands. */
export interface Operation {
  path: string;
  method: string;
  id: string;
  node: JsonObject;
  /** The path item, which may hold shared parameters. */
  item: JsonObject;
}

/** All operations of a document in its order. */
export function operationsOf(document: JsonObject): Operation[] {
  return Object.entries(objectAt(document, 'paths')).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const node = isObject(item) ? item[method] : undefined;
      if (!isObject(item) || !isObject(node)) return [];
      return [{ path, method, id: String(node.operationId ?? `${method} ${path}`), node, item }];
    }),
  );
}

/** The value under a JSON pointer such as `#/components/schemas/Story`, or undefined. */
export function atPointer(document: Json, pointer: string): Json | undefined {
  let current: Json | undefined = document;
  for (const part of pointer.replace(/^#?\/?/, '').split('/')) {
    if (part === '') continue;
    const key = unescapeKey(decodeURIComponent(part));
    if (Array.isArray(current)) current = current[Number(key)];
    else current = isObject(current) && Object.hasOwn(current, key) ? current[key] : undefined;
  }
  return current;
}

/** Follows local references until something is there that is none. */
export function resolve(document: JsonObject, value: Json | undefined): Json | undefined {
  let current = value;
  for (let hops = 0; isObject(current) && typeof current.$ref === 'string' && hops < 32; hops += 1) {
    current = atPointer(document, current.$ref);
  }
  return current;
}

/** A key as it is written in a JSON pointer. */
export function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A part of a JSON pointer as the key that it means. */
export function unescapeKey(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
