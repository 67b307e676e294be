import { fillKept, type Kept } from '../cases/kept.ts';
import { type Keys, keyNames, secretOf } from '../cases/keys.ts';
import type { CaseRequest, CaseStep } from '../cases/types.ts';
import { type Operation, operations } from '../document/document.ts';
import type { Call } from './call.ts';

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
    path: fillKept(path, kept) as Record<string, unknown>,
    query: fillKept(query, kept) as Record<string, unknown>,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), withKeys(value, keys)]),
    ),
    body: fillKept(body, kept),
    trailingSlash,
  };
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
