import { isObject, type Json, type JsonObject, listOf, objectAt } from '../../json.ts';

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
  for (const [key, value] of Object.entries(schema)) {
    const place = `${at}/${key}`;
    if (key === 'items' || key === 'not') result[key] = convertSchema(value, place, lose);
    else if (key === 'additionalProperties')
      result[key] = typeof value === 'boolean' ? value : convertSchema(value, place, lose);
    else if (key === 'properties') result[key] = convertNamed(objectAt(value), place, lose);
    else if (['allOf', 'anyOf', 'oneOf'].includes(key)) {
      result[key] = listOf(value).map((member, index) => convertSchema(member, `${place}/${index}`, lose));
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
  result = withNull(withType(result, schema, at, lose));
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
  if (types.includes('null')) rest.nullable = true;
  if (named.length === 0) return rest;
  if (named.length === 1) return { type: named[0] ?? '', ...rest };
  lose(at, `A list of types: ${named.join(', ')}.`, 'A union with one member for each type.');
  return splitByType(named, rest);
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
  const special = new Set([...Object.values(keywordsOf).flat(), 'format', 'nullable']);
  const shared = Object.fromEntries(Object.entries(schema).filter(([key]) => !special.has(key)));
  const members = types.map((type, index): JsonObject => {
    const own = Object.entries(schema).filter(([key]) => keywordsOf[type]?.includes(key));
    const ofNumber = numberFormats.includes(String(schema.format));
    const takesFormat =
      'format' in schema && (type === 'string' ? !ofNumber : ofNumber && (type === 'integer' || type === 'number'));
    return {
      type,
      ...Object.fromEntries(own),
      ...(takesFormat ? { format: schema.format ?? '' } : {}),
      ...(type === 'array' && !('items' in schema) ? { items: {} } : {}),
      ...(index === 0 && schema.nullable === true ? { nullable: true } : {}),
    };
  });
  return { ...shared, anyOf: members };
}

// 3.0 counts `nullable` only beside a type. A member that is only null becomes that mark where one other member is written in
// place, or all others are plain types, and otherwise a member that allows nothing but null.
function withNull(schema: JsonObject): JsonObject {
  for (const key of ['anyOf', 'oneOf']) {
    const members = listOf(schema[key]);
    const others = members.filter((member) => !isNull(member));
    if (others.length === members.length) continue;
    const { [key]: _, ...rest } = schema;
    const [only] = others;
    if (others.length === 1 && isObject(only) && 'type' in only) return { ...only, ...rest, nullable: true };
    if (others.length > 1 && others.every(isTyped)) {
      return {
        ...rest,
        [key]: others.map((member, index) => (index === 0 ? { ...objectAt(member), nullable: true } : member)),
      };
    }
    return { ...rest, [key]: [...others, onlyNull] };
  }
  if (schema.nullable !== true) return schema;
  if (!('type' in schema)) return { ...schema, ...onlyNull };
  return Array.isArray(schema.enum) && !schema.enum.includes(null)
    ? { ...schema, enum: [...schema.enum, null] }
    : schema;
}

const onlyNull: JsonObject = { type: 'object', nullable: true, enum: [null] };

function isTyped(member: Json): boolean {
  return isObject(member) && 'type' in member && !('enum' in member);
}

// What convertOwn makes of `type: 'null'` and of `const: null`.
function isNull(member: Json): boolean {
  return isObject(member) && member.nullable === true && JSON.stringify(member.enum) === '[null]';
}
