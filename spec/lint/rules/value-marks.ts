import type { Oas3Rule } from '@redocly/openapi-core';
import { asNode, isNode } from '../support.ts';

/**
 * `x-extensible-enum` stands on a plain string, `x-assumed-values` beside it with other values, and `x-lenient` on a query parameter
 * whose bounds are not enforced.
 */
export const valueMarks: Oas3Rule = () => ({
  Schema(schema, ctx) {
    const node = asNode(schema);
    if ('x-assumed-values' in node) {
      const message = faultOfAssumed(node['x-assumed-values'], node['x-extensible-enum'], node.pattern);
      if (message !== undefined) ctx.report({ message, location: ctx.location.child('x-assumed-values') });
    }
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

function faultOfAssumed(assumed: unknown, known: unknown, pattern: unknown): string | undefined {
  if (!Array.isArray(known)) {
    return '`x-assumed-values` stands beside the values that are known. Add `x-extensible-enum`.';
  }
  if (!Array.isArray(assumed) || assumed.length === 0 || assumed.some((value) => typeof value !== 'string')) {
    return '`x-assumed-values` is no list of texts. List the assumed values.';
  }
  const twice = assumed.find((value, index) => known.includes(value) || assumed.indexOf(value) !== index);
  if (twice !== undefined) return `\`${twice}\` stands here twice, or is known. Keep each value once.`;
  const misfit = assumed.find((value) => typeof pattern === 'string' && !new RegExp(pattern).test(value));
  return misfit === undefined
    ? undefined
    : `\`${misfit}\` does not fit the pattern of the values. Mend one of the two.`;
}
