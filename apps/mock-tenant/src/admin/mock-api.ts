import { refuse } from '../server/errors.ts';
import { type Answer, json, type Request } from '../server/exchange.ts';
import type { Tenant } from '../tenant.ts';

type Handler = (tenant: Tenant, request: Request) => Answer;

/** What a test needs beside the API itself. It takes no key, since the tenant listens on loopback. */
const handlers: Record<string, Handler> = {
  'GET /_mock/health': ({ state }) => json(200, { status: 'ok', now: state.clock.iso() }),
  'POST /_mock/reset': (tenant) => {
    tenant.reset();
    return { status: 204, headers: {} };
  },
  'GET /_mock/requests': ({ journal }) => json(200, { requests: journal.entries }),
};

/** @throws Refusal with 404 where nothing is served under that method and path. */
export function serveMockApi(tenant: Tenant, request: Request): Answer {
  const handler = handlers[`${request.method} ${request.path.replace(/\/$/, '')}`];
  if (!handler) {
    throw refuse(404, `There is no ${request.method} ${request.path}. Known: ${Object.keys(handlers).join(', ')}.`);
  }
  return handler(tenant, request);
}
