import type { Oas3Rule } from '@redocly/openapi-core';
import { asNode, isNode, quoted } from '../support.ts';
import { rateLimits } from '../vocabulary.ts';

const table: Record<string, number> = rateLimits;

/** Every operation names its rate limit class with the number that belongs to it. */
export const rateLimitMark: Oas3Rule = () => ({
  Operation(operation, ctx) {
    const limit: unknown = asNode(operation)['x-rate-limit'];
    const at = ctx.location.child('x-rate-limit');
    if (limit === undefined) {
      ctx.report({
        message: `The operation has no rate limit. Add \`x-rate-limit: { class, perMinute }\` with a class of ${quoted(Object.keys(table))}.`,
        location: ctx.location.key(),
      });
    } else if (!isNode(limit) || Object.keys(limit).sort().join() !== 'class,perMinute') {
      ctx.report({
        message:
          '`x-rate-limit` holds `class` and `perMinute` and nothing else. Write `{ class: default, perMinute: 5000 }`.',
        location: at,
      });
    } else if (!Object.hasOwn(table, String(limit.class))) {
      ctx.report({
        message: `\`${String(limit.class)}\` is no rate limit class. Use one of ${quoted(Object.keys(table))}.`,
        location: at.child('class'),
      });
    } else if (table[String(limit.class)] !== limit.perMinute) {
      ctx.report({
        message: `The class \`${String(limit.class)}\` allows ${table[String(limit.class)]} a minute, not ${String(limit.perMinute)}. Correct the number or the class.`,
        location: at.child('perMinute'),
      });
    }
  },
});
