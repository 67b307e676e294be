/**
 * Sends one call, below the caller's middleware, in this order:
 *
 * 1. refuse any origin but the tenant's
 * 2. keep the body, if it may be sent again
 * 3. for each try: the key, the limiter, the time limit, fetch, the body of the answer
 * 4. done, or once more with a new key after a 401, or wait and try again, or fail
 *
 * Errors with a status are answers here: middleware shall see them. What has no answer is thrown as a `TinesError`.
 */

import { readAnswer } from './answer.ts';
import type { AuthHeader } from './auth.ts';
import { type Call, failure, noAnswer } from './call.ts';
import type { TinesError } from './errors.ts';
import { tell } from './hooks.ts';
import { delayFor, shouldRetry, waitOf } from './retry.ts';
import { sleep, within } from './timing.ts';

/**
 * @returns The last answer, its body read unless it is a stream.
 * @throws TinesError for everything that is no answer.
 */
export function send(request: Request, call: Call): Promise<Response> {
  return within((whole) => attempts(request, call, whole), call.signal, call.timeout.total).catch((cause) => {
    throw noAnswer(call, cause);
  });
}

async function attempts(built: Request, call: Call, whole: AbortSignal): Promise<Response> {
  const { limiter, marks, path, repeatable, retry, timeout } = call;
  if (!built.url.startsWith(`${call.origin}/`)) throw failure(call, 'origin', `may only go to ${call.origin}`);
  // A webhook has a secret of its own in its address.
  const keyring = path.startsWith('/webhook/') ? undefined : call.keyring;
  let renewable = keyring && typeof call.auth === 'function';
  const body = built.body && (repeatable || renewable) ? await built.arrayBuffer() : undefined;
  let key = await keyring?.(false);
  let lost = false;
  for (;;) {
    const turn = await limiter?.acquire({ key: key?.[1], path, rateClass: marks.rateClass, signal: whole });
    const outcome: Response | TinesError = await within(
      async (signal) => {
        const request = new Request(built, { signal, redirect: 'manual', ...(body && { body }) });
        if (key) setKey(request.headers, key);
        tell(call, 'onRequest', { request });
        // A redirect is an answer: it is not followed, so that the key goes nowhere else.
        const response = await readAnswer(await call.fetch(request), call.stream);
        tell(call, 'onResponse', { request, response });
        return response;
      },
      whole,
      timeout.attempt,
    ).catch((cause) => noAnswer(call, cause));
    // Where no answer came, there are neither headers nor a status.
    const { status, headers } = outcome as Partial<Response>;
    const wait = waitOf(headers);
    turn?.end(status, wait);
    whole.throwIfAborted();

    if (status === 401 && renewable) {
      renewable = false;
      const fresh = await keyring?.(true);
      if (`${fresh}` !== `${key}`) {
        key = fresh;
        continue;
      }
    }
    // The answer to an earlier try got lost: this one says that the object is gone, which is what was asked for.
    if (lost && status === 404 && call.method === 'DELETE') return new Response(null, { status: 204 });
    const failed = { attempt: call.attempt, status, wait, repeatable };
    if (!shouldRetry(failed, retry)) {
      if (headers) return outcome as Response;
      throw outcome;
    }
    lost ||= !headers;
    const delay = delayFor(failed, retry, Math.random());
    tell(call, 'onRetry', { delay, status });
    await sleep(delay, whole);
    call.attempt++;
  }
}

/** Exactly one header carries a key: what a caller set by hand is taken away first. */
function setKey(headers: Headers, key: AuthHeader): void {
  headers.delete('authorization');
  headers.delete('x-user-token');
  headers.set(...key);
}
