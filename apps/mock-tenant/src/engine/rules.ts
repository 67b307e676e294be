import { asText, resolveFormulas } from './formulas.ts';

type Compare = (value: unknown, wanted: string) => boolean;

const rules: Record<string, Compare> = {
  regex: (value, wanted) => matches(value, wanted),
  '!regex': (value, wanted) => !matches(value, wanted),
  'field==value': (value, wanted) => asText(value) === wanted,
  'field!=value': (value, wanted) => asText(value) !== wanted,
  'field>value': (value, wanted) => Number(value) > Number(wanted),
  'field>=value': (value, wanted) => Number(value) >= Number(wanted),
  'field<value': (value, wanted) => Number(value) < Number(wanted),
  'field<=value': (value, wanted) => Number(value) <= Number(wanted),
};

/** What was asked of a condition, or why it cannot be told. */
export type Verdict = { matched: boolean } | { fault: string };

/**
 * Holds an event against the rules of a condition. Every rule must match.
 *
 * @param list Option `rules`: objects with `type`, `path` and `value`.
 */
export function judgeRules(list: unknown, payload: unknown): Verdict {
  if (!Array.isArray(list) || list.length === 0) return { fault: 'The option rules must list at least one rule.' };
  let matched = true;
  for (const rule of list as { type?: unknown; path?: unknown; value?: unknown }[]) {
    const compare = typeof rule?.type === 'string' ? rules[rule.type] : undefined;
    if (!compare) return { fault: `The type of a rule must be one of ${Object.keys(rules).join(', ')}.` };
    const value = resolveFormulas(rule.path, payload).value;
    const wanted = asText(resolveFormulas(rule.value, payload).value);
    matched &&= compare(value, wanted);
  }
  return { matched };
}

/** A pattern that is none matches nothing. */
function matches(value: unknown, pattern: string): boolean {
  try {
    return new RegExp(pattern).test(asText(value));
  } catch {
    return false;
  }
}
