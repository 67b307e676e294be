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

/** Which operations reach which shared part of a document, each by its pointer, as in `#/components/schemas/Story`. */
export class Reach {
  readonly #operations = new Map<string, Operation[]>();

  constructor(document: OpenApiDocument) {
    const referenced = new Map<string, Set<string>>();
    for (const [kind, parts] of Object.entries(document.components ?? {})) {
      for (const [name, part] of Object.entries(parts))
        referenced.set(`#/components/${kind}/${name}`, collectReferences(part));
    }
    for (const operation of listOperations(document)) {
      const item = document.paths?.[operation.path] ?? {};
      const own = collectReferences([item[operation.method], item.parameters]);
      for (const part of closure(own, referenced)) {
        const known = this.#operations.get(part);
        if (known === undefined) this.#operations.set(part, [operation]);
        else known.push(operation);
      }
    }
  }

  /** @returns The operations that use a shared part, by themselves or through another one. */
  of(part: string): Operation[] {
    return this.#operations.get(part) ?? [];
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
