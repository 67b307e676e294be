import { escapeKey, isObject, type Json, type JsonObject, listOf, objectAt, operationsOf, resolve } from '../json.ts';

/** One example of a body. */
export interface BodyExample {
  name: string;
  summary?: string;
  value: Json;
  /** Where the value stands in the document. */
  pointer: string;
}

/** A body of a request or an answer in one media type. */
export interface Body {
  operationId: string;
  path: string;
  /** Undefined for a request. */
  status?: string;
  mediaType: string;
  schema: Json | undefined;
  examples: BodyExample[];
}

/** Every body of a document, in its order. Shared answers appear once for each operation. */
export function bodiesOf(document: JsonObject): Body[] {
  return operationsOf(document).flatMap(({ id, path, method, node }) => {
    const at = `#/paths/${escapeKey(path)}/${method}`;
    const bodies = mediaTypes(document, node.requestBody, `${at}/requestBody`, { operationId: id, path });
    for (const [status, response] of Object.entries(objectAt(node, 'responses'))) {
      bodies.push(...mediaTypes(document, response, `${at}/responses/${status}`, { operationId: id, path, status }));
    }
    return bodies;
  });
}

/** Whether a media type is JSON, SCIM's and others with their own names among them. */
export function isJson(mediaType: string): boolean {
  return /[/+]json\b/.test(mediaType);
}

type Place = Pick<Body, 'operationId' | 'path' | 'status'>;

function mediaTypes(document: JsonObject, holder: Json | undefined, at: string, place: Place): Body[] {
  const pointer = pointerOf(holder) ?? at;
  return Object.entries(objectAt(resolve(document, holder), 'content')).map(([mediaType, media]) => ({
    ...place,
    mediaType,
    schema: objectAt(media).schema,
    examples: examplesOf(document, objectAt(media), `${pointer}/content/${escapeKey(mediaType)}`),
  }));
}

function examplesOf(document: JsonObject, media: JsonObject, at: string): BodyExample[] {
  const named = Object.entries(objectAt(media, 'examples')).flatMap(([name, example]): BodyExample[] => {
    const resolved = resolve(document, example);
    if (!isObject(resolved) || resolved.value === undefined) return [];
    const { summary, value } = resolved;
    const pointer = `${pointerOf(example) ?? `${at}/examples/${escapeKey(name)}`}/value`;
    return [{ name, ...(typeof summary === 'string' ? { summary } : {}), value, pointer }];
  });
  const single = media.example;
  return single === undefined ? named : [...named, { name: 'example', value: single, pointer: `${at}/example` }];
}

function pointerOf(value: Json | undefined): string | undefined {
  return isObject(value) && typeof value.$ref === 'string' ? value.$ref : undefined;
}

/** The types that a schema names, none where it leaves that open. */
export function typesOf(schema: JsonObject): string[] {
  const type = schema.type;
  return Array.isArray(type) ? listOf(type).map(String) : type === undefined ? [] : [String(type)];
}
