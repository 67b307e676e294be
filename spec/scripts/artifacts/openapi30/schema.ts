import { isObject, type Json, type JsonObject, listOf, objectAt } from '../../json.ts';
import { isOnlyNull, nullable, nullableUnion } from './nullable.ts';

/** Notes that something of 3.1 has no counterpart in 3.0: what was lost at a place, and what stands there instead. */
export type Lose = (pointer: string, lost: string, instead: string) => void;

/** A schema of 3.1 in the words of 3.0.3. */
export function convertSchema(schema: Json, at: string, lose: Lose): JsonObject {
  if (!isObject(schema)) return schema === false ? { not: {} } : {};
  const { $ref, ...beside } = schema;
  const own = convertOwn(beside, at, lose);
  if (typeof $ref !== 'string') return own;
  // 3.0 ignores what stands beside a reference.
  return Object.keys(own).length === 0 ? { $ref } : { ...own, allOf: [{ $ref }, ...listOf(own.allOf)] };
}

function convertOwn(schema: JsonObject, at: string, lose: Lose): JsonObject {
  let result: JsonObject = {};
  let orNull: 'anyOf' | 'oneOf' | undefined;
  for (const [key, value] of Object.entries(schema)) {
    const place = `${at}/${key}`;
    if (key === 'items' || key === 'not') result[key] = convertSchema(value, place, lose);
    else if (key === 'additionalProperties')
      result[key] = typeof value === 'boolean' ? value : convertSchema(value, place, lose);
    else if (key === 'properties') result[key] = convertNamed(objectAt(value), place, lose);
    else if (key === 'anyOf' || key === 'oneOf' || key === 'allOf') {
      // Null is no schema of its own in 3.0; the union gets a mark for it.
      const forNull = key !== 'allOf' && listOf(value).some(isOnlyNull);
      if (forNull) orNull = key;
      result[key] = listOf(value).flatMap((member, index) =>
        forNull && isOnlyNull(member) ? [] : [convertSchema(member, `${place}/${index}`, lose)],
      );
    } else if (key === 'exclusiveMinimum' || key === 'exclusiveMaximum') {
      result[key === 'exclusiveMinimum' ? 'minimum' : 'maximum'] = value;
      result[key] = true;
    } else if (key === 'const') result.enum = [value];
    else if (key === 'examples') result.example = listOf(value)[0] ?? null;
    else if (key === 'contentEncoding' && value === 'base64') result.format = 'byte';
    else if (key === 'contentMediaType') result.format = 'binary';
    else if (key === 'patternProperties') {
      const members = Object.values(convertNamed(objectAt(value), place, lose));
      result.additionalProperties = members.length === 1 ? (members[0] ?? {}) : { anyOf: members };
      lose(at, 'Patterns of the names of keys.', 'Keys of any name take these values.');
    } else if (unknown.has(key))
      lose(at, `The keyword \`${key}\`.`, 'Nothing: the schema takes more values than it should.');
    else result[key] = value;
  }
  result = withType(result, schema, at, lose);
  if (orNull !== undefined) result = nullableUnion(result, orNull, at, lose);
  if (result.type === 'array' && !('items' in result)) result.items = {};
  return result;
}

/** Schemas by name, as under `properties`. */
export function convertNamed(schemas: JsonObject, at: string, lose: Lose): JsonObject {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, convertSchema(schema, `${at}/${name}`, lose)]),
  );
}

const unknown = new Set([
  'unevaluatedProperties',
  'unevaluatedItems',
  'prefixItems',
  'contains',
  'minContains',
  'maxContains',
  'propertyNames',
  'if',
  'then',
  'else',
  'dependentSchemas',
  'dependentRequired',
  '$defs',
  '$id',
  '$anchor',
  '$comment',
  'contentSchema',
  'contentEncoding',
]);

// 3.0 knows one type a schema. Null is a mark beside it, and each further type a member of a union.
function withType(result: JsonObject, source: JsonObject, at: string, lose: Lose): JsonObject {
  const types = source.type === undefined ? typesOfConst(source) : [source.type].flat().map(String);
  const named = types.filter((type) => type !== 'null');
  const { type: _, ...rest } = result;
  if (named.length === 0 && types.length > 0) return withoutType(rest, at, lose);
  if (named.length === 0) return rest;
  if (named.length > 1) lose(at, `A list of types: ${named.join(', ')}.`, 'A union with one member for each type.');
  const typed = named.length > 1 ? splitByType(named, rest) : { type: named[0] ?? '', ...rest };
  if (!types.includes('null')) return typed;
  return named.length > 1 ? nullableUnion(typed, 'anyOf', at, lose) : nullable(typed);
}

// A list that holds nothing but null is a type without a value in most languages, and generators fail on it.
function withoutType(schema: JsonObject, at: string, lose: Lose): JsonObject {
  const { enum: _, ...rest } = schema;
  lose(at, 'A value that is always null.', 'Any value, null among them.');
  return { ...rest, nullable: true };
}

function typesOfConst(source: JsonObject): string[] {
  if (!('const' in source)) return [];
  if (source.const === null) return ['null'];
  return [Array.isArray(source.const) ? 'array' : Number.isInteger(source.const) ? 'integer' : typeof source.const];
}

const keywordsOf: Record<string, string[]> = {
  string: ['minLength', 'maxLength', 'pattern', 'x-extensible-enum'],
  integer: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  array: ['items', 'minItems', 'maxItems', 'uniqueItems'],
  object: ['properties', 'required', 'additionalProperties', 'minProperties', 'maxProperties'],
};
const numberFormats = ['int32', 'int64', 'float', 'double'];

function splitByType(types: string[], schema: JsonObject): JsonObject {
  const special = new Set([...Object.values(keywordsOf).flat(), 'format']);
  const shared = Object.fromEntries(Object.entries(schema).filter(([key]) => !special.has(key)));
  const members = types.map((type): JsonObject => {
    const own = Object.entries(schema).filter(([key]) => keywordsOf[type]?.includes(key));
    const ofNumber = numberFormats.includes(String(schema.format));
    const takesFormat =
      'format' in schema && (type === 'string' ? !ofNumber : ofNumber && (type === 'integer' || type === 'number'));
    return {
      type,
      ...Object.fromEntries(own),
      ...(takesFormat ? { format: schema.format ?? '' } : {}),
      ...(type === 'array' && !('items' in schema) ? { items: {} } : {}),
    };
  });
  return { ...shared, anyOf: members };
}
