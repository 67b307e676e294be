import { createTenant, type Tenant, type TenantOptions } from '../src/index.ts';

export type Scheme = 'bearer' | 'user_token';

/** What a test sends: a key in one of the two headers, and perhaps a JSON body. */
export interface Ask {
  key?: string;
  scheme?: Scheme;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A tenant without a socket, and a function that asks it: `await ask('GET /api/v1/info', {key})`. */
export function openTenant(options: TenantOptions = {}) {
  const tenant = createTenant({ onFault: rethrow, ...options });
  return { tenant, ask: (line: string, details: Ask = {}) => send(tenant, line, details) };
}

function rethrow(error: unknown): never {
  throw error;
}

export interface Answered {
  status: number;
  headers: Headers;
  // Bodies are read by what a test knows of them.
  // biome-ignore lint/suspicious/noExplicitAny: the test asserts the shape
  body: any;
}

async function send(tenant: Tenant, line: string, { key, scheme = 'bearer', body, headers }: Ask): Promise<Answered> {
  const [method = 'GET', target = '/'] = line.split(' ');
  const sent = new Headers(headers);
  if (key !== undefined && scheme === 'bearer') sent.set('authorization', `Bearer ${key}`);
  if (key !== undefined && scheme === 'user_token') sent.set('x-user-token', key);
  if (body !== undefined && !sent.has('content-type')) sent.set('content-type', 'application/json');
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await tenant.fetch(
    new Request(`http://tenant.example${target}`, { method, headers: sent, ...(body !== undefined && { body: text }) }),
  );
  const answered = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: answered === '' || !isJson(response) ? answered || undefined : JSON.parse(answered),
  };
}

function isJson(response: Response): boolean {
  return /[/+]json\b/.test(response.headers.get('content-type') ?? '');
}
