import type { paths } from '@tines-openapi/types';
import createClient, {
  type Client,
  type ClientPathsWithMethod,
  type FetchResponse,
  type MaybeOptionalInit,
  type Middleware,
} from 'openapi-fetch';
import { type Auth, pickAuth } from './auth.ts';
import { httpError, networkError, type TinesError } from './errors.ts';
import { normalizeTenant } from './tenant-url.ts';

export interface TinesClientOptions {
  /** The tenant: a whole host such as `acme.tines.com`, or its address. `http` is allowed for loopback only. */
  tenant: string;
  /** The API key, and the header that carries it. */
  auth: Auth;
  /** Used in place of `globalThis.fetch`, which is looked up at each call. */
  fetch?: (request: Request) => Promise<Response>;
}

type Verb = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';

/** What a call comes to: the data of a good answer, or an error. A call never throws. */
export type TinesResult<Operation extends Record<string | number, unknown>, Init> =
  | Extract<FetchResponse<Operation, Init, `${string}/${string}`>, { error?: never }>
  | { data?: never; error: TinesError; response: Response | undefined };

type Call<Method extends Lowercase<Verb>> = <
  Path extends ClientPathsWithMethod<Client<paths>, Method>,
  Init extends MaybeOptionalInit<paths[Path], Method>,
>(
  path: Path,
  ...init: undefined extends Init ? [init?: Init] : [init: Init]
) => Promise<TinesResult<paths[Path][Method] & Record<string | number, unknown>, Init>>;

/** Typed calls by method and path template. */
export type TinesClient = { readonly [V in Verb]: Call<Lowercase<V>> } & Pick<Client<paths>, 'use' | 'eject'>;

/**
 * Makes a client for one tenant and one key.
 *
 * @throws TinesError with the code `config` where an option is wrong.
 */
export function createTinesClient({ tenant, auth, fetch }: TinesClientOptions): TinesClient {
  const client = createClient<paths>({
    baseUrl: normalizeTenant(tenant),
    fetch: fetch ?? ((request) => globalThis.fetch(request)),
  });
  client.use(authMiddleware(auth));
  return {
    GET: caller(client, 'GET'),
    PUT: caller(client, 'PUT'),
    POST: caller(client, 'POST'),
    DELETE: caller(client, 'DELETE'),
    PATCH: caller(client, 'PATCH'),
    use: client.use,
    eject: client.eject,
  };
}

type UntypedCall = (path: string, init?: unknown) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

function caller<V extends Verb>(client: Client<paths>, verb: V): Call<Lowercase<V>> {
  const call = client[verb] as unknown as UntypedCall;
  const typed = async (path: string, init?: unknown) => {
    try {
      const { data, error, response } = await call(path, init);
      if (response.ok) return { data, response };
      return { error: httpError(verb, path, response.status, error), response };
    } catch (cause) {
      return { error: networkError(verb, path, cause), response: undefined };
    }
  };
  return typed as unknown as Call<Lowercase<V>>;
}

/** Exactly one header carries a key: what a caller set by hand is taken away first. */
function authMiddleware(auth: Auth): Middleware {
  const { name, value } = pickAuth(auth);
  return {
    onRequest({ request }) {
      request.headers.delete('authorization');
      request.headers.delete('x-user-token');
      request.headers.set(name, value);
    },
  };
}
