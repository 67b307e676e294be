/** What the release gate reads of an OpenAPI document. */
export interface OpenApiDocument {
  info: { version: string };
  paths?: Record<string, Record<string, unknown>>;
  webhooks?: Record<string, unknown>;
  components?: Record<string, Record<string, unknown>>;
}

/** An operation of a document. */
export interface Operation {
  id: string;
  method: string;
  path: string;
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** @returns The operations of a document, in its order. */
export function listOperations({ paths = {} }: OpenApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method] as { operationId?: string } | undefined;
      if (operation === undefined) return [];
      const label = `${method.toUpperCase()} ${path}`;
      return [{ id: operation.operationId ?? label, method, path }];
    }),
  );
}

/** @returns The words of a JSON pointer (`#/paths/~1api/get`). */
export function readPointer(pointer: string): string[] {
  return pointer
    .replace(/^#?\/?/, '')
    .split('/')
    .filter((word) => word !== '')
    .map((word) => word.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What stands where in a document, and which operations it is about. */
export class Reach {
  readonly #document: OpenApiDocument;
  readonly #operations: Operation[];
  readonly #users = new Map<string, Operation[]>();

  constructor(document: OpenApiDocument) {
    this.#document = document;
    this.#operations = listOperations(document);
    const referenced = new Map<string, Set<string>>();
    for (const [kind, parts] of Object.entries(document.components ?? {})) {
      for (const [name, part] of Object.entries(parts))
        referenced.set(`#/components/${kind}/${name}`, collectReferences(part));
    }
    for (const operation of this.#operations) {
      const item = document.paths?.[operation.path] ?? {};
      const own = collectReferences([item[operation.method], item.parameters]);
      for (const part of closure(own, referenced)) {
        const known = this.#users.get(part);
        if (known === undefined) this.#users.set(part, [operation]);
        else known.push(operation);
      }
    }
  }

  /**
   * @param place The words of a pointer: of a path, or of a shared part.
   * @returns The operations of that path, or those that use the part, by themselves or through another one.
   */
  at([first, second = '', third]: readonly string[]): Operation[] {
    if (first === 'components') return this.#users.get(`#/components/${second}/${third}`) ?? [];
    const ofPath = this.#operations.filter(({ path }) => first === 'paths' && path === second);
    const own = ofPath.filter(({ method }) => method === third);
    return own.length > 0 ? own : ofPath;
  }

  /** @returns The words of the pointer to what a way leads to, once the references on the way are followed. */
  follow(way: readonly string[]): string[] {
    let place: string[] = [];
    let value: unknown = this.#document;
    for (const word of way) {
      // A comparison names the reference itself where other words stand beside it.
      if (word === '$ref') continue;
      place.push(word);
      value = (value as Record<string, unknown> | undefined)?.[word];
      const { $ref: reference } = Object(value) as { $ref?: unknown };
      if (typeof reference !== 'string') continue;
      place = this.follow(readPointer(reference));
      value = place.reduce<unknown>((inner, next) => (inner as Record<string, unknown>)?.[next], this.#document);
    }
    return place;
  }
}

function collectReferences(value: unknown, into: Set<string> = new Set()): Set<string> {
  if (typeof value !== 'object' || value === null) return into;
  for (const [key, inner] of Object.entries(value)) {
    if (key === '$ref' && typeof inner === 'string') into.add(inner);
    else collectReferences(inner, into);
  }
  return into;
}

function closure(start: Set<string>, referenced: Map<string, Set<string>>): Set<string> {
  const reached = new Set(start);
  // A set hands out what is added while it is walked.
  for (const part of reached) for (const next of referenced.get(part) ?? []) reached.add(next);
  return reached;
}
