import type { Oas3Rule } from '@redocly/openapi-core';
import { follow, isNode, listOf, type Node } from '../support.ts';

/** Every property has a description, and one that can be null says when it is. What is never there (`not: {}`) needs none. */
export const propertyDescription: Oas3Rule = () => ({
  SchemaProperties(properties, ctx) {
    for (const [name, value] of Object.entries(properties)) {
      const property = follow(ctx, value)?.node;
      if (!property || isNever(property)) continue;
      const description = property.description;
      if (typeof description !== 'string' || description.trim() === '') {
        ctx.report({
          message: `The property \`${name}\` has no description. Say what it is, with its unit or format.`,
          location: ctx.location.child(name).key(),
        });
      } else if (isNullable(property) && !/\bnull\b/i.test(description)) {
        ctx.report({
          message: `The property \`${name}\` can be null, and its description does not say when. Add it: "Null where …".`,
          location: ctx.location.child(name).key(),
        });
      }
    }
  },
});

function isNever(schema: Node): boolean {
  return isNode(schema.not) && Object.keys(schema.not).length === 0;
}

function isNullable(schema: Node): boolean {
  if (listOf(schema.type).includes('null') || schema.type === 'null') return true;
  const members = [...listOf(schema.anyOf), ...listOf(schema.oneOf)];
  return members.some((member) => isNode(member) && member.type === 'null');
}
