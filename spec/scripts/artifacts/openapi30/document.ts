import { escapeKey, isObject, type Json, type JsonObject, listOf, objectAt, operationsOf } from '../../json.ts';
import { componentsReached } from '../components.ts';
import { convertNamed, convertSchema, type Lose } from './schema.ts';

/** What a 3.0 reader does not get, and what it gets instead. */
export interface Loss {
  lost: string;
  instead: string;
  /** Pointers into the 3.1 document. */
  at: string[];
}

/** The document in OpenAPI 3.0.3, for generators that read no 3.1, with a list of what that costs. */
export function convertDocument(document: JsonObject): { document: JsonObject; losses: Loss[] } {
  const losses = new Map<string, Loss>();
  const lose: Lose = (pointer, lost, instead) => {
    const loss = losses.get(lost) ?? { lost, instead, at: [] };
    loss.at.push(pointer);
    losses.set(lost, loss);
  };
  const { jsonSchemaDialect: _, webhooks, info, paths, components, ...rest } = document;
  if (webhooks !== undefined) lose('#/webhooks', 'Webhooks.', 'Nothing.');
  const all = {
    ...rest,
    openapi: '3.0.3',
    info: convertInfo(objectAt(info), lose),
    paths: convertPaths(objectAt(paths), lose),
    components: convertComponents(objectAt(components), lose),
  };
  const used = { ...all, components: componentsReached(all, all.paths) };
  return { document: used, losses: [...losses.values()].map((loss) => ({ ...loss, at: loss.at.sort() })) };
}

function convertInfo(info: JsonObject, lose: Lose): JsonObject {
  const { summary, license, ...rest } = info;
  const { identifier, ...plain } = objectAt(license);
  if (summary !== undefined) lose('#/info/summary', 'The summary of the document.', 'Its description.');
  if (identifier !== undefined) lose('#/info/license/identifier', 'The identifier of the licence.', 'Its name.');
  return { ...rest, ...(license === undefined ? {} : { license: plain }) };
}

function convertPaths(paths: JsonObject, lose: Lose): JsonObject {
  for (const { path, method, node } of operationsOf({ paths })) {
    if (!('requestBody' in node) || !['get', 'delete', 'head'].includes(method)) continue;
    lose(
      `#/paths/${escapeKey(path)}/${method}/requestBody`,
      `The certainty of a body on a ${method.toUpperCase()}.`,
      'The body is there, and 3.0.3 lets readers pass over it: some generators do.',
    );
  }
  return walk(paths, '#/paths', lose) as JsonObject;
}

function convertComponents(components: JsonObject, lose: Lose): JsonObject {
  return Object.fromEntries(
    Object.entries(components).map(([kind, group]) => {
      const at = `#/components/${kind}`;
      if (kind === 'schemas') return [kind, convertNamed(objectAt(group), at, lose)];
      return [kind, kind === 'examples' ? group : walk(group, at, lose)];
    }),
  );
}

// Everything that is no schema is the same in both versions, so only the places that hold schemas matter.
function walk(value: Json, at: string, lose: Lose): Json {
  if (Array.isArray(value)) return value.map((item, index) => walk(item, `${at}/${index}`, lose));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]): [string, Json] => {
    const place = `${at}/${escapeKey(key)}`;
    if (key === 'schema') return [key, convertSchema(item, place, lose)];
    if (key === 'content') return [key, convertContent(objectAt(item), place, lose)];
    if (key === 'example' || key === 'examples' || key.startsWith('x-')) return [key, item];
    return [key, walk(item, place, lose)];
  });
  return Object.fromEntries(entries);
}

// 3.1 says that a body is a file by saying nothing of it.
function convertContent(content: JsonObject, at: string, lose: Lose): JsonObject {
  return Object.fromEntries(
    Object.entries(content).map(([type, media]) => {
      const converted = objectAt(walk(media, `${at}/${escapeKey(type)}`, lose));
      const isFile = !/json|text|xml|form/.test(type) && listOf(Object.keys(objectAt(converted.schema))).length === 0;
      return [type, isFile ? { ...converted, schema: { type: 'string', format: 'binary' } } : converted];
    }),
  );
}
