import { type Auth, createKeyring, type Keyring } from './auth.ts';
import { configError, kindOf } from './errors.ts';
import { hintFor } from './hints.ts';
import type { Hooks } from './hooks.ts';
import type { Limiter } from './limiter.ts';
import { defaultRetry, type RetryPolicy, retryable } from './retry.ts';
import { normalizeTenant } from './tenant-url.ts';

/** Time limits in milliseconds; 0 for none. */
export interface Timeouts {
  /** For one try, its body included; a stream that is handed on counts until its headers. 30,000 unless set. */
  readonly attempt?: number;
  /** For the whole call with all its tries and waits. None unless set. */
  readonly total?: number;
}

/** What is known of an operation beyond its shapes: by default from method and path, at best from the document. */
export interface OperationMarks {
  readonly operationId?: string;
  /** Whether a second try has no further effect. */
  readonly repeatable: boolean;
  /** Class of its rate limit. */
  readonly rateClass?: string;
  /** What a status can mean for this operation. */
  hint(status: number): string | undefined;
}

/** What a call can set for itself, beside parameters and body. */
export interface CallOptions {
  /** Whether, or how, to send this call again. A POST is repeated only if this says so. */
  retry?: boolean | Partial<RetryPolicy> | undefined;
  timeout?: Timeouts | undefined;
}

export interface TinesClientOptions {
  /** The tenant: its host, such as `acme.tines.com`, its address, or its name under `tines.com`. */
  tenant: string;
  /** The API key and the header that carries it, or a function that gives it. */
  auth: Auth;
  /** Lets `http` reach more than loopback. The key then travels in the clear. */
  allowHttp?: boolean;
  /** Used in place of `globalThis.fetch`, which is looked up at each call. */
  fetch?: (request: Request) => Promise<Response>;
  /** Whether, or how, to send calls again that have no further effect: all but POST. */
  retry?: boolean | Partial<RetryPolicy>;
  timeout?: Timeouts;
  /** From `createLimiter`; share one among the clients of a tenant. */
  limiter?: Limiter;
  /** What watches the calls, such as `logTo(console)`. */
  hooks?: Hooks | readonly Hooks[];
  /** Your program, such as `story-backup/1.2`: goes into `User-Agent` where the platform lets it. */
  app?: string;
  /** The marks of each operation, from `@tines-openapi/client/operations`. */
  operations?: (method: string, path: string) => OperationMarks | undefined;
}

/** The options after their check. */
export interface Settings {
  readonly origin: string;
  readonly auth?: Auth;
  readonly keyring?: Keyring;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly retry: RetryPolicy;
  readonly timeout: Timeouts;
  readonly limiter?: Limiter;
  readonly hooks: readonly Hooks[];
  readonly app?: string;
  readonly operations: (method: string, path: string) => OperationMarks;
}

/** The names that options may have, each with every kind of value that it takes. Numbers are 0 or more. */
const known =
  ' tenant:string auth:string auth:object auth:function allowHttp:boolean fetch:function retry:boolean retry:object' +
  ' timeout:object limiter:object hooks:object app:string operations:function';
const knownOfRetry = ' attempts:number baseDelay:number maxDelay:number maxWait:number';
const knownOfTimeout = ' attempt:number total:number';

/**
 * Checks the options of a client and fills in what is not set.
 *
 * @throws TinesError with the code `config` that names the option, the kind of its value and what is allowed.
 */
export function resolveOptions(options: TinesClientOptions): Settings {
  check(options, known);
  const { auth, allowHttp, fetch, hooks, operations, tenant } = options;
  return {
    ...options,
    fetch: fetch ?? ((request) => globalThis.fetch(request)),
    operations: (method, path) => operations?.(method, path) ?? { repeatable: retryable(method, path), hint: hintFor },
    ...resolveCall(options, { retry: defaultRetry, timeout: { attempt: 30_000 } }),
    hooks: [hooks ?? []].flat(),
    origin: normalizeTenant(tenant, allowHttp),
    keyring: createKeyring(auth),
  };
}

/** Checks what a call or a client says of retries and time limits, and puts it over what holds otherwise. */
export function resolveCall(
  { retry, timeout }: CallOptions,
  outer: Pick<Settings, 'retry' | 'timeout'>,
): Pick<Settings, 'retry' | 'timeout'> {
  return {
    retry: { ...outer.retry, ...(retry === false ? { attempts: 1 } : check(retry, knownOfRetry)) },
    timeout: { ...outer.timeout, ...check(timeout, knownOfTimeout) },
  };
}

function check<Options>(options: Options, known: string): Exclude<Options, boolean | undefined> {
  for (const [name, value] of Object.entries(Object(options))) {
    const kind = kindOf(value);
    if (value !== undefined && !known.includes(` ${name}:${kind}`)) {
      throw configError(`Option ${name} cannot be ${kind}, only${known}.`);
    }
  }
  return options as Exclude<Options, boolean | undefined>;
}
