import { distance } from 'fastest-levenshtein';
import { type Operation, operationById, operations } from '../contract/document.ts';
import { type Invention, inventions, renamed } from './invented-paths.ts';
import { canonicalPath, operationAt } from './router.ts';

/**
 * Tells which operation is meant by a method and a path that lead to none: by a list of what people invent, by names that
 * changed, and else by spelling.
 *
 * @param method In capitals.
 * @returns A sentence for the refusal.
 */
export function suggest(method: string, path: string): string {
  const invention = inventionAt(method, canonicalPath(path));
  if (invention) {
    const meant = invention.meant.flatMap((id) => operationById.get(id) ?? []);
    return `Meant is perhaps ${list(meant)}${invention.hint === undefined ? '' : `: ${invention.hint}`}.`;
  }
  const present = renamed.reduce((result, [older, newer]) => result.replace(older, newer), canonicalPath(path));
  const operation = operationAt(method, present);
  if (operation) return `Meant is perhaps ${list([operation])}.`;
  return `Nearest: ${list(nearestOperations(present))}.`;
}

/** What is meant by a path that exists, under a method that it does not have; undefined where nobody is known to try it. */
export function suggestMethod(method: string, path: string): string | undefined {
  return inventionAt(method, canonicalPath(path)) && suggest(method, path);
}

function inventionAt(method: string, path: string): Invention | undefined {
  return inventions.find(
    (invention) => (invention.method ?? method) === method && patternOf(invention.path).test(path.replace(/\/$/, '')),
  );
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('*', '[^/]+')}$`);
}

function list(found: readonly Operation[]): string {
  return found.map(({ id, method, path }) => `${method.toUpperCase()} ${path} (${id})`).join(', ');
}

/** The operations whose paths look most like this one. */
function nearestOperations(path: string, count = 3): Operation[] {
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
    .slice(0, 300)
    .split('/')
    .map((part) => (/^(\{.*\}|\d+|[0-9a-f-]{32,36})$/.test(part) ? '*' : part))
    .join('/');
}
