/** For tests of programs that use the client: no network, nothing global is patched. */
import { createTinesClient, type TinesClient } from './client.ts';
import type { TinesClientOptions } from './options.ts';
import type { RetryPolicy } from './retry.ts';

/** As many tries as by default, without any wait between them. */
export const noDelay: RetryPolicy = { attempts: 3, baseDelay: 0, maxDelay: 0, maxWait: Number.POSITIVE_INFINITY };

/** A client whose requests end in a function of the test. */
export interface ObservedClient {
  readonly client: TinesClient;
  /** Every request that was sent, retries included. Their bodies can still be read. */
  readonly requests: readonly Request[];
}

/**
 * Makes a client whose `fetch` is `answer`.
 *
 * @param answer Gets each request with its number, from 1. What it throws is a network fault.
 * @param options Over a made-up tenant and key, and retries without waits.
 */
export function createObservedClient(
  answer: (request: Request, count: number) => Response | Promise<Response>,
  options: Partial<TinesClientOptions> = {},
): ObservedClient {
  const requests: Request[] = [];
  const client = createTinesClient({
    tenant: 'observed.tines.com',
    auth: 'observed-key',
    retry: noDelay,
    ...options,
    async fetch(request) {
      requests.push(request.clone());
      return answer(request, requests.length);
    },
  });
  return { client, requests };
}

/** Answers of the API that are hard to get on purpose, in the shapes in which they come. */
export const answers = {
  /** 401 for an unknown key. */
  unauthorized: () => Response.json({ error: 'Unauthorized.' }, { status: 401 }),
  /** 404, which also stands for a missing right. */
  notFound: () => Response.json({ error: 'Not found.' }, { status: 404 }),
  /** 422 with one problem a message. */
  invalid: (...messages: string[]) =>
    Response.json({ errors: messages.map((message) => ({ message, details: '' })) }, { status: 422 }),
  /** 400 in the shape of the v2 record operations. */
  badRequest: (message: string, field?: string) =>
    Response.json({ error: { type: 'bad_request', message, ...(field !== undefined && { field }) } }, { status: 400 }),
  /** 429; without seconds it has no `Retry-After`, as no page names one. */
  rateLimited: (seconds?: number) =>
    Response.json(
      { error: 'Rate limit exceeded.' },
      { status: 429, headers: seconds === undefined ? {} : { 'retry-after': String(seconds) } },
    ),
  /** A page of a proxy in front of the tenant. */
  proxyPage: (status = 502) =>
    new Response('<html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>', {
      status,
      headers: { 'content-type': 'text/html' },
    }),
} as const;

/** A network fault as `fetch` throws it. */
export function networkFault(): TypeError {
  return new TypeError('fetch failed');
}
