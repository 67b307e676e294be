import { type Call, identityOf } from './call.ts';
import type { TinesError } from './errors.ts';

/** Which call an event belongs to. */
export interface CallIdentity {
  /** HTTP method in capitals. */
  readonly method: string;
  /** Path template. */
  readonly path: string;
  /** Where the client was given the table of operations. */
  readonly operationId?: string | undefined;
  /** Which try it is, from 1. */
  readonly attempt: number;
}

/** A try that is about to be sent. */
export interface RequestEvent extends CallIdentity {
  /** As it is sent, with the key in its headers: never log it whole. */
  readonly request: Request;
}

/** An answer, whatever its status. */
export interface ResponseEvent extends RequestEvent {
  /** Read the body from a clone only. */
  readonly response: Response;
}

/** A try that failed and is followed by another one. */
export interface RetryEvent extends CallIdentity {
  /** Milliseconds until the next one. */
  readonly delay: number;
  /** Status of the answer; missing where none came. */
  readonly status?: number | undefined;
}

/** A call that failed for good. */
export interface ErrorEvent extends CallIdentity {
  readonly error: TinesError;
}

/** What watches the calls of a client. A hook that throws is told to the console and changes nothing. */
export interface Hooks {
  onRequest?(event: RequestEvent): void | Promise<void>;
  onResponse?(event: ResponseEvent): void | Promise<void>;
  onRetry?(event: RetryEvent): void | Promise<void>;
  onError?(event: ErrorEvent): void | Promise<void>;
}

/** Calls one hook of each watcher, without waiting for any. */
export function tell<Name extends keyof Hooks>(
  call: Call,
  name: Name,
  event: Omit<Parameters<NonNullable<Hooks[Name]>>[0], keyof CallIdentity>,
): void {
  for (const watcher of call.hooks) {
    (async () => watcher[name]?.({ ...identityOf(call), ...event } as never))().catch((error) => {
      console.error(`${name} threw`, error);
    });
  }
}
