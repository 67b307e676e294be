import type { Oas3Rule } from '@redocly/openapi-core';
import { asNode, isNode, listOf } from '../support.ts';

const named = ['properties', 'patternProperties', 'dependentSchemas'];
const listed = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const single = ['not', 'items', 'contains', 'propertyNames', 'if', 'then', 'else'];

/**
 * What is never there says `not: {}`: several generators stop at a schema that is only `false`. Keys that merely close an object
 * or a list, such as `additionalProperties: false`, are read by all of them.
 */
export const noFalseSchema: Oas3Rule = () => ({
  Schema(schema, ctx) {
    const node = asNode(schema);
    const places = [
      ...single.filter((key) => node[key] === false).map((key) => [key]),
      ...[...named, ...listed].flatMap((key) => falseIn(node[key]).map((inner) => [key, inner])),
    ];
    for (const place of places) {
      ctx.report({
        message: 'Some generators stop at a schema that is only `false`. Write `{ not: {} }`, which says the same.',
        location: place.reduce((location, key) => location.child(key), ctx.location),
      });
    }
  },
});

/** The keys under which a map or a list of schemas holds `false`. */
function falseIn(schemas: unknown): string[] {
  const entries = Object.entries(isNode(schemas) ? schemas : listOf(schemas));
  return entries.filter(([, schema]) => schema === false).map(([key]) => key);
}
