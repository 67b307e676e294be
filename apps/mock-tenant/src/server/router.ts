import FindMyWay from 'find-my-way';
import { type Operation, operations } from '../contract/document.ts';

/** What a path and a method lead to. */
export type Route =
  | { found: 'operation'; operation: Operation; params: Record<string, string | undefined> }
  | { found: 'path'; allowed: string[] }
  | { found: 'nothing' };

const router = FindMyWay({ ignoreTrailingSlash: true, maxParamLength: 2000 });
const byPath = new Map<string, Operation[]>();

for (const operation of operations) {
  byPath.set(operation.path, [...(byPath.get(operation.path) ?? []), operation]);
}
for (const [path, here] of byPath) {
  const pattern = path.replaceAll(/\{(\w+)\}/g, ':$1');
  for (const operation of here) router.on(verb(operation.method), pattern, noop, operation);
  const put = here.find(({ method }) => method === 'put');
  // Several pages name PATCH beside PUT and people send it everywhere; only metadata tells the two apart.
  if (put && !here.some(({ method }) => method === 'patch') && !path.endsWith('/metadata')) {
    router.on('PATCH', pattern, noop, put);
  }
}

// A word that people put where an id belongs: it is a path that no page knows, not an id that is wrong.
for (const method of ['GET', 'POST', 'PUT'] as const) {
  router.on(method, '/api/v1/stories/:story_id/versions/restore', noop, undefined);
}

function noop(): void {}

function verb(method: string): FindMyWay.HTTPMethod {
  return method.toUpperCase() as FindMyWay.HTTPMethod;
}

const aliases: readonly (readonly [RegExp, string])[] = [
  [/^\/api\/v1\/agents(?=\/|$)/, '/api/v1/actions'],
  [/^\/api\/v1\/annotations(?=\/|$)/, '/api/v1/notes'],
];

/** The path under its present name: agents are actions, annotations are notes. */
export function canonicalPath(path: string): string {
  return aliases.reduce((result, [older, present]) => result.replace(older, present), path);
}

/** @param method In capitals. */
export function route(method: string, path: string): Route {
  const canonical = canonicalPath(path);
  const match = router.find(method as FindMyWay.HTTPMethod, canonical);
  if (match?.store) return { found: 'operation', operation: match.store as Operation, params: match.params };
  const allowed = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'].filter(
    (other) => router.find(other as FindMyWay.HTTPMethod, canonical)?.store,
  );
  return allowed.length > 0 ? { found: 'path', allowed } : { found: 'nothing' };
}

/** The operation that a method and a path lead to, if one does. */
export function operationAt(method: string, path: string): Operation | undefined {
  return router.find(method as FindMyWay.HTTPMethod, canonicalPath(path))?.store as Operation | undefined;
}
