/** The ways in which an answer can differ from the document. */
export const differenceKinds = [
  'undescribed status',
  'other media type',
  'body missing',
  'body not described',
  'undescribed key',
  'missing field',
  'wrong type',
  'null not allowed',
  'unknown value',
  'unknown value of a growing list',
  'wrong format',
  'out of bounds',
  'no variant fits',
] as const;

export type DifferenceKind = (typeof differenceKinds)[number];

/** One way in which an answer differs from the document. It holds no value of the answer, so it can be shown and kept. */
export interface Difference {
  kind: DifferenceKind;
  /** JSON pointer into the body; empty for the answer as a whole. */
  pointer: string;
  /** What is described, in words. */
  expected: string;
  /** The kind of what came, such as `text` or `integer`; never the value. */
  got: string;
}

/** The kind of a value in words, without anything of the value itself. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : 'list';
  if (typeof value === 'string') return textKind(value);
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

const textKinds: readonly (readonly [string, RegExp])[] = [
  ['empty text', /^$/],
  ['text of digits', /^\d+$/],
  ['text like a time', /^\d{4}-\d\d-\d\dT/],
  ['text like a UUID', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
  ['text like an address', /^https?:\/\//],
  ['text like a word in capitals', /^[A-Z][A-Z0-9_]*$/],
];

function textKind(text: string): string {
  return textKinds.find(([, pattern]) => pattern.test(text))?.[0] ?? 'text';
}

/** Puts a difference into one line. */
export function describeDifference({ kind, pointer, expected, got }: Difference): string {
  return `${kind} at ${pointer === '' ? 'the answer' : pointer}: ${expected}, not ${got}`;
}
