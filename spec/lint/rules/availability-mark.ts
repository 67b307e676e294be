import type { Oas3Rule, UserContext } from '@redocly/openapi-core';
import { isNode, quoted } from '../support.ts';
import { availabilityWords } from '../vocabulary.ts';

/** Where not every tenant has something, the mark says in one known word what it takes, and in a sentence why. */
export const availabilityMark: Oas3Rule = () => ({ Operation: check, Parameter: check, Schema: check });

function check(node: unknown, ctx: UserContext): void {
  if (!isNode(node) || !('x-availability' in node)) return;
  const availability = node['x-availability'];
  const at = ctx.location.child('x-availability');
  if (!isNode(availability)) {
    ctx.report({
      message: '`x-availability` is no object. Write `{ requires: cases, note: <a sentence> }`.',
      location: at,
    });
    return;
  }
  if (!availabilityWords.some((word) => word === availability.requires)) {
    ctx.report({
      message: `\`${String(availability.requires)}\` is no word of availability. Use one of ${quoted(availabilityWords)}.`,
      location: at.child('requires'),
    });
  }
  const note = availability.note;
  if (note !== undefined && (typeof note !== 'string' || !note.trim().endsWith('.'))) {
    ctx.report({ message: 'The note is no sentence. End it with a full stop.', location: at.child('note') });
  }
  for (const key of Object.keys(availability).filter((name) => name !== 'requires' && name !== 'note')) {
    ctx.report({
      message: `\`x-availability\` has no key \`${key}\`. Keep \`requires\` and \`note\` only.`,
      location: at.child(key).key(),
    });
  }
}
