import access from '@tines-openapi/spec/access.json' with { type: 'json' };
import source from '@tines-openapi/spec/openapi.json' with { type: 'json' };
import { type OperationInfo, operations as table } from '@tines-openapi/types/operations';

/** The whole document, typed plainly: declarations that name its file ask for a compiler that reads JSON. */
export const document: Readonly<Record<string, unknown>> = source;

/** Any object of the document. */
export interface Node {
  [key: string]: unknown;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  /** Whether the value travels as JSON in one text. */
  json: boolean;
  /** Whether a list travels as one text with commas rather than as a repeated parameter. */
  commas: boolean;
  example: unknown;
}

/** A body in one media type, with the examples that the document gives. */
export interface Content {
  mediaType: string;
  /** Pointer to the schema; undefined where the document gives none. */
  pointer: string | undefined;
  examples: { name: string; value: unknown }[];
}

/** An operation as the contract needs it: to send a request and to hold the answer against the document. */
export interface Operation extends OperationInfo {
  parameters: Parameter[];
  body: { required: boolean; content: Content[] } | undefined;
  /** Contents by status; a status without a body has none. */
  responses: Record<string, Content[]>;
}

/** A key as it stands in a JSON pointer (RFC 6901). */
export function escapePointer(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Follows a pointer such as `#/components/schemas/Story`, and every reference that it meets at its end. */
export function follow(pointer: string): { node: Node; pointer: string } {
  const node = pointer
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, part) => (at as Node)[part], document) as Node;
  return typeof node.$ref === 'string' ? follow(node.$ref) : { node, pointer };
}

function examplesOf(pointer: string, media: Node): Content['examples'] {
  if (media.example !== undefined) return [{ name: 'example', value: media.example }];
  return Object.keys((media.examples ?? {}) as Node).map((name) => ({
    name,
    value: follow(`${pointer}/examples/${escapePointer(name)}`).node.value,
  }));
}

function readContent(at: string): Content[] {
  const { node, pointer } = follow(at);
  return Object.entries((node.content ?? {}) as Record<string, Node>).map(([mediaType, media]) => {
    const here = `${pointer}/content/${escapePointer(mediaType)}`;
    const schema = media.schema === undefined ? undefined : `${here}/schema`;
    return { mediaType, pointer: schema, examples: examplesOf(here, media) };
  });
}

function readParameter(at: string): Parameter {
  const { node, pointer } = follow(at);
  const media = (node.content as Record<string, Node> | undefined)?.['application/json'];
  const [example] = media
    ? examplesOf(`${pointer}/content/application~1json`, media)
    : examplesOf(pointer, node as Node);
  return {
    name: node.name as string,
    in: node.in as Parameter['in'],
    required: node.required === true,
    json: media !== undefined,
    commas: node.explode === false,
    example: example?.value,
  };
}

function readParameters(at: string, list: unknown): Parameter[] {
  return ((list ?? []) as unknown[]).map((_, index) => readParameter(`${at}/parameters/${index}`));
}

function readOperation(info: OperationInfo): Operation {
  const item = `#/paths/${escapePointer(info.path)}`;
  const at = `${item}/${info.method}`;
  const { node } = follow(at);
  const body = node.requestBody === undefined ? undefined : follow(`${at}/requestBody`);
  return {
    ...info,
    parameters: [...readParameters(item, follow(item).node.parameters), ...readParameters(at, node.parameters)],
    body: body && { required: body.node.required === true, content: readContent(body.pointer) },
    responses: Object.fromEntries(
      Object.keys(node.responses as Node).map((status) => [status, readContent(`${at}/responses/${status}`)]),
    ),
  };
}

/** Every operation of the document by its id, in the order of the document. */
export const operations: ReadonlyMap<string, Operation> = new Map(table.map((info) => [info.id, readOperation(info)]));

/** What the document says of a right: how far it reaches and which roles hold it. */
export interface Right {
  scope: 'any' | 'team' | 'tenant';
  roles?: string[];
  tenantPermissions?: string[];
}

/** Every right by its name. */
export const rights = access.rights as Record<string, Right>;
