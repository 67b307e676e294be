import type { Oas3Rule, UserContext } from '@redocly/openapi-core';
import { isNode } from '../support.ts';

/** Descriptions are whole sentences. Example values may hold a description of any form, which is why nodes are named one by one. */
export const descriptionFullStop: Oas3Rule = () => ({
  Info: check,
  Tag: check,
  Server: check,
  ServerVariable: check,
  SecurityScheme: check,
  Operation: check,
  PathItem: check,
  Parameter: check,
  Header: check,
  RequestBody: check,
  Response: check,
  Schema: check,
  Example: check,
  ref: { enter: check },
});

function check(node: unknown, ctx: UserContext): void {
  if (!isNode(node) || !('description' in node)) return;
  const description = node.description;
  if (typeof description !== 'string' || /[^\s.]\.$/.test(description.trimEnd())) return;
  ctx.report({
    message: `The description ends with "${description.trimEnd().slice(-12)}". End it with a full stop.`,
    location: ctx.location.child('description'),
  });
}
