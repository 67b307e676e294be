import { isObject, type Json, type JsonObject, listOf, objectAt, resolve } from '../json.ts';
import type { Validator } from '../validation/validator.ts';

/** A place in a value that a schema describes, as a property or as an item of a list. */
export interface Site {
  /** Where it is, with `[]` for any item of a list: `stories[].guid`. */
  path: string;
  /** What holds it, and under which key. */
  holder: Json[] | JsonObject;
  key: string | number;
  required: boolean;
  /** Whether the schema says that it can be null. */
  nullable: boolean;
}

/** The answer as a whole and every place in it that its schema describes. Of a union those members count that the value fits. */
export function sitesOf(document: JsonObject, validator: Validator, schema: Json, holder: { answer: Json }): Site[] {
  const whole = { holder: holder as JsonObject, key: 'answer', path: '', required: false };
  return siteAndWithin({ document, validator }, [schema], whole, holder.answer, 0).map((site) =>
    site.path === '' ? { ...site, path: '(the answer)' } : site,
  );
}

interface Context {
  document: JsonObject;
  validator: Validator;
}

function visit(context: Context, schemas: Json[], value: Json, path: string, depth: number): Site[] {
  if (depth > 24) return [];
  const pieces = schemas.flatMap((schema) => piecesFor(context, schema, value));
  if (Array.isArray(value)) {
    const items = pieces.flatMap((piece) => ('items' in piece ? [piece.items ?? {}] : []));
    if (items.length === 0) return [];
    return value.flatMap((item, index) =>
      siteAndWithin(context, items, { holder: value, key: index, path: `${path}[]`, required: false }, item, depth),
    );
  }
  if (!isObject(value)) return [];
  const required = new Set(pieces.flatMap((piece) => listOf(piece.required)));
  return Object.entries(value).flatMap(([key, child]) => {
    const own = pieces.flatMap((piece) => schemaOfKey(piece, key));
    if (own.length === 0) return [];
    const described = pieces.some((piece) => key in objectAt(piece.properties));
    const place = path === '' ? name(key, described) : `${path}.${name(key, described)}`;
    return siteAndWithin(context, own, { holder: value, key, path: place, required: required.has(key) }, child, depth);
  });
}

function name(key: string, described: boolean): string {
  return described ? key : '*';
}

function siteAndWithin(
  context: Context,
  schemas: Json[],
  site: Omit<Site, 'nullable'>,
  value: Json,
  depth: number,
): Site[] {
  const nullable = schemas.every((schema) => saysNull(context.document, schema));
  return [{ ...site, nullable }, ...visit(context, schemas, value, site.path, depth + 1)];
}

function schemaOfKey(piece: JsonObject, key: string): Json[] {
  const properties = objectAt(piece.properties);
  if (Object.hasOwn(properties, key)) return [properties[key] ?? {}];
  const more = piece.additionalProperties;
  return isObject(more) ? [more] : [];
}

// The schema itself with the parts of `allOf`, and of each union the members that the value fits.
function piecesFor(context: Context, schema: Json, value: Json): JsonObject[] {
  const resolved = resolve(context.document, schema);
  if (!isObject(resolved)) return [];
  const beside = isObject(schema) && schema !== resolved ? [schema] : [];
  const parts = listOf(resolved.allOf).flatMap((part) => piecesFor(context, part, value));
  const members = [...listOf(resolved.anyOf), ...listOf(resolved.oneOf)]
    .filter((member) => context.validator.faults(member, value).length === 0)
    .flatMap((member) => piecesFor(context, member, value));
  return [resolved, ...beside, ...parts, ...members];
}

function saysNull(document: JsonObject, schema: Json): boolean {
  const resolved = resolve(document, schema);
  if (!isObject(resolved)) return false;
  if ([resolved.type].flat().includes('null') || resolved.const === null) return true;
  if (listOf(resolved.enum).includes(null) && !('type' in resolved)) return true;
  const members = [...listOf(resolved.anyOf), ...listOf(resolved.oneOf)];
  const parts = listOf(resolved.allOf);
  return (
    members.some((member) => saysNull(document, member)) ||
    (parts.length > 0 && parts.every((part) => saysNull(document, part)))
  );
}
