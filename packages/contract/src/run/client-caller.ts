import { createTinesClient, isTinesError, type TinesClient } from '@tines-openapi/client';
import type { Answer } from '../judge/answer.ts';
import {
  answersJson,
  type Call,
  type Caller,
  type Credentials,
  mediaTypeOf,
  readBody,
  sentMediaType,
  templateOf,
} from './call.ts';

type Verb = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';
type UntypedCall = (
  path: string,
  init: Record<string, unknown>,
) => Promise<{ data?: unknown; error?: unknown; response: Response | undefined }>;

/**
 * A caller that goes through the client by method and path template, so that it needs nothing per operation.
 *
 * @throws TypeError at a call without a key: the client refuses to be made without one.
 */
export function clientCaller(target: string): Caller {
  const clients = new Map<string, TinesClient>();
  const clientFor = ({ secret, scheme }: Credentials) => {
    if (secret === null) throw new TypeError('The client sends a key with every call.');
    const name = `${scheme} ${secret}`;
    const auth = scheme === 'bearer' ? { bearer: secret } : { userToken: secret };
    const client = clients.get(name) ?? createTinesClient({ tenant: target, auth, retry: false });
    clients.set(name, client);
    return client;
  };
  return async (call, credentials) => {
    // The table names paths as text; the types of the client know each of them.
    const send = clientFor(credentials)[call.operation.method.toUpperCase() as Verb] as unknown as UntypedCall;
    const { data, error, response } = await send(templateOf(call), initOf(call));
    if (!response) throw isTinesError(error) ? (error.cause ?? error) : error;
    if (!response.ok) return toAnswer(response, (error as { body?: unknown }).body);
    if (!(data instanceof ArrayBuffer)) return toAnswer(response, data);
    const mediaType = mediaTypeOf(response.headers.get('content-type'));
    return { status: response.status, mediaType, ...readBody(new Uint8Array(data), mediaType) };
  };
}

function initOf(call: Call): Record<string, unknown> {
  const contentType = sentMediaType(call);
  return {
    params: { path: call.path, query: asText(call) },
    ...(call.body !== undefined && { body: call.body }),
    headers: { ...(contentType && { 'content-type': contentType }), ...call.headers },
    parseAs: answersJson(call.operation) ? 'json' : 'arrayBuffer',
  };
}

/** A parameter that travels as JSON in one text is written by the caller of the client. */
function asText({ operation, query }: Call): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const described = operation.parameters.find((parameter) => parameter.name === name);
      if (described?.json && typeof value !== 'string') return [name, JSON.stringify(value)];
      return [name, described?.commas && Array.isArray(value) ? value.join(',') : value];
    }),
  );
}

function toAnswer(response: Response, body: unknown): Answer {
  const mediaType = mediaTypeOf(response.headers.get('content-type'));
  return { status: response.status, mediaType, body: body === '' ? undefined : body };
}
