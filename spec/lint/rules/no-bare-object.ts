import type { Oas3Rule } from '@redocly/openapi-core';
import { asNode } from '../support.ts';

const says = [
  'properties',
  'additionalProperties',
  'patternProperties',
  'unevaluatedProperties',
  'allOf',
  'anyOf',
  'oneOf',
  '$ref',
  'const',
  'enum',
];

/** An object says what is in it: generators read a bare one as an object that can never have a key. */
export const noBareObject: Oas3Rule = () => ({
  Schema(schema, ctx) {
    const node = asNode(schema);
    if (![node.type].flat().includes('object') || says.some((key) => key in node)) return;
    ctx.report({
      message:
        'The object does not say what is in it. State `properties`, or `additionalProperties: true` where any keys may come.',
      location: ctx.location.child('type'),
    });
  },
});
