/** What came of a text with formulas in it. */
export interface Resolved {
  value: unknown;
  /** Formulas that the mock cannot work out; each counts as null. */
  unknown: string[];
}

const formula = /<<([\s\S]*?)>>/g;
const onlyFormula = /^\s*<<((?:(?!>>)[\s\S])*)>>\s*$/;
/** A path such as `look_up_link.body.verdict` or `extract_links.links[0]["name"]`. */
const path = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_-]*|\[\d+\]|\["[^"]*"\])*$/u;

/**
 * Puts values of an event into options. Of the formula language this knows paths; whatever else stands between `<<` and
 * `>>`, such as functions, counts as null and is named.
 *
 * @param template Text with formulas, or lists and objects that hold some.
 */
export function resolveFormulas(template: unknown, payload: unknown): Resolved {
  const unknown: string[] = [];
  return { value: resolve(template, payload, unknown), unknown };
}

function resolve(template: unknown, payload: unknown, unknown: string[]): unknown {
  if (typeof template === 'string') return resolveText(template, payload, unknown);
  if (Array.isArray(template)) return template.map((entry) => resolve(entry, payload, unknown));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, entry]) => [key, resolve(entry, payload, unknown)]));
}

/** A text that is one formula becomes its value, whatever type that has; formulas inside a longer text become text. */
function resolveText(template: string, payload: unknown, unknown: string[]): unknown {
  const whole = onlyFormula.exec(template)?.[1];
  if (whole !== undefined) return evaluate(whole, payload, unknown);
  return template.replaceAll(formula, (_, inner: string) => asText(evaluate(inner, payload, unknown)));
}

function evaluate(text: string, payload: unknown, unknown: string[]): unknown {
  const expression = text.trim();
  if (!path.test(expression)) {
    unknown.push(expression);
    return null;
  }
  const keys = expression.match(/[^.[\]"]+/g) ?? [];
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : null,
    payload,
  );
}

/** A value as it stands inside a longer text. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
