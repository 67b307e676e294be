import type { Expectation } from './types.ts';

/** Values that earlier steps of a case have kept. */
export type Kept = ReadonlyMap<string, unknown>;

/** A kept value in what an answer must hold. It came from an answer, so messages show its name and never the value. */
export class KeptValue {
  readonly name: string;
  readonly value: unknown;

  constructor(name: string, value: unknown) {
    this.name = name;
    this.value = value;
  }
}

/** @returns The name in `{"$kept": name}`, undefined for every other value. */
function keptName(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return undefined;
  const { $kept } = value as { $kept?: unknown };
  return typeof $kept === 'string' ? $kept : undefined;
}

/** Puts kept values into the places of a request that stand for them. */
export function fillKept(value: unknown, kept: Kept): unknown {
  return replaceKept(value, (name) => kept.get(name));
}

/** Puts kept values into the places of an expectation that stand for them. */
export function fillExpectation(expect: Expectation, kept: Kept): Expectation {
  const { includes, schema } = expect;
  return {
    ...expect,
    ...(includes !== undefined && { includes: replaceKept(includes, (name) => new KeptValue(name, kept.get(name))) }),
    ...(schema && { schema: fillKept(schema, kept) as Record<string, unknown> }),
  };
}

/** The value itself where nothing in it is replaced, so that a schema without kept values stays the same object. */
function replaceKept(value: unknown, replacementFor: (name: string) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const name = keptName(value);
  if (name !== undefined) return replacementFor(name);
  const entries = Object.entries(value);
  const replaced = entries.map(([key, entry]) => [key, replaceKept(entry, replacementFor)] as const);
  if (replaced.every(([, entry], index) => entry === entries[index]?.[1])) return value;
  return Array.isArray(value) ? replaced.map(([, entry]) => entry) : Object.fromEntries(replaced);
}

/** A place that stands for a kept value. */
export interface KeptPlace {
  /** Undefined where the place is spelled wrong. */
  name: string | undefined;
  /** Key that the place stands under; empty at the top. */
  under: string;
}

/** Every place in a value that stands, or means to stand, for a kept value. */
export function keptPlaces(value: unknown, under = ''): KeptPlace[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value) && '$kept' in value) return [{ name: keptName(value), under }];
  return Object.entries(value).flatMap(([key, entry]) => keptPlaces(entry, Array.isArray(value) ? under : key));
}
