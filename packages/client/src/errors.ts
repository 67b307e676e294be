/** What kind of failure it was: a wrong option, an answer with an error status, or no answer at all. */
export type TinesErrorCode = 'config' | 'http' | 'network';

interface TinesErrorFields {
  code: TinesErrorCode;
  message: string;
  method?: string;
  path?: string;
  status?: number;
  body?: unknown;
  cause?: unknown;
}

const brand = Symbol.for('@tines-openapi/client/error');

/** The one error of the client. Tell kinds apart by `code`. No message and no field holds a key. */
export class TinesError extends Error {
  override readonly name = 'TinesError';
  readonly [brand] = true;
  readonly code: TinesErrorCode;
  /** HTTP method in capitals. */
  readonly method: string | undefined;
  /** Path template, such as `/api/v1/stories/{story_id}`; never the filled path. */
  readonly path: string | undefined;
  /** HTTP status of the answer. */
  readonly status: number | undefined;
  /** Body of the answer as it came: JSON where it was JSON, text otherwise. */
  readonly body: unknown;

  constructor({ code, message, method, path, status, body, cause }: TinesErrorFields) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.method = method;
    this.path = path;
    this.status = status;
    this.body = body;
  }
}

/** Whether a value is an error of this client, also of another copy of it. */
export function isTinesError(value: unknown): value is TinesError {
  return typeof value === 'object' && value !== null && brand in value;
}

/** The error for an answer whose status is an error. */
export function httpError(method: string, path: string, status: number, body: unknown): TinesError {
  const said = firstMessage(body);
  const message = `${method} ${path} answered ${status}${said === undefined ? '' : `: ${said}`}`;
  return new TinesError({ code: 'http', message, method, path, status, body });
}

/** The first text in an error body, whichever of the known shapes it has. */
function firstMessage(body: unknown): string | undefined {
  if (typeof body === 'string') return body.slice(0, 200) || undefined;
  if (Array.isArray(body)) return firstMessage(body[0]);
  if (typeof body !== 'object' || body === null) return undefined;
  const { error, errors, message } = body as Record<string, unknown>;
  if (typeof message === 'string') return message;
  return firstMessage(error) ?? firstMessage(errors);
}

/** The error for a call that got no answer. */
export function networkError(method: string, path: string, cause: unknown): TinesError {
  return new TinesError({ code: 'network', message: `${method} ${path} got no answer`, method, path, cause });
}
