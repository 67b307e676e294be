import type { Oas3Rule } from '@redocly/openapi-core';
import { asNode } from '../support.ts';

/**
 * A default stands in the member of a union that it belongs to: beside the union, generators make a class of the union and give its
 * field a start value of another type.
 */
export const noDefaultBesideUnion: Oas3Rule = () => ({
  Schema(schema, ctx) {
    const node = asNode(schema);
    const union = ['oneOf', 'anyOf'].find((key) => key in node);
    if (!('default' in node) || union === undefined) return;
    ctx.report({
      message: `A default beside \`${union}\` does not compile in some languages. Move it into the member that it belongs to.`,
      location: ctx.location.child('default').key(),
    });
  },
});
