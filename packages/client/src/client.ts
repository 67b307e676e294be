import type { paths } from '@tines-openapi/types';
import createClient, { type Client } from 'openapi-fetch';
import { parseAnswer } from './answer.ts';
import { answerError, asError, type Call } from './call.ts';
import type { Method, TinesCall } from './calls.ts';
import type { TinesError } from './errors.ts';
import { tell } from './hooks.ts';
import { type CallOptions, resolveCall, resolveOptions, type Settings, type TinesClientOptions } from './options.ts';
import { fillPath, serializeQuery } from './query.ts';
import type { AnyResult } from './result.ts';
import { send } from './send.ts';
import { userAgent } from './version.ts';

type Verb = Uppercase<Method>;

/** Typed calls by method and path template. A call never throws. */
export type TinesClient = { readonly [V in Verb]: TinesCall<Lowercase<V>> } & Pick<Client<paths>, 'use' | 'eject'> & {
    /** Scheme and host of the tenant. */
    readonly origin: string;
  };

/**
 * Makes a client for one tenant and one key.
 *
 * @throws TinesError with the code `config` where an option is wrong.
 */
export function createTinesClient(options: TinesClientOptions): TinesClient {
  const settings = resolveOptions(options);
  const { origin } = settings;
  const client = createClient<paths>({
    baseUrl: origin,
    headers: userAgent(settings.app),
    querySerializer: serializeQuery as never,
    pathSerializer: fillPath,
  });
  const call =
    (method: Verb) =>
    (path: string, init: UntypedInit = {}) =>
      run(client[method] as unknown as UntypedCall, method, path, init, settings);
  return {
    GET: call('GET'),
    PUT: call('PUT'),
    POST: call('POST'),
    DELETE: call('DELETE'),
    PATCH: call('PATCH'),
    use: client.use,
    eject: client.eject,
    origin,
  } as TinesClient;
}

type UntypedInit = CallOptions & {
  params?: { path?: object };
  parseAs?: string;
  signal?: AbortSignal;
  fetch?: Settings['fetch'];
  headers?: object;
  body?: unknown;
};
type UntypedCall = (path: string, init: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

async function run(
  request: UntypedCall,
  method: Verb,
  path: string,
  { retry, timeout, signal, fetch, parseAs = 'json', ...init }: UntypedInit,
  client: Settings,
): Promise<AnyResult> {
  const json = parseAs === 'json';
  const marks = client.operations(method, path);
  const call: Call = {
    ...client,
    method,
    path,
    marks,
    fetch: fetch ?? client.fetch,
    signal,
    repeatable: !!(retry ?? marks.repeatable),
    stream: parseAs === 'stream',
    attempt: 1,
  };
  let response: Response | undefined;
  let data: unknown;
  let error: TinesError;
  try {
    Object.assign(call, resolveCall({ retry, timeout }, client));
    const answer = await request(path, {
      ...init,
      params: { path: {}, ...init.params },
      parseAs: json ? 'text' : parseAs,
      fetch: (built: Request) => send(built, call),
    });
    ({ data, response } = answer);
    if (response.ok) return { data: json ? parseAnswer(data, response.headers, path) : data, response };
    error = answerError(call, response, answer.error);
  } catch (cause) {
    error = response ? answerError(call, response, data, cause) : asError(call, cause);
  }
  tell(call, 'onError', { error });
  return { error, response };
}
