import type { Oas3Rule, UserContext } from '@redocly/openapi-core';
import { isNode } from '../support.ts';

// The bytes of a PDF or of a file tell a reader nothing.
const readable = /json|text|xml|form/;

/** Every body that a person can read has an example. */
export const bodyExample: Oas3Rule = () => ({
  MediaType(media, ctx: UserContext) {
    if (!readable.test(String(ctx.key)) || 'example' in media) return;
    if (isNode(media.examples) && Object.keys(media.examples).length > 0) return;
    ctx.report({
      message: `The ${String(ctx.key)} body has no example. Add one under \`examples\`, as a file of spec/examples.`,
      location: ctx.location.key(),
    });
  },
});
