import type { Oas3Rule, UserContext } from '@redocly/openapi-core';
import { isNode, quoted } from '../support.ts';
import { evidenceLevels } from '../vocabulary.ts';

/** Every operation says how sure it is and where that was read; a weaker response, parameter or property says so of itself. */
export const evidenceMark: Oas3Rule = () => ({
  Operation(operation, ctx) {
    if ('x-evidence' in operation) return check(operation, ctx);
    ctx.report({
      message: `The operation does not say how sure it is. Add \`x-evidence: { level, source }\` with a level of ${quoted(evidenceLevels)}.`,
      location: ctx.location.key(),
    });
  },
  Response: check,
  Parameter: check,
  Schema: check,
});

function check(node: unknown, ctx: UserContext): void {
  if (!isNode(node) || !('x-evidence' in node)) return;
  const evidence = node['x-evidence'];
  const at = ctx.location.child('x-evidence');
  if (!isNode(evidence)) {
    ctx.report({ message: '`x-evidence` is no object. Write `{ level: documented, source: <page> }`.', location: at });
    return;
  }
  if (!evidenceLevels.some((level) => level === evidence.level)) {
    ctx.report({
      message: `\`${String(evidence.level)}\` is no level of evidence. Use one of ${quoted(evidenceLevels)}.`,
      location: at.child('level'),
    });
  }
  if (typeof evidence.source !== 'string' || evidence.source.trim() === '') {
    ctx.report({
      message: 'The evidence names no source. Add the page, or who saw it, as `source`.',
      location: at.child('source'),
    });
  }
  for (const key of Object.keys(evidence).filter((name) => name !== 'level' && name !== 'source')) {
    ctx.report({
      message: `\`x-evidence\` has no key \`${key}\`. Keep \`level\` and \`source\` only, and tell the rest in the description.`,
      location: at.child(key).key(),
    });
  }
}
