import { escapePointer, follow, type Node } from '../document/document.ts';
import { type Difference, kindOf } from '../judge/difference.ts';
import { validatorAt } from '../judge/schemas.ts';

/**
 * Finds what a schema allows but does not describe: keys that it does not name and values of a growing list that it does not
 * know. Both are fine for a decoder, and news for the document.
 *
 * @param pointer Pointer to the schema in the document.
 */
export function undescribedIn(pointer: string, value: unknown, at = ''): Difference[] {
  const schemas = applicable(pointer, value);
  if (typeof value === 'string') return unknownWord(schemas, value, at);
  if (Array.isArray(value)) return value.flatMap((entry, index) => inItem(schemas, entry, index, `${at}/${index}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    inProperty(schemas, key, entry, `${at}/${escapePointer(key)}`),
  );
}

interface Described {
  node: Node;
  pointer: string;
}

/** The schemas that describe a value together: the one at the pointer, its parts, and those variants that the value fits. */
function applicable(pointer: string, value: unknown): Described[] {
  const here = follow(pointer);
  const parts = (keyword: string) =>
    ((here.node[keyword] ?? []) as unknown[]).map((_, index) => `${here.pointer}/${keyword}/${index}`);
  const variants = [...parts('anyOf'), ...parts('oneOf')].filter((variant) => validatorAt(variant)(value));
  return [here, ...[...parts('allOf'), ...variants].flatMap((part) => applicable(part, value))];
}

function inProperty(schemas: readonly Described[], key: string, value: unknown, at: string): Difference[] {
  const named = schemas.filter(({ node }) => Object.hasOwn((node.properties ?? {}) as Node, key));
  if (named.length > 0) {
    return named.flatMap(({ pointer }) => undescribedIn(`${pointer}/properties/${escapePointer(key)}`, value, at));
  }
  const open = schemas.filter(
    ({ node }) => node.additionalProperties !== undefined || node.patternProperties !== undefined,
  );
  const further = open.filter(({ node }) => typeof node.additionalProperties === 'object');
  if (further.length > 0) {
    return further.flatMap(({ pointer }) => undescribedIn(`${pointer}/additionalProperties`, value, at));
  }
  // Where nothing is said of any key, the document describes no more than that an object comes.
  if (open.length > 0 || !schemas.some(({ node }) => node.properties !== undefined)) return [];
  return [{ kind: 'undescribed key', pointer: at, expected: 'a key that the document names', got: kindOf(value) }];
}

function inItem(schemas: readonly Described[], value: unknown, index: number, at: string): Difference[] {
  return schemas.flatMap(({ node, pointer }) => {
    const prefix = (node.prefixItems ?? []) as unknown[];
    if (index < prefix.length) return undescribedIn(`${pointer}/prefixItems/${index}`, value, at);
    return typeof node.items === 'object' ? undescribedIn(`${pointer}/items`, value, at) : [];
  });
}

function unknownWord(schemas: readonly Described[], value: string, at: string): Difference[] {
  const lists = schemas.flatMap(({ node }) =>
    node['x-extensible-enum'] ? [node['x-extensible-enum'] as string[]] : [],
  );
  if (lists.length === 0 || lists.some((known) => known.includes(value))) return [];
  const expected = 'one of the values that the document knows so far';
  return [{ kind: 'unknown value of a growing list', pointer: at, expected, got: kindOf(value) }];
}
