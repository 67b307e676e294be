import { type Keys, keyNames, secretOf } from '../cases/keys.ts';
import type { CaseRequest, CaseStep } from '../cases/types.ts';
import { type Operation, operations } from '../document/document.ts';
import type { Call } from './call.ts';

/** Values that earlier steps of a case have kept. */
export type Kept = ReadonlyMap<string, unknown>;

/** @throws TypeError where the document has no operation of that id. */
export function operationNamed(id: string): Operation {
  const operation = operations.get(id);
  if (!operation) throw new TypeError(`The document has no operation "${id}".`);
  return operation;
}

/** Puts a step into a call: kept values and keys in headers take the places that stand for them. */
export function fillCall(
  { operation, request = {} }: Pick<CaseStep, 'operation' | 'request'>,
  kept: Kept,
  keys: Keys,
): Call {
  const { path = {}, query = {}, headers = {}, body, trailingSlash = false }: CaseRequest = request;
  return {
    operation: operationNamed(operation),
    path: fill(path, kept) as Record<string, unknown>,
    query: fill(query, kept) as Record<string, unknown>,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), withKeys(value, keys)]),
    ),
    body: fill(body, kept),
    trailingSlash,
  };
}

function fill(value: unknown, kept: Kept): unknown {
  if (Array.isArray(value)) return value.map((entry) => fill(entry, kept));
  if (typeof value !== 'object' || value === null) return value;
  const { $kept } = value as { $kept?: unknown };
  if (typeof $kept === 'string') return kept.get($kept);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fill(entry, kept)]));
}

function withKeys(value: string, keys: Keys): string {
  return value.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const known = keyNames.find((key) => key === name);
    return known === undefined ? whole : (secretOf(keys, known) ?? '');
  });
}

/** The value at a JSON pointer, undefined where there is none. */
export function valueAt(body: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined),
      body,
    );
}
