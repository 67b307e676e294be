import type { Oas3Rule } from '@redocly/openapi-core';
import { verbs } from '../vocabulary.ts';

/** A summary is an order: a verb in the imperative with a capital letter, and no full stop. */
export const summaryForm: Oas3Rule = () => ({
  Operation(operation, ctx) {
    const { summary } = operation;
    if (typeof summary !== 'string') return;
    const location = ctx.location.child('summary');
    const [first = ''] = summary.split(/[\s,]/);
    if (!/^[A-Z]/.test(summary)) {
      ctx.report({ message: `The summary starts with "${first}". Start it with a capital letter.`, location });
    } else if (!verbs.some((verb) => verb === first)) {
      ctx.report({
        message: `"${first}" is no verb that a summary may start with. Use one of spec/lint/vocabulary.ts, or add the verb there.`,
        location,
      });
    }
    if (summary.trimEnd().endsWith('.')) {
      ctx.report({ message: 'The summary ends with a full stop. Take the full stop out.', location });
    }
  },
});
