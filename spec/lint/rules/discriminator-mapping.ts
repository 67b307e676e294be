import type { Oas3Rule, UserContext } from '@redocly/openapi-core';
import { asNode, follow, isNode, listOf, propertiesOf } from '../support.ts';

/** A discriminator maps every member of its union, and each member names its value with `const` or `enum`. */
export const discriminatorMapping: Oas3Rule = () => ({
  Schema(schema, ctx) {
    const node = asNode(schema);
    const { discriminator } = schema;
    if (!isNode(discriminator)) return;
    const at = ctx.location.child('discriminator');
    const mapping = discriminator.mapping;
    if (!isNode(mapping) || Object.keys(mapping).length === 0) {
      ctx.report({ message: 'The discriminator has no mapping. Map each value to its schema.', location: at.key() });
      return;
    }
    const members = [...listOf(node.oneOf), ...listOf(node.anyOf)];
    const targets = new Map(Object.entries(mapping).map(([value, target]) => [value, target]));
    for (const member of members) {
      const ref = isNode(member) ? member.$ref : undefined;
      if (typeof ref !== 'string') {
        ctx.report({
          message: 'A member of the union is written in place. Give it a file, so that the mapping can name it.',
          location: at,
        });
      } else if (![...targets.values()].some((target) => same(target, ref))) {
        ctx.report({
          message: `The mapping leaves \`${ref}\` out. Add the value that stands for it.`,
          location: at.child('mapping'),
        });
      }
    }
    for (const [value, target] of targets) {
      const member = members.find((candidate) => isNode(candidate) && same(target, candidate.$ref));
      if (!member) {
        ctx.report({
          message: `\`${value}\` maps to \`${String(target)}\`, which is no member of the union. Correct it or take it out.`,
          location: at.child('mapping').child(value),
        });
      } else if (!allows(ctx, member, String(discriminator.propertyName), value)) {
        ctx.report({
          message: `\`${String(target)}\` does not allow \`${String(discriminator.propertyName)}: ${value}\`. Name the value there with \`const\`.`,
          location: at.child('mapping').child(value),
        });
      }
    }
  },
});

function same(target: unknown, ref: unknown): boolean {
  const plain = (text: unknown) => String(text).replace(/^\.\//, '');
  return plain(target) === plain(ref);
}

function allows(ctx: UserContext, member: unknown, property: string, value: string): boolean {
  const schema = follow(ctx, member);
  const found = schema && propertiesOf(ctx, schema).get(property)?.node;
  return found !== undefined && (found.const === value || listOf(found.enum).includes(value));
}
