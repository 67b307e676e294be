import type { Oas3Rule, UserContext } from '@redocly/openapi-core';
import { isNode, listOf } from '../support.ts';

/** `{}` in a security list says that a call without a key works too, which is never so here. */
export const noOptionalSecurity: Oas3Rule = () => ({ Root: check, Operation: check });

function check(node: unknown, ctx: UserContext): void {
  if (!isNode(node)) return;
  listOf(node.security).forEach((requirement, index) => {
    if (!isNode(requirement) || Object.keys(requirement).length > 0) return;
    ctx.report({
      message: 'An empty entry makes the key optional. Take it out; an operation without a key says `security: []`.',
      location: ctx.location.child('security').child(index),
    });
  });
}
