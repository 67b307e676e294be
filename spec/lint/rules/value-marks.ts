import type { Oas3Rule } from '@redocly/openapi-core';
import { asNode, isNode } from '../support.ts';

/** `x-extensible-enum` stands on a plain string, and `x-lenient` on a query parameter whose bounds are not enforced. */
export const valueMarks: Oas3Rule = () => ({
  Schema(schema, ctx) {
    const node = asNode(schema);
    if (!('x-extensible-enum' in node)) return;
    const values = node['x-extensible-enum'];
    const at = ctx.location.child('x-extensible-enum');
    if (!Array.isArray(values) || values.length === 0 || values.some((value) => typeof value !== 'string')) {
      ctx.report({ message: '`x-extensible-enum` is no list of texts. List the known values.', location: at });
    } else if (new Set(values).size !== values.length) {
      ctx.report({ message: '`x-extensible-enum` names a value twice. Keep each once.', location: at });
    }
    if ('enum' in node) {
      ctx.report({
        message: 'A list of values either grows or is closed. Keep `x-extensible-enum` or `enum`, not both.',
        location: at.key(),
      });
    }
    if (![node.type].flat().includes('string')) {
      ctx.report({ message: 'Only a text can have values that grow. Add `type: string`.', location: at.key() });
    }
  },
  Parameter(parameter, ctx) {
    const node = asNode(parameter);
    if (!('x-lenient' in node)) return;
    const schema = isNode(node.schema) ? node.schema : {};
    if (node['x-lenient'] !== true || node.in !== 'query') {
      ctx.report({
        message: '`x-lenient` is `true` on a query parameter, or is not there. Take it out.',
        location: ctx.location.child('x-lenient'),
      });
    } else if (!('minimum' in schema || 'maximum' in schema || 'enum' in schema || '$ref' in schema)) {
      ctx.report({
        message: '`x-lenient` says that bounds are not enforced, and there are none. State them or take the mark out.',
        location: ctx.location.child('x-lenient').key(),
      });
    }
  },
});
