import { answerError, asError, type Call } from './call.ts';
import { configError, kindOf } from './errors.ts';
import { hintFor } from './hints.ts';
import { type CallOptions, resolveCall } from './options.ts';
import type { AnyResult } from './result.ts';
import { defaultRetry } from './retry.ts';
import { send } from './send.ts';
import { normalizeTenant } from './tenant-url.ts';
import { userAgent } from './version.ts';

/** A webhook by its action, as `getAction` gives it, and the tenant or a client of it. */
export interface WebhookAction {
  readonly tenant: string | { readonly origin: string };
  readonly action: { readonly options: Readonly<Record<string, unknown>> };
}

export interface WebhookOptions extends CallOptions {
  /** `POST` unless set. The action must list it among its verbs. */
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Headers beside the type of the body, such as a secret that does not stand in the address. */
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
  allowHttp?: boolean;
  fetch?: (request: Request) => Promise<Response>;
  app?: string;
}

/**
 * Starts a story by its webhook. No API key is sent; the secret in the address is the credential, and no error holds it.
 *
 * @param target The whole address, or the action with its tenant.
 * @param body Sent as JSON, but for texts, forms, bytes and streams, which are sent as they are.
 * @returns What the webhook answers: JSON where it says so, and text otherwise, mostly `Ok`.
 * @throws TinesError with the code `config` where the target is no webhook.
 */
export async function triggerWebhook(
  target: string | URL | WebhookAction,
  body?: unknown,
  { method = 'POST', headers, signal, allowHttp, fetch, app, ...own }: WebhookOptions = {},
): Promise<AnyResult> {
  const address = addressOf(target);
  const origin = normalizeTenant(address.origin, allowHttp);
  const call: Call = {
    method,
    // Always the template: the parts of the address are its secret.
    path: '/webhook/{path}/{secret}',
    origin,
    ...resolveCall(own, { retry: defaultRetry, timeout: { attempt: 30_000 } }),
    operations: () => call.marks,
    marks: { operationId: 'triggerWebhook', repeatable: false, rateClass: 'webhooks', hint: hintFor },
    hooks: [],
    fetch: fetch ?? ((request) => globalThis.fetch(request)),
    signal,
    // A story that is started twice runs twice.
    repeatable: !!own.retry,
    stream: false,
    attempt: 1,
  };
  try {
    const request = new Request(address, { method, ...encode(body, { ...userAgent(app), ...headers }) });
    const response = await send(request, call);
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    const data: unknown = json && text ? JSON.parse(text) : text || undefined;
    return response.ok ? { data, response } : { error: answerError(call, response, data), response };
  } catch (cause) {
    return { error: asError(call, cause), response: undefined };
  }
}

function addressOf(target: string | URL | WebhookAction): URL {
  const address = typeof target === 'object' && 'action' in target ? ofAction(target) : String(target);
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^\/webhook\/[^/]+/.test(url.pathname)) {
    throw configError('The target of a webhook must be an address such as https://acme.tines.com/webhook/path/secret.');
  }
  return url;
}

function ofAction({ tenant, action }: WebhookAction): string {
  const { path, secret } = action.options;
  if (typeof path !== 'string') throw configError(`A webhook action has options.path as text, not ${kindOf(path)}.`);
  const origin = typeof tenant === 'string' ? normalizeTenant(tenant) : tenant.origin;
  const parts = [path, typeof secret === 'string' ? secret : ''].filter(Boolean).map(encodeURIComponent);
  return `${origin}/webhook/${parts.join('/')}`;
}

function encode(body: unknown, headers: Record<string, string>): RequestInit {
  if (body === undefined) return { headers };
  const kinds = [Blob, FormData, URLSearchParams, ArrayBuffer, ReadableStream];
  const raw = typeof body === 'string' || ArrayBuffer.isView(body) || kinds.some((kind) => body instanceof kind);
  if (raw) return { headers, body: body as BodyInit, ...(body instanceof ReadableStream && { duplex: 'half' }) };
  return { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}
