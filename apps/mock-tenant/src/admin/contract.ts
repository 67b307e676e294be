import { readFileSync } from 'node:fs';
import FindMyWay from 'find-my-way';
import { type Operation, readOperations } from '../contract/document.ts';
import { addDocument } from '../contract/judge.ts';

/** Name under which the judge knows the document of the mock's own API. */
export const mockDocument = 'mock';
/** Found beside both `src` and `dist`. */
const file = new URL('../../openapi/mock-api.json', import.meta.url);
const source = JSON.parse(readFileSync(file, 'utf8')) as { paths: object };
addDocument(source, mockDocument);

/** The operations of `openapi/mock-api.yaml`. */
export const mockOperations: readonly Operation[] = readOperations(source, mockDocument);

const router = FindMyWay({ ignoreTrailingSlash: true });
for (const operation of mockOperations) {
  const pattern = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
  router.on(operation.method.toUpperCase() as FindMyWay.HTTPMethod, pattern, () => {}, operation);
}

/** What a method and a path of the mock's own API lead to. */
export function routeMock(
  method: string,
  path: string,
): { operation: Operation; params: Record<string, string | undefined> } | undefined {
  const match = router.find(method as FindMyWay.HTTPMethod, path);
  return match ? { operation: match.store as Operation, params: match.params } : undefined;
}
