import type { Oas3Rule } from '@redocly/openapi-core';
import { asNode } from '../support.ts';

/** `x-idempotent` stands only where a method does not behave as its standard says, and `x-sunset` only on what is deprecated. */
export const lifecycleMarks: Oas3Rule = () => ({
  Operation(operation, ctx) {
    const marks = asNode(operation);
    const method = String(ctx.key);
    if ('x-idempotent' in marks) {
      const expected = method === 'post';
      if (marks['x-idempotent'] !== expected) {
        ctx.report({
          message: `On a ${method.toUpperCase()} \`x-idempotent\` can only be \`${expected}\`, as the other value goes without saying. Correct it or take it out.`,
          location: ctx.location.child('x-idempotent'),
        });
      }
    }
    if ('x-sunset' in marks) {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(String(marks['x-sunset']))) {
        ctx.report({
          message: `\`${String(marks['x-sunset'])}\` is no date. Write the day as '2026-12-01', in quotes.`,
          location: ctx.location.child('x-sunset'),
        });
      }
      if (marks.deprecated !== true) {
        ctx.report({
          message: 'An operation that goes away is deprecated. Add `deprecated: true`, or take `x-sunset` out.',
          location: ctx.location.child('x-sunset').key(),
        });
      }
    }
  },
});
