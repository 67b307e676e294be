import type { CaseRequest } from '../cases/types.ts';
import { type Operation, operations } from '../document/document.ts';

/** A read that the check makes: the operation, and the ids that its path needs from answers of others. */
export interface PlannedRead {
  operation: Operation;
  /** Names of the parameters that take them, in the path and in the query. */
  needs: string[];
}

/**
 * The reads of a check in their order: what needs no id first, then what needs ids of those answers. Only GET is planned.
 * Webhooks are left out, since calling one starts a story.
 */
export function planReads(sections: readonly string[] = []): PlannedRead[] {
  return [...operations.values()]
    .filter(({ method, path }) => method === 'get' && !path.startsWith('/webhook/'))
    .filter(({ section }) => sections.length === 0 || sections.includes(section))
    .map((operation) => ({ operation, needs: neededIds(operation) }))
    .sort((one, other) => one.needs.length - other.needs.length);
}

function neededIds({ path, parameters }: Operation): string[] {
  const inQuery = parameters.filter(
    (parameter) => parameter.in === 'query' && parameter.required && /_id$/.test(parameter.name),
  );
  return [...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string), ...inQuery.map(({ name }) => name)];
}

/** Ids that answers have shown, by the name of the path parameter that takes them. Two are kept for each. */
export class KnownIds {
  readonly #ids = new Map<string, unknown[]>();
  readonly #named = new Map<string, unknown>();
  readonly #perName: number;

  constructor(perName = 2) {
    this.#perName = perName;
  }

  /** Keeps the ids of the entries of a list: `story_id` from the `id` of the entries of `stories`. */
  learn({ path, pagination }: Operation, body: unknown): void {
    const name = idParameterBelow(path);
    if (name === undefined || typeof body !== 'object' || body === null) return;
    const key = pagination?.items;
    const lists = key === undefined ? Object.values(body) : [(body as Record<string, unknown>)[key]];
    const entries = Array.isArray(body) ? body : (lists.find(Array.isArray) ?? []);
    const field = name.endsWith('_guid') ? 'guid' : 'id';
    for (const entry of entries as unknown[]) {
      const id =
        (entry as Record<string, unknown> | null)?.[name] ?? (entry as Record<string, unknown> | null)?.[field];
      if (typeof id !== 'string' && typeof id !== 'number') continue;
      this.#keep(path, id);
      if (!this.#named.has(name)) this.#named.set(name, id);
    }
  }

  /** The first id that was met for a parameter of that name, wherever it stands. */
  named(name: string): unknown {
    return this.#named.get(name);
  }

  /** Requests that fill the path of an operation with known ids; none where an id is not known. */
  requestsFor({ path }: Operation): CaseRequest[] {
    let filled: Record<string, unknown>[] = [{}];
    for (const { name, list } of parametersOf(path)) {
      const known = this.#ids.get(list) ?? [];
      filled = filled.flatMap((values) => known.map((id) => ({ ...values, [name]: id })));
    }
    return filled.slice(0, this.#perName).map((values) => ({ path: values }));
  }

  #keep(list: string, id: unknown): void {
    const known = this.#ids.get(list) ?? [];
    if (known.length < this.#perName && !known.includes(id)) this.#ids.set(list, [...known, id]);
  }
}

/** The path parameter that stands right below a list, such as `story_id` below `/api/v1/stories`. */
function idParameterBelow(path: string): string | undefined {
  const below = [...operations.values()].map((operation) => operation.path.startsWith(`${path}/{`) && operation.path);
  const first = below.find((entry) => entry !== false);
  return first ? /\{(\w+)\}/.exec(first.slice(path.length))?.[1] : undefined;
}

/** Each parameter of a path with the list whose entries it names: `story_id` of `/api/v1/stories/{story_id}/runs`. */
function parametersOf(path: string): { name: string; list: string }[] {
  return [...path.matchAll(/\/\{(\w+)\}/g)].map(({ 1: name, index }) => ({
    name: name as string,
    list: path.slice(0, index),
  }));
}
