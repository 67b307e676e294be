import type { Problem } from './problems.ts';

/**
 * What kind of failure it was:
 * `config` a wrong option or a call that cannot be sent, `http` an answer with an error status, `rate_limit` a 429,
 * `timeout` a time limit of this client, `network` no answer or half of one, `parse` an answer that is not what was promised,
 * `aborted` the caller's signal, `origin` an address that must not see the key, `paging` a list that does not end as it should.
 */
export type TinesErrorCode =
  | 'config'
  | 'http'
  | 'rate_limit'
  | 'timeout'
  | 'network'
  | 'parse'
  | 'aborted'
  | 'origin'
  | 'paging';

/** What an error knows beside its message. All of it may stand in a log but `body` and `cause`. */
export interface TinesErrorFields<Body = unknown> {
  code: TinesErrorCode;
  message: string;
  method?: string | undefined;
  path?: string | undefined;
  operationId?: string | undefined;
  status?: number | undefined;
  attempt?: number | undefined;
  wait?: number | undefined;
  requestId?: string | undefined;
  problems?: readonly Problem[] | undefined;
  hint?: string | undefined;
  body?: Body | undefined;
  cause?: unknown;
}

/** The one error of the client. Tell kinds apart by `code`. No message and no field holds a key. */
export class TinesError<Body = unknown> extends Error {
  declare readonly code: TinesErrorCode;
  /** HTTP method in capitals. */
  declare readonly method?: string;
  /** Path template, such as `/api/v1/stories/{story_id}`; never the filled path. */
  declare readonly path?: string;
  /** Id of the operation, where the client was given the table of operations. */
  declare readonly operationId?: string;
  /** HTTP status of the answer. */
  declare readonly status?: number;
  /** Which try failed last, from 1. */
  declare readonly attempt?: number;
  /** Milliseconds that the server asked to wait, by `Retry-After`. */
  declare readonly wait?: number;
  /** `X-Request-Id` of the answer. */
  declare readonly requestId?: string;
  /** What the body of the answer complains of, whichever of the known shapes it has. */
  declare readonly problems?: readonly Problem[];
  /** What the status can mean with this API beyond its plain meaning. */
  declare readonly hint?: string;
  /** Body of the answer as it came, cut at 64 KiB: JSON where it was JSON, text otherwise. Kept out of logs and of JSON. */
  get body(): Body | undefined {
    return this.#body as Body;
  }
  readonly #body: unknown;

  constructor({ message, cause, body, ...fields }: TinesErrorFields<Body>) {
    super(message, cause === undefined ? undefined : { cause });
    for (const [name, value] of Object.entries(fields)) {
      if (value != null) (this as Record<string, unknown>)[name] = value;
    }
    this.#body = body;
  }

  override get name(): string {
    return 'TinesError';
  }

  /** The fields for a log line, without body and cause. */
  toJSON(): Omit<TinesErrorFields, 'body' | 'cause'> {
    return Object.assign({ name: this.name, message: this.message }, this);
  }
}

/** An error of one kind, with the fields that this kind always has. */
export type TinesErrorOf<Code extends TinesErrorCode> = TinesError & { readonly code: Code } & (Code extends
    | 'http'
    | 'rate_limit'
    | 'parse'
    ? { readonly status: number; readonly attempt: number }
    : unknown);

/** Whether a value is an error of this client, also of another copy of it, and of one of the kinds if any are named. */
export function isTinesError<Code extends TinesErrorCode = TinesErrorCode>(
  value: unknown,
  ...codes: Code[]
): value is TinesErrorOf<Code> {
  const { name, code } = Object(value);
  return name === 'TinesError' && (codes.length === 0 || codes.includes(code));
}

/** The kind of a value for a message, which must not show the value itself unless it is null or below 0. */
export function kindOf(value: unknown): string {
  if (value === '') return 'empty';
  return value === null || (typeof value === 'number' && value < 0) ? `${value}` : typeof value;
}

/** The error for a wrong option: what it is and what is allowed. */
export function configError(message: string, cause?: unknown): TinesError {
  return new TinesError({ code: 'config', message, cause });
}
