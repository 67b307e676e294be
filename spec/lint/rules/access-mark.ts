import { readFileSync } from 'node:fs';
import type { Oas3Rule } from '@redocly/openapi-core';
import { parse } from 'yaml';
import { asNode, isKeyless, isNode, type Node } from '../support.ts';

let known: string[] | undefined;

// Read once and late: a ruleset without this rule must not need the file.
function rights(): string[] {
  known ??= Object.keys(
    (parse(readFileSync(new URL('../../access.yaml', import.meta.url), 'utf8')) as { rights: Node }).rights,
  );
  return known;
}

/** Every operation that asks for a key names the right that it needs, one of access.yaml. */
export const accessMark: Oas3Rule = () => ({
  Operation(operation, ctx) {
    const access: unknown = asNode(operation)['x-access'];
    const at = ctx.location.child('x-access');
    if (isKeyless(asNode(operation))) {
      if (access === undefined) return;
      ctx.report({ message: 'An operation without a key needs no right. Take `x-access` out.', location: at.key() });
    } else if (access === undefined) {
      ctx.report({
        message:
          'The operation does not say which right it needs. Add `x-access: { right }` with a right of spec/access.yaml.',
        location: ctx.location.key(),
      });
    } else if (!isNode(access) || Object.keys(access).join() !== 'right') {
      ctx.report({
        message: '`x-access` holds `right` and nothing else. Write `{ right: story.read }`.',
        location: at,
      });
    } else if (!rights().includes(String(access.right))) {
      ctx.report({
        message: `\`${String(access.right)}\` is no right of spec/access.yaml. Use one that stands there, or add it there first.`,
        location: at.child('right'),
        suggest: rights().filter((right) => right.split('.')[0] === String(access.right).split('.')[0]),
      });
    }
  },
});
