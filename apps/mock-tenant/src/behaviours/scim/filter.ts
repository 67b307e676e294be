import { refuseScim } from '../../server/scim.ts';

/** A SCIM filter (RFC 7644 section 3.4.2.2), ready to be asked of resources. */
export type Filter = (resource: unknown) => boolean;

type Comparison = (held: Held, wanted: Held) => boolean;
type Held = string | number | boolean | null;

/** Attributes that compare exactly; every other text compares without regard to case. */
const exact = new Set(['id', 'externalid', 'value']);
/** Deeper nesting than a person writes; a filter that goes on forever must not exhaust the stack. */
const deepest = 40;

const comparisons: Record<string, Comparison> = {
  eq: (held, wanted) => held === wanted,
  ne: (held, wanted) => held !== wanted,
  co: (held, wanted) => String(held).includes(String(wanted)),
  sw: (held, wanted) => String(held).startsWith(String(wanted)),
  ew: (held, wanted) => String(held).endsWith(String(wanted)),
  gt: (held, wanted) => inOrder(held, wanted, (one, other) => one > other),
  ge: (held, wanted) => inOrder(held, wanted, (one, other) => one >= other),
  lt: (held, wanted) => inOrder(held, wanted, (one, other) => one < other),
  le: (held, wanted) => inOrder(held, wanted, (one, other) => one <= other),
};

/** Texts and numbers have an order, among their own kind. */
function inOrder(held: Held, wanted: Held, holds: (one: Held & {}, other: Held & {}) => boolean): boolean {
  const comparable = typeof held === 'string' || typeof held === 'number';
  return comparable && wanted !== null && typeof held === typeof wanted && holds(held, wanted);
}

/** @throws Refusal with 400 and `invalidFilter` where the text is no filter. */
export function parseFilter(text: string): Filter {
  const tokens = tokenise(text);
  const filter = parseOr(tokens, 0);
  if (tokens.length > 0) throw invalid(`It does not go on with ${tokens[0]}.`);
  return filter;
}

/** Words, texts in quotes and brackets. */
function tokenise(text: string): string[] {
  const token = /\s*([()[\]]|"(?:[^"\\]|\\.)*"|[^\s()[\]"]+)/y;
  const tokens: string[] = [];
  while (token.lastIndex < text.trimEnd().length) {
    const found = token.exec(text)?.[1];
    if (found === undefined) throw invalid('A text in quotes does not end.');
    tokens.push(found);
  }
  if (tokens.length === 0) throw invalid('It is empty.');
  return tokens;
}

function parseOr(tokens: string[], depth: number): Filter {
  if (depth > deepest) throw invalid('It is nested too deeply.');
  const terms = [parseAnd(tokens, depth)];
  while (nextIs(tokens, 'or')) terms.push(parseAnd(tokens, depth));
  return (resource) => terms.some((term) => term(resource));
}

function parseAnd(tokens: string[], depth: number): Filter {
  const terms = [parseTerm(tokens, depth)];
  while (nextIs(tokens, 'and')) terms.push(parseTerm(tokens, depth));
  return (resource) => terms.every((term) => term(resource));
}

function parseTerm(tokens: string[], depth: number): Filter {
  const first = take(tokens);
  if (first === '(') return closed(parseOr(tokens, depth + 1), tokens, ')');
  if (first.toLowerCase() === 'not' && tokens[0] === '(') {
    tokens.shift();
    const inner = closed(parseOr(tokens, depth + 1), tokens, ')');
    return (resource) => !inner(resource);
  }
  const path = attributePath(first);
  if (tokens[0] !== '[') return parseComparison(path, tokens);
  tokens.shift();
  const chosen = closed(parseOr(tokens, depth + 1), tokens, ']');
  // Entra compares a part of the chosen values, as in `emails[type eq "work"].value eq "…"`.
  const part = tokens[0]?.startsWith('.') ? parseComparison(attributePath(take(tokens).slice(1)), tokens) : () => true;
  return (resource) => valuesAt(resource, path).some((value) => chosen(value) && part(value));
}

function parseComparison(path: readonly string[], tokens: string[]): Filter {
  const operator = take(tokens).toLowerCase();
  if (operator === 'pr') return (resource) => valuesAt(resource, path).some((value) => value !== null && value !== '');
  const compare = comparisons[operator];
  if (!compare) throw invalid(`${operator} is no operator. Known: ${Object.keys(comparisons).join(', ')}, pr.`);
  const isExact = exact.has(path.at(-1) ?? '');
  const wanted = folded(literal(take(tokens)), isExact);
  return (resource) => {
    const held = valuesAt(resource, path).map((value) => folded(plain(value), isExact));
    return operator === 'ne' ? held.every((value) => compare(value, wanted)) : held.some((v) => compare(v, wanted));
  };
}

/** Names in lower case, without the URN that may stand before them. */
export function attributePath(text: string): string[] {
  const name = text.replace(/^urn:[^\s]*:(?=[A-Za-z])/i, '');
  if (!/^[A-Za-z$][\w$-]*(\.[A-Za-z$][\w$-]*)?$/.test(name)) throw invalid(`${text} is no attribute.`);
  return name.toLowerCase().split('.');
}

/** The values at a path; those of a list one by one. */
function valuesAt(resource: unknown, path: readonly string[]): unknown[] {
  return path.reduce<unknown[]>((values, name) => values.flatMap((value) => partOf(value, name)), [resource]);
}

function partOf(value: unknown, name: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const found = Object.entries(value).find(([key]) => key.toLowerCase() === name);
  return found === undefined ? [] : [found[1]].flat();
}

/** The value itself; of an entry in a list, such as a member, its `value`. */
function plain(value: unknown): Held {
  if (typeof value === 'object' && value !== null) return plain((value as { value?: unknown }).value ?? null);
  return value === undefined ? null : (value as Held);
}

function folded(value: Held, isExact: boolean): Held {
  return typeof value === 'string' && !isExact ? value.toLowerCase() : value;
}

function literal(token: string): Held {
  try {
    return JSON.parse(/^(true|false|null)$/i.test(token) ? token.toLowerCase() : token) as Held;
  } catch {
    throw invalid(`${token} is no value. Texts stand in double quotes.`);
  }
}

function nextIs(tokens: string[], word: string): boolean {
  if (tokens[0]?.toLowerCase() !== word) return false;
  tokens.shift();
  return true;
}

function take(tokens: string[]): string {
  const token = tokens.shift();
  if (token === undefined) throw invalid('It ends too early.');
  return token;
}

function closed(filter: Filter, tokens: string[], bracket: string): Filter {
  if (tokens.shift() !== bracket) throw invalid(`A ${bracket} is missing.`);
  return filter;
}

function invalid(reason: string) {
  return refuseScim(400, `The filter cannot be understood. ${reason}`, 'invalidFilter');
}
