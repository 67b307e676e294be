import source from '@tines-openapi/spec/openapi.json' with { type: 'json' };
import type { OperationId } from '@tines-openapi/types/operations';

export const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;
export type Method = (typeof methods)[number];

/** A schema of the document, as far as the tenant looks into one itself. */
export interface Schema {
  type?: string | string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
}

export interface Parameter {
  name: string;
  /** The name without the brackets of a list, as a person calls it. */
  title: string;
  /** Names under which it is taken in a query: with and without the brackets of a list. */
  spellings: readonly string[];
  in: 'path' | 'query' | 'header';
  required: boolean;
  /** Whether a value outside the bounds is replaced rather than refused. */
  lenient: boolean;
  /** Whether the value is JSON in one text, as a parameter with `content` is. */
  json: boolean;
  /** Whether the value is an object with each field in brackets. */
  deep: boolean;
  schema: Schema;
  /** The document's example of a value. */
  example: unknown;
  /** Pointer to the schema in the document. */
  pointer: string;
}

/** One body of a request or an answer, in one media type. */
export interface Content {
  mediaType: string;
  /** Pointer to the schema in the document; undefined where the document gives none. */
  pointer: string | undefined;
  /** Whether there may be no body at all. */
  optional: boolean;
}

/** An operation as the tenant needs it to route, to judge and to answer. */
export interface Operation {
  id: OperationId;
  method: Method;
  /** Path template, such as `/api/v1/stories/{story_id}`. */
  path: string;
  section: string;
  /** Name of the right in `access.yaml`; undefined on operations that take no key. */
  right: string | undefined;
  rateLimit: { class: string; perMinute: number };
  parameters: Parameter[];
  /** Every name under which a query of it can hold something, but for the fields of parameters with brackets. */
  queryNames: ReadonlySet<string>;
  body: { required: boolean; content: Content[] } | undefined;
  /** Contents by status. A status without a body has none. */
  responses: Record<string, Content[]>;
}

interface Node {
  [key: string]: unknown;
}

/** Follows a JSON pointer of the document such as `#/components/schemas/Story`. */
export function resolvePointer(pointer: string, source: object = document): Node {
  return pointer
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<Node>((node, part) => node[part] as Node, source as Node);
}

/** A key as it stands in a JSON pointer (RFC 6901). */
export function escapePointer(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}

/**
 * Reads every operation of an OpenAPI document, in its order.
 *
 * @param root Name under which the judge knows the document, where it is not the one of the API. Stands before the pointers.
 */
export function readOperations(source: { paths: object }, root = ''): Operation[] {
  const reader = new Reader(source, root);
  return Object.entries(source.paths).flatMap(([path, item]) =>
    methods.filter((method) => method in item).map((method) => reader.operation(path, method)),
  );
}

class Reader {
  readonly #source: object;
  readonly #root: string;

  constructor(source: object, root: string) {
    this.#source = source;
    this.#root = root;
  }

  operation(path: string, method: Method): Operation {
    const at = `#/paths/${escapePointer(path)}`;
    const node = resolvePointer(`${at}/${method}`, this.#source);
    const parameters = [...this.#parameters(`${at}/parameters`), ...this.#parameters(`${at}/${method}/parameters`)];
    const body = node.requestBody === undefined ? undefined : this.#follow(`${at}/${method}/requestBody`);
    return {
      id: node.operationId as OperationId,
      method,
      path,
      section: (node.tags as string[])[0] ?? '',
      right: (node['x-access'] as { right: string } | undefined)?.right,
      rateLimit: node['x-rate-limit'] as Operation['rateLimit'],
      parameters,
      queryNames: new Set(parameters.flatMap((parameter) => (parameter.in === 'header' ? [] : parameter.spellings))),
      body: body && { required: body.node.required === true, content: this.#content(body.pointer) },
      responses: Object.fromEntries(
        Object.keys(node.responses as Node).map((status) => [
          status,
          this.#content(`${at}/${method}/responses/${status}`),
        ]),
      ),
    };
  }

  #parameters(at: string): Parameter[] {
    const list = resolvePointer(at, this.#source) as unknown as unknown[] | undefined;
    return (list ?? []).map((_, index) => this.#parameter(`${at}/${index}`));
  }

  #parameter(at: string): Parameter {
    const { node, pointer } = this.#follow(at);
    const json = node.content !== undefined;
    const schema = this.#follow(json ? `${pointer}/content/application~1json/schema` : `${pointer}/schema`);
    const name = node.name as string;
    const title = name.replace(/\[\]$/, '');
    return {
      name,
      title,
      spellings: [title, `${title}[]`],
      in: node.in as Parameter['in'],
      required: node.required === true,
      lenient: node['x-lenient'] === true,
      json,
      example: node.example,
      deep: node.style === 'deepObject',
      schema: schema.node as Schema,
      pointer: `${this.#root}${schema.pointer}`,
    };
  }

  #content(at: string): Content[] {
    const { node, pointer } = this.#follow(at);
    return Object.entries((node.content ?? {}) as Record<string, Node>).map(([mediaType, media]) => ({
      mediaType,
      pointer:
        media.schema === undefined ? undefined : `${this.#root}${pointer}/content/${escapePointer(mediaType)}/schema`,
      optional: node['x-body-optional'] === true,
    }));
  }

  /** The node at the pointer, or the one that its `$ref` leads to, with its own pointer. */
  #follow(pointer: string): { node: Node; pointer: string } {
    const node = resolvePointer(pointer, this.#source);
    return typeof node.$ref === 'string' ? this.#follow(node.$ref) : { node, pointer };
  }
}

/** The whole document, typed plainly: declarations that name its file ask for a compiler that reads JSON. */
export const document: Readonly<Record<string, unknown>> = source;

/** Every operation of the document, in its order. */
export const operations: readonly Operation[] = readOperations(source);

export const operationById: ReadonlyMap<string, Operation> = new Map(operations.map((entry) => [entry.id, entry]));
