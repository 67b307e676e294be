import type { Answer } from '../judge/answer.ts';
import { type Call, type Caller, type Credentials, mediaTypeOf, readBody, sentMediaType, templateOf } from './call.ts';

/** Milliseconds that an answer may take, as the client allows too. */
const patience = 30_000;

/**
 * A caller that uses `fetch` alone, so that a fault of the client cannot hide one of the API.
 *
 * @param within Milliseconds that an answer may take. A call that takes longer is a network fault.
 */
export function fetchCaller(target: string, within = patience): Caller {
  return async (call, credentials) => {
    const contentType = sentMediaType(call);
    const init: RequestInit = {
      method: call.operation.method.toUpperCase(),
      headers: {
        accept: 'application/json, */*;q=0.5',
        ...(contentType && { 'content-type': contentType }),
        ...keyHeader(credentials),
        ...call.headers,
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(within),
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    };
    try {
      return await readAnswer(await fetch(target + addressOf(call), init));
    } catch (error) {
      if ((error as Error).name === 'TimeoutError') throw new Error(`nothing within ${within / 1000} s`);
      throw error;
    }
  };
}

function keyHeader({ secret, scheme }: Credentials): Record<string, string> {
  if (secret === null) return {};
  return scheme === 'bearer' ? { authorization: `Bearer ${secret}` } : { 'x-user-token': secret };
}

/** Path and query of a call, filled in as the document styles them. */
export function addressOf(call: Call): string {
  const { operation, path, query } = call;
  const filled = templateOf(call).replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const described = operation.parameters.find((parameter) => parameter.in === 'query' && parameter.name === name);
    if (described?.json) parameters.append(name, typeof value === 'string' ? value : JSON.stringify(value));
    else if (Array.isArray(value) && described?.commas) parameters.append(name, value.join(','));
    else appendValue(parameters, name, value);
  }
  return parameters.size === 0 ? filled : `${filled}?${parameters}`;
}

function appendValue(parameters: URLSearchParams, name: string, value: unknown): void {
  if (Array.isArray(value)) {
    for (const entry of value) parameters.append(name, String(entry));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, entry] of Object.entries(value)) appendValue(parameters, `${name}[${key}]`, entry);
  } else {
    parameters.append(name, String(value));
  }
}

/** Reads an answer: JSON where its media type says so and it parses, text otherwise. */
export async function readAnswer(response: Response): Promise<Answer> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const mediaType = mediaTypeOf(response.headers.get('content-type'));
  return { status: response.status, mediaType, ...readBody(bytes, mediaType) };
}
