import { type Operation, operations } from '../document/document.ts';

interface Route {
  pattern: RegExp;
  operation: Operation;
}

/** Fixed parts win over parameters: `/stories/batch` before `/stories/{story_id}`. */
const routes: readonly Route[] = [...operations.values()]
  .map((operation) => ({ pattern: patternOf(operation.path), operation }))
  .sort((one, other) => parameters(one.operation) - parameters(other.operation));

function patternOf(path: string): RegExp {
  const escaped = path.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '[^/]+');
  return new RegExp(`^${escaped}/?$`);
}

function parameters({ path }: Operation): number {
  return path.split('{').length - 1;
}

/** Older names of paths that are still in use: agents are actions, annotations are notes. */
const aliases: readonly (readonly [RegExp, string])[] = [
  [/^\/api\/v1\/agents(?=\/|$)/, '/api/v1/actions'],
  [/^\/api\/v1\/annotations(?=\/|$)/, '/api/v1/notes'],
];

/** @returns The operation that a request is for, undefined where the document has none. */
export function findOperation(method: string, path: string): Operation | undefined {
  const present = aliases.reduce((result, [older, newer]) => result.replace(older, newer), path);
  const wanted = method.toLowerCase();
  return routes.find(({ pattern, operation }) => operation.method === wanted && pattern.test(present))?.operation;
}
