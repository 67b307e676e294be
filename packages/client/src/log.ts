import { configError } from './errors.ts';
import type { CallIdentity, Hooks } from './hooks.ts';

/** What lines are written to, such as `console` or any logger with these methods. */
export interface Logger {
  debug(message: string, fields: object): void;
  warn(message: string, fields: object): void;
  error(message: string, fields: object): void;
}

export interface LogOptions {
  /** Names of the headers whose values may be logged, of requests and answers. None that can carry a secret. */
  headers?: readonly string[];
}

const secretHeaders = ['authorization', 'x-user-token', 'cookie', 'set-cookie', 'proxy-authorization'];

/**
 * Writes one line for each answer (`debug`), each try that is repeated (`warn`) and each failed call (`error`). Lines hold
 * methods, path templates, statuses, times and the headers that are allowed; never a body, a filled path or a key.
 *
 * @returns What the option `hooks` of a client takes.
 * @throws TinesError with the code `config` where a header is allowed that carries secrets.
 */
export function logTo(
  logger: Logger,
  { headers: allowed = ['content-type', 'retry-after', 'x-request-id'] }: LogOptions = {},
): Hooks {
  const secret = allowed.find((name) => secretHeaders.includes(name.toLowerCase()));
  if (secret !== undefined) throw configError(`The header ${secret} carries secrets and cannot be logged.`);
  const started = new WeakMap<Request, number>();
  const shown = (headers: Headers) =>
    Object.fromEntries(allowed.flatMap((name) => (headers.has(name) ? [[name.toLowerCase(), headers.get(name)]] : [])));
  return {
    onRequest({ request }) {
      started.set(request, performance.now());
    },
    onResponse({ request, response, ...identity }) {
      const duration = Math.round(performance.now() - (started.get(request) ?? Number.NaN));
      logger.debug(`${nameOf(identity)} ${response.status} in ${duration} ms`, {
        ...identity,
        status: response.status,
        duration,
        headers: { ...shown(request.headers), ...shown(response.headers) },
      });
    },
    onRetry({ delay, status, ...identity }) {
      const why = status === undefined ? 'got no answer' : `answered ${status}`;
      logger.warn(`${nameOf(identity)} ${why}, again in ${Math.round(delay)} ms`, { ...identity, status, delay });
    },
    onError({ error }) {
      logger.error(error.message, error.toJSON());
    },
  };
}

function nameOf({ method, path, operationId }: CallIdentity): string {
  return operationId ?? `${method} ${path}`;
}
