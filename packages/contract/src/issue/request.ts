import type { CaseRequest } from '../cases/types.ts';
import { type Operation, operations } from '../document/document.ts';
import { findOperation } from '../drift/routes.ts';
import { FormError, labels } from './form.ts';
import type { Message } from './message.ts';

/**
 * The operation that a form names, by its id or by method and path, and which must be the one that was sent to.
 *
 * @throws FormError where the document has none, or the two differ.
 */
export function readOperation(named: string, { first }: Message): Operation {
  const { method, path } = readTarget(first);
  const sentTo = findOperation(method, path);
  if (!sentTo) throw new FormError([`The document has no operation for "${method} ${path}" of "${labels.sent}".`]);
  const [, namedMethod, namedPath] = /^`?([A-Za-z]+)\s+(\/[^`\s?]*)/.exec(named) ?? [];
  const meant =
    namedMethod !== undefined && namedPath !== undefined
      ? findOperation(namedMethod, namedPath)
      : operations.get(named.replaceAll('`', ''));
  if (!meant) throw new FormError([`"${labels.operation}" names "${named}", which the document does not have.`]);
  if (meant === sentTo) return meant;
  throw new FormError([
    `"${labels.operation}" names ${meant.id}, but "${labels.sent}" is a call of ${sentTo.id}. Write down the call that it is about.`,
  ]);
}

/**
 * The request of a case. A path parameter that was left as the document writes it gets the example of the document.
 *
 * @throws FormError for a query parameter that came twice in a way that no case can say.
 */
export function readRequest(operation: Operation, { first, body }: Message): CaseRequest {
  const { path, query } = readTarget(first);
  const pathValues = readPath(operation, path);
  const queryValues = Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      return [name.replace(/\[\]$/, ''), name.endsWith('[]') || values.length > 1 ? values : values[0]];
    }),
  );
  return {
    ...(Object.keys(pathValues).length > 0 && { path: pathValues }),
    ...(Object.keys(queryValues).length > 0 && { query: queryValues }),
    ...(body !== undefined && { body }),
  };
}

function readPath({ path: template, parameters }: Operation, path: string): Record<string, unknown> {
  const sent = path.replace(/\/$/, '').split('/');
  const entries = template.split('/').flatMap((part, at): [string, unknown][] => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return [];
    const text = decodeURIComponent(sent[at] ?? '');
    const { example } = parameters.find((parameter) => parameter.name === name) ?? {};
    if (/^(\{.*\}|\[redacted\])$/.test(text)) return [[name, example]];
    return [[name, typeof example === 'number' && /^\d+$/.test(text) ? Number(text) : text]];
  });
  return Object.fromEntries(entries);
}

function readTarget(first: string): { method: string; path: string; query: URLSearchParams } {
  const [, method, target] = /^([A-Za-z]+)\s+(\S+)/.exec(first) ?? [];
  const relative = target?.replace(/^https?:\/\/[^/]+/, '');
  if (method === undefined || !relative?.startsWith('/')) {
    throw new FormError([
      `"${labels.sent}" must begin with method and path, such as GET /api/v1/stories, not with "${first.slice(0, 40)}".`,
    ]);
  }
  const [path = '', query = ''] = relative.split('?', 2);
  return { method: method.toUpperCase(), path, query: new URLSearchParams(query) };
}
