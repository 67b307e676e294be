import type { Oas3Rule, UserContext } from '@redocly/openapi-core';
import { isNode, quoted } from '../support.ts';
import { operationKeys, pathItemKeys } from '../vocabulary.ts';

/** Operations and path items keep one order of keys, so that every file reads like the others. */
export const keyOrder: Oas3Rule = () => ({
  Operation: (operation, ctx) => reportOrder(operation, operationKeys, 'An operation', ctx),
  PathItem: (item, ctx) => reportOrder(item, pathItemKeys, 'A path item', ctx),
});

function reportOrder(node: unknown, order: readonly string[], subject: string, ctx: UserContext): void {
  if (!isNode(node)) return;
  const keys = Object.keys(node);
  for (const key of keys.filter((name) => !order.includes(name))) {
    ctx.report({
      message: `${subject} has no key \`${key}\`. Take it out, or one of ${quoted(order)}.`,
      location: ctx.location.child(key).key(),
    });
  }
  const known = keys.filter((name) => order.includes(name));
  const sorted = [...known].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const first = known.findIndex((key, index) => key !== sorted[index]);
  if (first < 0) return;
  ctx.report({
    message: `\`${known[first]}\` stands too early. Order the keys ${quoted(sorted)}.`,
    location: ctx.location.child(known[first] ?? '').key(),
  });
}
