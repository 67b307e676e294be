import { escapePointer, follow, type Node } from '../../src/document/document.ts';
import type { Answer } from '../../src/judge/answer.ts';
import type { DifferenceKind } from '../../src/judge/difference.ts';
import { validatorAt } from '../../src/judge/schemas.ts';
import { pick } from '../../src/run/random.ts';

/** A difference that was planted into a true answer, and where it must be found. */
export interface Planted {
  kind: DifferenceKind;
  pointer: string;
  answer: Answer;
}

/** A place of a value together with the schema that stands there, references followed. */
interface Place {
  pointer: string;
  node: Node;
  value: unknown;
}

/** Walks a value along its schema. Unions and parts that stand together are not entered: what breaks them is the union. */
export function placesOf(pointer: string, value: unknown, at = ''): Place[] {
  const { node, pointer: here } = follow(pointer);
  const place = { pointer: at, node, value };
  if (node.anyOf || node.oneOf || node.allOf) return [place];
  if (Array.isArray(value)) {
    if (typeof node.items !== 'object') return [place];
    return [place, ...value.flatMap((entry, index) => placesOf(`${here}/items`, entry, `${at}/${index}`))];
  }
  if (typeof value !== 'object' || value === null) return [place];
  const properties = (node.properties ?? {}) as Node;
  const inner = Object.entries(value).filter(([key]) => Object.hasOwn(properties, key));
  return [
    place,
    ...inner.flatMap(([key, entry]) =>
      placesOf(`${here}/properties/${escapePointer(key)}`, entry, `${at}/${escapePointer(key)}`),
    ),
  ];
}

type Planter = (places: readonly Place[], random: () => number) => { pointer: string; value: unknown } | undefined;

const absent = Symbol('absent');

/** One planter for each kind of difference that a body can have: where to put what. `absent` takes a key away. */
export const planters: Partial<Record<DifferenceKind, Planter>> = {
  'undescribed key': (places, random) => {
    const objects = places.filter(
      ({ node, value }) =>
        isObject(value) && node.properties && node.additionalProperties === undefined && isPlain(node),
    );
    return at(objects, random, ({ pointer }) => ({ pointer: `${pointer}/planted_key`, value: 1 }));
  },
  'missing field': (places, random) => {
    const objects = places.filter(
      ({ node, value }) => isObject(value) && present(node, value).length > 0 && isPlain(node),
    );
    return at(objects, random, ({ pointer, node, value }) => ({
      pointer: `${pointer}/${pick(present(node, value), random)}`,
      value: absent,
    }));
  },
  'wrong type': (places, random) => {
    const typed = places.filter(({ node, value }) => node.type !== undefined && value !== null && isPlain(node));
    return at(typed, random, ({ pointer, node }) => ({
      pointer,
      value: [node.type].flat().includes('boolean') ? 'no' : true,
    }));
  },
  'null not allowed': (places, random) => {
    const strict = places.filter(
      ({ node }) => node.type !== undefined && ![node.type].flat().includes('null') && isPlain(node),
    );
    return at(strict, random, ({ pointer }) => ({ pointer, value: null }));
  },
  'unknown value': (places, random) => {
    const listed = places.filter(
      ({ node, value }) => (node.enum || node.const !== undefined) && typeof value === 'string',
    );
    return at(listed, random, ({ pointer }) => ({ pointer, value: 'PLANTED_WORD' }));
  },
  'unknown value of a growing list': (places, random) => {
    const growing = places.filter(
      ({ node, value }) => node['x-extensible-enum'] && typeof value === 'string' && !node.pattern,
    );
    return at(growing, random, ({ pointer }) => ({ pointer, value: 'PLANTED_WORD' }));
  },
  'wrong format': (places, random) => {
    const formatted = places.filter(({ node, value }) => node.format === 'date-time' && typeof value === 'string');
    return at(formatted, random, ({ pointer }) => ({ pointer, value: 'last Tuesday' }));
  },
  'out of bounds': (places, random) => {
    const bounded = places.filter(({ node, value }) => typeof node.minimum === 'number' && typeof value === 'number');
    return at(bounded, random, ({ pointer, node }) => ({ pointer, value: (node.minimum as number) - 1 }));
  },
  'no variant fits': (places, random) => {
    const unions = places.filter(
      ({ node, value }) => (node.anyOf || node.oneOf) && refusesDate(node) && value !== undefined,
    );
    return at(unions, random, ({ pointer }) => ({ pointer, value: [[['planted']]] }));
  },
};

/** Plants one difference of a kind into an answer that fits. @returns Undefined where the answer has no place for it. */
export function plant(
  kind: DifferenceKind,
  schema: string | undefined,
  answer: Answer,
  random: () => number,
): Planted | undefined {
  if (kind === 'undescribed status') return { kind, pointer: '', answer: { ...answer, status: 418 } };
  if (kind === 'other media type') {
    return answer.body === undefined
      ? undefined
      : { kind, pointer: '', answer: { ...answer, mediaType: 'text/html', body: '<p>' } };
  }
  if (kind === 'body missing') {
    return answer.body === undefined
      ? undefined
      : { kind, pointer: '', answer: { ...answer, mediaType: undefined, body: undefined } };
  }
  if (schema === undefined || answer.body === undefined) return undefined;
  const planted = planters[kind]?.(placesOf(schema, answer.body), random);
  if (!planted) return undefined;
  const body = replace(answer.body, keysOf(planted.pointer), planted.value);
  const { pointer } = planted;
  // A schema that takes anything at that place would not mind; a difference must be one.
  const forbidden = kind !== 'undescribed key' && kind !== 'unknown value of a growing list';
  if (forbidden && validatorAt(schema)(body)) return undefined;
  return { kind, pointer, answer: { ...answer, body } };
}

function at<T>(places: readonly Place[], random: () => number, make: (place: Place) => T): T | undefined {
  return places.length === 0 ? undefined : make(pick(places, random));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlain({ anyOf, oneOf, allOf }: Node): boolean {
  return !anyOf && !oneOf && !allOf;
}

function present(node: Node, value: unknown): string[] {
  return ((node.required ?? []) as string[]).filter((key) => isObject(value) && key in value);
}

/** Whether a union refuses the planted list; one that takes any value cannot be broken. */
function refusesDate(node: Node): boolean {
  return ![...((node.anyOf ?? []) as Node[]), ...((node.oneOf ?? []) as Node[])].some(
    (variant) => Object.keys(variant).length === 0,
  );
}

function keysOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function replace(value: unknown, [key, ...rest]: string[], planted: unknown): unknown {
  if (key === undefined) return planted;
  if (Array.isArray(value))
    return value.map((entry, index) => (String(index) === key ? replace(entry, rest, planted) : entry));
  const { [key]: old, ...others } = value as Record<string, unknown>;
  if (rest.length === 0 && planted === absent) return others;
  return { ...(value as object), [key]: replace(old, rest, planted) };
}
