import type { Oas3Rule } from '@redocly/openapi-core';
import { asNode, isKeyless, queryNames, quoted } from '../support.ts';
import { errorStatuses, inputErrorStatuses, keyErrorStatuses } from '../vocabulary.ts';

/** Every operation describes the errors that it can answer: some always, some where it reads a body or a query. */
export const errorSet: Oas3Rule = () => ({
  Operation(operation, ctx) {
    const node = asNode(operation);
    const takesInput = 'requestBody' in node || queryNames(ctx, node).length > 0;
    const wanted = [...errorStatuses, ...(takesInput ? inputErrorStatuses : [])];
    const optional: readonly string[] = isKeyless(node) ? keyErrorStatuses : [];
    const described = Object.keys(operation.responses ?? {});
    const missing = wanted.filter((status) => !described.includes(status) && !optional.includes(status)).sort();
    if (missing.length === 0) return;
    ctx.report({
      message: `The operation does not describe ${quoted(missing)}. Add the shared answers of spec/responses.`,
      location: ctx.location.child('responses').key(),
    });
  },
});
