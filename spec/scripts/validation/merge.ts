import { isObject, type Json, type JsonObject, listOf, objectAt, resolve } from '../json.ts';

/**
 * A schema without references and compositions: the parts of `allOf` are put together, and of a union the member is taken that
 * `choose` names. What stays is what one value has to fit.
 */
export function flatten(document: JsonObject, schema: Json, choose: (count: number) => number): JsonObject {
  if (!isObject(schema)) return {};
  const { $ref, allOf, anyOf, oneOf, ...own } = schema;
  const again = (part: Json) => flatten(document, part, choose);
  let result = own;
  if (typeof $ref === 'string') result = merge(again(resolve(document, schema) ?? {}), result);
  for (const part of listOf(allOf)) result = merge(again(part), result);
  for (const members of [listOf(anyOf), listOf(oneOf)]) {
    const member = members[choose(members.length)];
    if (member !== undefined) result = merge(again(member), result);
  }
  return result;
}

/** Two schemas in one that takes only what both take, as far as this can be said without judging values. */
export function merge(a: JsonObject, b: JsonObject): JsonObject {
  const result: JsonObject = { ...a, ...b };
  const required = [...new Set([...listOf(a.required), ...listOf(b.required)])];
  if (required.length > 0) result.required = required;
  if ('properties' in a && 'properties' in b)
    result.properties = mergeProperties(objectAt(a.properties), objectAt(b.properties));
  const types = common([a.type ?? []].flat(), [b.type ?? []].flat());
  if (types.length > 0) result.type = types.length === 1 ? (types[0] ?? null) : types;
  if (Array.isArray(a.enum) && Array.isArray(b.enum)) result.enum = common(a.enum, b.enum);
  return result;
}

function mergeProperties(a: JsonObject, b: JsonObject): JsonObject {
  const both = Object.keys(b).filter((name) => name in a);
  return { ...a, ...b, ...Object.fromEntries(both.map((name) => [name, { allOf: [a[name] ?? {}, b[name] ?? {}] }])) };
}

function common(a: Json[], b: Json[]): Json[] {
  if (a.length === 0 || b.length === 0) return [...a, ...b];
  return a.filter((value) => b.includes(value));
}
