import { isObject, type Json, type JsonObject, listOf, objectAt } from '../../json.ts';
import type { Lose } from './schema.ts';

/** Whether a schema of 3.1 lets through null and nothing else. */
export function isOnlyNull(schema: Json): boolean {
  return isObject(schema) && (schema.type === 'null' || schema.const === null);
}

/**
 * A converted union that null fits too. 3.0 has no type for null, only the mark `nullable`, and by the letter of 3.0.3 that counts
 * only beside a `type`. So the first member with a type gets it. Where none has one, it goes beside the union, as is usual and as
 * generators read it, and that is told.
 *
 * @param union A schema of 3.0 whose union has lost its member for null.
 */
export function nullableUnion(union: JsonObject, key: 'anyOf' | 'oneOf', at: string, lose: Lose): JsonObject {
  const { [key]: list, ...rest } = union;
  const members = listOf(list).map((member) => objectAt(member));
  const [first = {}, ...more] = members;
  const typed = members.findIndex((member) => 'type' in member);
  if (typed !== -1) {
    if (more.length === 0) return nullable({ ...first, ...rest });
    return { ...rest, [key]: members.map((member, index) => (index === typed ? nullable(member) : member)) };
  }
  loseNull(at, lose);
  if (more.length === 0) return { ...rest, nullable: true, allOf: [first, ...listOf(rest.allOf)] };
  return { ...rest, nullable: true, [key]: members };
}

/** A schema of 3.0 that has a type, with the mark that null fits too. A list of values has to name null as well. */
export function nullable(schema: JsonObject): JsonObject {
  const values = listOf(schema.enum);
  const enumeration = 'enum' in schema && !values.includes(null) ? { enum: [...values, null] } : {};
  return { ...schema, ...enumeration, nullable: true };
}

function loseNull(at: string, lose: Lose): void {
  lose(
    at,
    'Null beside a reference.',
    '`nullable: true` beside `allOf`, `anyOf` or `oneOf`. Generators take it as meant. By the letter of 3.0.3 the mark counts only ' +
      'beside a `type`, so a strict validator refuses null there, or the schema itself.',
  );
}
