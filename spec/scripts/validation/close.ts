import { isObject, type Json, type JsonObject } from '../json.ts';

/** Name under which the schemas of a document are registered. */
export const home = 'document';

const inPlace = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'dependentSchemas'];
const ofOneValue = ['items', 'additionalProperties', 'contains', 'unevaluatedItems', 'prefixItems'];
const ofNamedValues = ['properties', 'patternProperties'];
const describing = ['properties', 'patternProperties', '$ref', ...inPlace];

/**
 * A schema that refuses keys it does not describe. Answers tolerate unknown fields, so the document leaves its objects open; an
 * example with a key that nothing describes is a mistake all the same.
 *
 * Parts in `allOf` and its like see the same value, each a piece of it: only the whole is closed, which is what
 * `unevaluatedProperties` is for. A component may be such a part, so it stays open by itself and is closed where it is a whole.
 */
export function closeWhole(schema: Json): Json {
  const closed = closePart(schema);
  if (!isObject(closed) || !describing.some((key) => key in closed)) return closed;
  if ('additionalProperties' in closed || 'unevaluatedProperties' in closed) return closed;
  return { ...closed, unevaluatedProperties: false };
}

/** The same without closing the schema itself, for a component or a part of a union. */
export function closePart(schema: Json): Json {
  return mapSchema(schema, closePart, closeWhole, true);
}

/** The schema as it is, with references that lead to the registered document. */
export function keepOpen(schema: Json): Json {
  return mapSchema(schema, keepOpen, keepOpen, false);
}

function mapSchema(schema: Json, part: (schema: Json) => Json, whole: (schema: Json) => Json, closing: boolean): Json {
  if (!isObject(schema)) return schema;
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === '$ref') result[key] = `${home}${String(value)}`;
    else if (inPlace.includes(key)) result[key] = mapValue(value, part, key === 'dependentSchemas');
    else if (ofOneValue.includes(key)) result[key] = mapValue(value, whole, false);
    else if (ofNamedValues.includes(key)) result[key] = mapValue(value, whole, true);
    else if (key === 'not') result[key] = keepOpen(value);
    else if (!key.startsWith('x-') && !annotations.has(key)) result[key] = value;
  }
  // A schema that says nothing describes every key.
  const silent = !describing.some((key) => key in result) && !('additionalProperties' in result);
  return closing && silent ? { ...result, additionalProperties: true } : result;
}

function mapValue(value: Json, map: (schema: Json) => Json, named: boolean): Json {
  if (Array.isArray(value)) return value.map(map);
  if (!named) return map(value);
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, map(schema)]))
    : value;
}

const annotations = new Set([
  'description',
  'title',
  'example',
  'examples',
  'default',
  'deprecated',
  'discriminator',
  'xml',
]);
