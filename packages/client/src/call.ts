import { longestError } from './answer.ts';
import { TinesError, type TinesErrorCode } from './errors.ts';
import type { CallIdentity } from './hooks.ts';
import type { OperationMarks, Settings } from './options.ts';
import { problemsOf } from './problems.ts';
import { waitOf } from './retry.ts';

/** What is known of a call while it runs, over the settings of its client. */
export interface Call extends Settings {
  /** HTTP method in capitals. */
  readonly method: string;
  /** Path template. */
  readonly path: string;
  readonly marks: OperationMarks;
  readonly signal?: AbortSignal | null | undefined;
  /** Whether it may be sent more than once. */
  readonly repeatable: boolean;
  /** Whether the caller reads the body of a good answer as a stream. */
  readonly stream: boolean;
  /** Which try is on its way, from 1. */
  attempt: number;
}

/** Which call and which try, for errors and hooks. */
export function identityOf({ method, path, marks, attempt }: Call): CallIdentity {
  return { method, path, operationId: marks.operationId, attempt };
}

/** The error for a call. `what` goes on from method and path: `got no answer`. */
export function failure(call: Call, code: TinesErrorCode, what: string, cause?: unknown, more?: object): TinesError {
  return new TinesError({ ...identityOf(call), code, message: `${call.method} ${call.path} ${what}`, cause, ...more });
}

/** The error for a call without an answer, or with half of one. An error of this client stays as it is. */
export function noAnswer(call: Call, cause: unknown): TinesError {
  const late = (cause as Error | undefined)?.name === 'TimeoutError';
  return asError(call, cause, call.signal?.aborted ? 'aborted' : late ? 'timeout' : 'network');
}

/** An error of this client as it is; any other thing that was thrown as the cause of one. */
export function asError(call: Call, cause: unknown, code: TinesErrorCode = 'config'): TinesError {
  return cause instanceof TinesError ? cause : failure(call, code, `got no answer (${code})`, cause);
}

/** The error for an answer, whose body is given as it was read: its status, or a `parse` error where there is a cause. */
export function answerError(call: Call, { status, headers }: Response, body: unknown, cause?: unknown): TinesError {
  const problems = problemsOf(body);
  const code = cause ? 'parse' : status < 400 ? 'origin' : status === 429 ? 'rate_limit' : 'http';
  const type = cause ? ` with ${headers.get('content-type')} in place of JSON` : '';
  const said = problems[0] ? `: ${problems[0].message}` : '';
  return failure(call, code, `answered ${status}${type}${said}`, cause, {
    status,
    wait: waitOf(headers),
    requestId: headers.get('x-request-id'),
    problems,
    hint: call.marks.hint(status),
    body: cause ? `${body}`.slice(0, longestError) : body,
  });
}
