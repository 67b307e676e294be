import { isDeepStrictEqual } from 'node:util';
import type { Resource } from '@tines-openapi/types';
import { Refusal } from '../server/exchange.ts';
import { refuseField } from './refusals.ts';

/** Which element of a value a call means. A number may come as text of digits. */
export interface Place {
  key?: string | undefined;
  index?: number | string | undefined;
}

/** A value as it is kept: text that holds a JSON array or object becomes that array or object. */
export function readValue(sent: unknown): unknown {
  if (typeof sent !== 'string' || !/^\s*[[{]/.test(sent)) return sent;
  try {
    const value: unknown = JSON.parse(sent);
    // What is too deep to be written again stays text, or no answer could show it.
    JSON.stringify(value);
    return value;
  } catch {
    return sent;
  }
}

/** A value as answers show it: as text unless its own type is asked for. A file is an object in either case. */
export function shownValue(value: unknown, typed: boolean | undefined): Resource['value'] {
  return (typed || isFile(value) ? value : asText(value)) as Resource['value'];
}

/** Text as it is, everything else as JSON. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The value with text or elements put at its end. */
export function appended(value: unknown, sent: unknown): unknown[] | string {
  if (typeof value === 'string' && typeof sent === 'string') return value + sent;
  const elements = readValue(sent);
  if (Array.isArray(value) && Array.isArray(elements)) return [...value, ...elements];
  throw refuseField('/value', `Only text goes onto text and an array onto an array; the value is ${kindOf(value)}.`);
}

/** The value with one element in the place of another, or under a new key of an object. */
export function replaced(value: unknown, place: Place, element: unknown, expected: unknown): object {
  if (isObject(value)) {
    const key = keyOf(place);
    demandExpected(Object.hasOwn(value, key) ? value[key] : null, expected);
    return { ...value, [key]: element };
  }
  const index = indexIn(value, place);
  if (index === undefined) throw refuseField('/index', 'index is required for an array.');
  const list = value as unknown[];
  demandExpected(list[index], expected);
  return list.with(index, element);
}

/** The value without one element, and that element. Without an index an array loses its last one. */
export function removed(value: unknown, place: Place, expected: unknown): { rest: object; element: unknown } {
  if (isObject(value)) {
    const key = keyOf(place);
    const has = Object.hasOwn(value, key);
    demandExpected(has ? value[key] : null, expected);
    if (!has) throw refuseField('/key', 'The object has no such key.');
    const rest = Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
    return { rest, element: value[key] };
  }
  const list = value as unknown[];
  const index = indexIn(value, place) ?? list.length - 1;
  if (index < 0) throw refuseField('/index', 'The array is empty.');
  demandExpected(list[index], expected);
  return { rest: list.toSpliced(index, 1), element: list[index] };
}

/** Compare and swap: null counts as not sent. How the refusal names the value it found is on no page. */
function demandExpected(found: unknown, expected: unknown): void {
  if (expected === undefined || expected === null || isDeepStrictEqual(found, expected)) return;
  throw new Refusal(422, { current_value: found });
}

function keyOf({ key }: Place): string {
  if (key === undefined) throw refuseField('/key', 'key is required for an object.');
  return key;
}

/** @returns The position in an array, or undefined where the call names none. */
function indexIn(value: unknown, { index }: Place): number | undefined {
  if (!Array.isArray(value)) {
    throw refuseField('', `Only arrays and objects have elements; the value is ${kindOf(value)}.`);
  }
  if (index === undefined) return undefined;
  const position = Number(index);
  if (position < value.length) return position;
  throw refuseField('/index', `index must be below the length of the array, which is ${value.length}.`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isFile(value);
}

function isFile(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { name, contents, type, ...more } = value as Record<string, unknown>;
  const named = typeof name === 'string' && typeof contents === 'string';
  return named && (type === undefined || typeof type === 'string') && Object.keys(more).length === 0;
}

function kindOf(value: unknown): string {
  if (isFile(value)) return 'a file';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value === 'string' ? 'text' : typeof value}`;
}
