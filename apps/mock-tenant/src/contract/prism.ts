import { transformOas3Operations } from '@stoplight/http-spec/oas3';
import { createLogger } from '@stoplight/prism-core';
import { createInstance, type IHttpConfig, type IHttpRequest } from '@stoplight/prism-http';
import { refuse } from '../server/errors.ts';
import type { Answer, Request } from '../server/exchange.ts';
import { document, escapePointer, type Operation, resolvePointer } from './document.ts';

/**
 * Prism is loaded only when an operation needs it, and is handed that one operation: reading the whole document takes it
 * half a second.
 */
const base: IHttpConfig = {
  isProxy: false,
  checkSecurity: false,
  validateRequest: false,
  validateResponse: false,
  errors: false,
  mock: { dynamic: false },
} as IHttpConfig;

const instance = createInstance(base, { logger: createLogger('prism', { level: 'silent' }) });
const read = new Map<string, ReturnType<typeof transformOas3Operations>>();

/** The one operation as Prism reads it, from a document that holds nothing else. */
function readOperation({ id, path, method }: Operation) {
  const known = read.get(id);
  if (known) return known;
  const item = resolvePointer(`#/paths/${escapePointer(path)}`);
  const paths = { [path]: { parameters: item.parameters, [method]: item[method] } };
  const made = transformOas3Operations({ ...document, paths } as never);
  read.set(id, made);
  return made;
}

/** The answer that Prism makes from the examples of the document. The `Prefer` header chooses status and example. */
export async function answerFromExample(operation: Operation, request: Request, body: unknown): Promise<Answer> {
  const preference = readPreference(request.headers.prefer);
  const input: IHttpRequest = {
    method: operation.method,
    url: { path: request.path, query: Object.fromEntries(request.query) },
    headers: { accept: request.headers.accept ?? '*/*' },
    body,
  };
  const config = { ...base, mock: preference } as IHttpConfig;
  const result = await instance.request(input, readOperation(operation), config)();
  if (result._tag === 'Left') throw refuse(404, `Prism has no answer: ${result.left.message}`);
  const { statusCode, headers = {}, body: answered } = result.right.output;
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
  const empty = answered === undefined || statusCode === 204;
  return { status: statusCode, headers: lower, body: empty ? undefined : answered };
}

/** Reads `code=404, example=not-found, dynamic=true` (RFC 7240). */
function readPreference(prefer: string | undefined): { dynamic: boolean; code?: number; exampleKey?: string } {
  const pairs = (prefer ?? '').split(/[,;]/).map((pair) => pair.trim().split('='));
  const wanted = Object.fromEntries(pairs.map(([name, value]) => [name, value?.replace(/^"|"$/g, '')]));
  return {
    dynamic: wanted.dynamic === 'true',
    ...(wanted.code && { code: Number(wanted.code) }),
    ...(wanted.example && { exampleKey: wanted.example }),
  };
}
