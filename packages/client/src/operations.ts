/** The table of operations for a client: marks of the document in place of the defaults, and calls by operation id. */

import type { paths } from '@tines-openapi/types';
import {
  type OperationId,
  type OperationInfo,
  type OperationRoutes,
  operations as table,
} from '@tines-openapi/types/operations';
import type { InitArguments, ParseAs } from './calls.ts';
import type { TinesClient } from './client.ts';
import { hintFor } from './hints.ts';
import type { OperationMarks } from './options.ts';
import type { TinesResult } from './result.ts';

export type { OperationId, OperationInfo, OperationRoutes };

const byRoute = new Map(table.map((operation) => [`${operation.method.toUpperCase()} ${operation.path}`, operation]));
const byId = new Map(table.map((operation) => [operation.id, operation]));

/**
 * What the document says of an operation. Give this function to the option `operations` of a client.
 *
 * @param method In capitals.
 * @param path The template.
 */
export function operations(method: string, path: string): OperationMarks | undefined {
  const operation = byRoute.get(`${method} ${path}`);
  if (!operation) return undefined;
  return {
    operationId: operation.id,
    repeatable: operation.idempotent,
    rateClass: operation.rateLimit.class,
    hint: (status) => hintOf(operation, status),
  };
}

function hintOf({ right, sunset }: OperationInfo, status: number): string | undefined {
  const hints = [hintFor(status)];
  if (right !== undefined && (status === 403 || status === 404)) hints.push(`It needs the right ${right}.`);
  if (sunset !== undefined && status === 404) hints.push(`This operation ends on ${sunset}.`);
  return hints.filter(Boolean).join(' ') || undefined;
}

type Route<Id extends OperationId> = OperationRoutes[Id];
/**
 * Calls an operation by its id.
 *
 * @returns The same as the call by method and path.
 * @throws RangeError where the document has no such operation.
 */
export function call<Id extends OperationId, As extends ParseAs = 'json'>(
  client: TinesClient,
  id: Id,
  ...init: InitArguments<Route<Id>['path'], Route<Id>['method'], As>
): Promise<TinesResult<paths[Route<Id>['path']][Route<Id>['method']], As>> {
  const operation = byId.get(id);
  if (!operation) throw new RangeError(`There is no operation ${id}.`);
  const method = operation.method.toUpperCase() as 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';
  return (client[method] as unknown as (path: string, init: unknown) => never)(operation.path, init[0]);
}
