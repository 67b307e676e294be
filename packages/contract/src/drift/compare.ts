import type { Operation } from '../document/document.ts';
import { type Answer, describedFor } from '../judge/answer.ts';
import type { Difference } from '../judge/difference.ts';
import { schemaDifferences } from '../judge/differences.ts';
import { undescribedIn } from './undescribed.ts';

/**
 * Everything in which an answer and the document differ: what the document forbids, and what it allows but does not
 * describe. Places in lists are written `*`, so that the same difference in many entries is one.
 */
export function compareAnswer(operation: Operation, answer: Answer): Difference[] {
  const described = describedFor(operation, answer);
  if ('difference' in described) return [described.difference];
  const { content } = described;
  if (content?.pointer === undefined) return [];
  const forbidden = schemaDifferences(content.pointer, answer.body);
  const found = [...forbidden, ...undescribedIn(content.pointer, answer.body)];
  return unique(found.map((difference) => ({ ...difference, pointer: generalise(difference.pointer) })));
}

/** A pointer without places in lists, and without keys that may be somebody's data. */
export function generalise(pointer: string): string {
  return pointer
    .split('/')
    .map((part, depth) => (depth === 0 ? part : /^\d+$/.test(part) ? '*' : safeKey(part)))
    .join('/');
}

/** Names of fields are short words; a key that looks otherwise may be a name, an address or an id. */
function safeKey(key: string): string {
  return /^[A-Za-z_$][\w$~-]{0,40}$/.test(key) && !/\d{4}/.test(key) ? key : '[key]';
}

function unique(differences: readonly Difference[]): Difference[] {
  const known = new Map(differences.map((entry) => [JSON.stringify(entry), entry]));
  return [...known.values()];
}
