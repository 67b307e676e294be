import { isObject, type Json, type JsonObject, listOf } from './json.ts';

/**
 * A document of OpenAPI 3.0 whose schemas are read as JSON Schema 2020-12, so that documents of both versions can be measured
 * alike. Documents of 3.1 stay as they are.
 */
export function upgradeSchemas(document: JsonObject): JsonObject {
  return String(document.openapi).startsWith('3.0') ? (upgrade(document) as JsonObject) : document;
}

function upgrade(value: Json): Json {
  if (Array.isArray(value)) return value.map(upgrade);
  if (!isObject(value)) return value;
  const { nullable, exclusiveMinimum, exclusiveMaximum, ...rest } = value;
  let result = Object.fromEntries(
    Object.entries(rest).map(([key, child]) => [key, dataKeys.has(key) ? child : upgrade(child)]),
  );
  // A property may be called like a keyword; then it is a schema, and no boolean.
  if (isObject(nullable)) result.nullable = upgrade(nullable);
  else if (nullable === true) result = withNull(result);
  bound(result, 'minimum', 'exclusiveMinimum', exclusiveMinimum);
  bound(result, 'maximum', 'exclusiveMaximum', exclusiveMaximum);
  return result;
}

const dataKeys = new Set(['example', 'examples', 'enum', 'default', 'const']);

function withNull(schema: JsonObject): JsonObject {
  if (typeof schema.type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const values = 'enum' in schema ? { enum: [...new Set([...listOf(schema.enum), null])] } : {};
  return { ...schema, ...values, type: [schema.type, 'null'] };
}

function bound(schema: JsonObject, inclusive: string, exclusive: string, value: Json | undefined): void {
  if (value === undefined || value === false) return;
  if (value !== true) schema[exclusive] = upgrade(value);
  else if (schema[inclusive] !== undefined) {
    schema[exclusive] = schema[inclusive] ?? null;
    delete schema[inclusive];
  }
}
