/** What the docs read of the bundled document: operations with their parameters, bodies and marks, references resolved. */
import { readFile } from 'node:fs/promises';

/** Any JSON value of the document. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A parameter, its reference resolved. */
export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  schema?: { [key: string]: Json };
  example?: Json;
  style?: string;
  explode?: boolean;
}

/** How sure a statement is, and where it was read. */
export interface Evidence {
  level: 'documented' | 'observed' | 'inferred' | 'assumed';
  source: string;
}

/** An operation as the document writes it. */
export interface OperationObject {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  deprecated?: boolean;
  security?: Json[];
  parameters?: (Parameter | Reference)[];
  requestBody?: { required?: boolean; content: Record<string, MediaType> };
  responses: Record<string, { description?: string; content?: Record<string, MediaType> } | Reference>;
  'x-evidence': Evidence;
  'x-access'?: { right: string };
  'x-availability'?: { requires: string; note: string };
  'x-pagination'?: { style: 'page' | 'cursor'; items: string };
  'x-rate-limit': { class: string; perMinute: number };
  'x-idempotent'?: boolean;
  'x-sunset'?: string;
  'x-codeSamples'?: CodeSample[];
}

/** A sample that the renderer shows beside an operation. */
export interface CodeSample {
  lang: string;
  label: string;
  source: string;
}

export interface MediaType {
  schema?: Json;
  examples?: Record<string, { summary?: string; value: Json } | Reference>;
}

export interface Reference {
  $ref: string;
}

/** The bundled document. */
export interface OpenApiDocument {
  info: { title: string; version: string; description: string };
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, unknown>>;
  components: Record<string, Record<string, unknown>>;
}

/** An operation with its place. */
export interface Operation {
  id: string;
  method: string;
  path: string;
  tag: string;
  parameters: Parameter[];
  object: OperationObject;
}

const methods = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** Reads the bundle that `@tines-openapi/spec` ships. */
export async function loadDocument(): Promise<OpenApiDocument> {
  return JSON.parse(await readFile(new URL(import.meta.resolve('@tines-openapi/spec/openapi.json')), 'utf8'));
}

/** Every operation of the document, in the order of its sections and then of its paths. */
export function listOperations(document: OpenApiDocument): Operation[] {
  const order = new Map(document.tags.map(({ name }, index) => [name, index]));
  const operations: Operation[] = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const object = item[method] as OperationObject | undefined;
      if (object === undefined) continue;
      const shared = (item.parameters ?? []) as (Parameter | Reference)[];
      const parameters = [...shared, ...(object.parameters ?? [])].map((one) => resolve<Parameter>(document, one));
      const tag = object.tags[0] ?? '';
      operations.push({ id: object.operationId, method: method.toUpperCase(), path, tag, parameters, object });
    }
  }
  return operations.sort((a, b) => (order.get(a.tag) ?? 0) - (order.get(b.tag) ?? 0));
}

/**
 * Follows a reference inside the document.
 *
 * @throws When it leads nowhere.
 */
export function resolve<T extends object>(document: OpenApiDocument, value: T | Reference): T {
  if (!('$ref' in value)) return value;
  const [, , kind = '', name = ''] = value.$ref.split('/');
  const target = document.components[kind]?.[name];
  if (target === undefined) throw new Error(`The document refers to ${value.$ref}, which it does not have.`);
  return resolve(document, target as T);
}

/** The first example of a body: its media type and its value; undefined where the operation takes none. */
export function exampleBody(
  document: OpenApiDocument,
  operation: Operation,
): { mediaType: string; value: Json } | undefined {
  const first = Object.entries(operation.object.requestBody?.content ?? {})[0];
  const example = Object.values(first?.[1].examples ?? {})[0];
  if (first === undefined || example === undefined) return undefined;
  return { mediaType: first[0], value: resolve<{ value: Json }>(document, example).value };
}

/**
 * The address of an operation inside the reference, from the root of the site. The shorter `#operation/<id>` leads there too,
 * by way of a page that says there is none until the renderer has found it.
 */
export function referenceLink({ id, tag }: Pick<Operation, 'id' | 'tag'>): string {
  return `reference/index.html#/${tag.toLowerCase().replaceAll(' ', '-')}/${id.toLowerCase()}`;
}
