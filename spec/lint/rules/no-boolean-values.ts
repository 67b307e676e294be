import type { Oas3Rule } from '@redocly/openapi-core';
import { asNode } from '../support.ts';

/**
 * What is always true says `not: { const: false }`: generators make an enumeration of texts out of a list of values, also where the
 * value is no text, and that does not compile in Java.
 */
export const noBooleanValues: Oas3Rule = () => ({
  Schema(schema, ctx) {
    const node = asNode(schema);
    const key = ['const', 'enum'].find((keyword) => keyword in node);
    if (key === undefined || ![node.type].flat().includes('boolean')) return;
    ctx.report({
      message: `\`${key}\` beside the type \`boolean\` does not compile in some languages. Write \`not: { const: false }\` for what is always true.`,
      location: ctx.location.child(key).key(),
    });
  },
});
