import type { Oas3Rule } from '@redocly/openapi-core';
import { isNode, listOf, type Node } from '../support.ts';

/**
 * Generators name what a property holds after its schema and itself: `color` of `Tag` becomes `TagColor`. If there is a schema of that
 * name already, they write one name twice. A property that only refers to schemas needs no name of its own.
 */
export const noTakenName: Oas3Rule = () => ({
  NamedSchemas(schemas, ctx) {
    const taken = new Map(Object.keys(schemas).map((name) => [name.toLowerCase(), name]));
    for (const [name, schema] of Object.entries(schemas)) {
      if (!isNode(schema)) continue;
      for (const { path, made } of namesMadeIn(schema, name)) {
        const owner = taken.get(made.toLowerCase());
        if (owner === undefined) continue;
        ctx.report({
          message: `Generators would name this \`${made}\`, and there is a schema \`${owner}\`. Refer to that one, or rename it.`,
          location: path.reduce((location, key) => location.child(key), ctx.location.child(name)).key(),
        });
      }
    }
  },
});

interface MadeName {
  path: string[];
  made: string;
}

function namesMadeIn(schema: Node, name: string): MadeName[] {
  const properties = isNode(schema.properties) ? Object.entries(schema.properties) : [];
  const parts = listOf(schema.allOf).flatMap((part, index) =>
    isNode(part)
      ? namesMadeIn(part, name).map(({ path, made }) => ({ path: ['allOf', `${index}`, ...path], made }))
      : [],
  );
  const own = properties.flatMap(([key, property]): MadeName[] => {
    if (!isNode(property) || needsNoName(property)) return [];
    const made = name + pascal(key);
    const within = namesMadeIn(property, made);
    const at = ['properties', key];
    return [{ path: at, made }, ...within.map((inner) => ({ ...inner, path: [...at, ...inner.path] }))];
  });
  return [...own, ...parts];
}

// A list is named after what it holds.
function needsNoName(property: Node): boolean {
  const members = [...listOf(property.oneOf), ...listOf(property.anyOf)];
  const refersOnly = members.every((member) => isNode(member) && ('$ref' in member || member.type === 'null'));
  return '$ref' in property || [property.type].flat().includes('array') || (members.length > 0 && refersOnly);
}

function pascal(key: string): string {
  const words = key.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
