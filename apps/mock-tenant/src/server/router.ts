import { distance } from 'fastest-levenshtein';
import FindMyWay from 'find-my-way';
import { type Operation, operations } from '../contract/document.ts';

/** What a path and a method lead to. */
export type Route =
  | { found: 'operation'; operation: Operation; params: Record<string, string | undefined> }
  | { found: 'path'; allowed: string[] }
  | { found: 'nothing'; nearest: Operation[] };

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
  if (match) return { found: 'operation', operation: match.store as Operation, params: match.params };
  const allowed = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'].filter(
    (other) => router.find(other as FindMyWay.HTTPMethod, canonical) !== null,
  );
  return allowed.length > 0 ? { found: 'path', allowed } : { found: 'nothing', nearest: nearestOperations(canonical) };
}

/** The operations whose paths look most like this one. */
export function nearestOperations(path: string, count = 3): Operation[] {
  const wanted = shape(path);
  return operations
    .map((operation) => ({ operation, far: distance(wanted, shape(operation.path)) }))
    .sort((one, other) => one.far - other.far)
    .slice(0, count)
    .map(({ operation }) => operation);
}

/** Ids and names of parameters say nothing about which path was meant. */
function shape(path: string): string {
  return path
    .split('/')
    .map((part) => (/^(\{.*\}|\d+|[0-9a-f-]{32,36})$/.test(part) ? '*' : part))
    .join('/');
}
