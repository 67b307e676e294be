/**
 * The order in which a request is served, stated once:
 *
 * size limits (in `http.ts`, before the body is read) → journal → fault script → path class (`/api`, `/webhook`, `/_mock`, the page) →
 * address rules (403, when switched on) → authenticate (401, only `/api`) → SCIM (404, 406, only `/api/scim`) →
 * route (404) → offer (401 without the plan, 404 for what is gone) → rate limit (429, when switched on) →
 * authorise (403 or 404) → contract: request (400 or 422) → respond → contract: answer (500) → audit log → data file → journal.
 *
 * A refusal is held against the document as a good answer is, in `refused.ts`.
 */
import { serveMockApi } from '../admin/mock-api.ts';
import { pickKey } from '../auth/credentials.ts';
import { findStory } from '../auth/target.ts';
import type { Operation } from '../contract/document.ts';
import { readAsLive } from '../contract/live-reading.ts';
import { readFaultHeader, type Strike, strikeOf } from '../faults/faults.ts';
import { recordAudit } from '../state/audit.ts';
import type { Tenant } from '../tenant.ts';
import { authorise } from './authorise.ts';
import { readBody } from './body.ts';
import { demandAllowedAddress, withClientAddress } from './client-address.ts';
import { type Encoded, encode } from './encode.ts';
import { refuse } from './errors.ts';
import { type Answer, type Exchange, json, Refusal, type Request, SteeringRefusal } from './exchange.ts';
import { holdAnswer } from './hold-answer.ts';
import { holdRequest } from './hold-request.ts';
import { identify } from './identify.ts';
import { demandOffered } from './offer.ts';
import { refused } from './refused.ts';
import { respond } from './respond.ts';
import { operationAt, route } from './router.ts';
import { demandScim, isScimPath } from './scim.ts';
import { suggest, suggestMethod } from './suggest.ts';

/** Serves one request. Whatever happens in it, an answer comes back and the tenant goes on. */
export async function serve(tenant: Tenant, request: Request): Promise<Encoded> {
  const started = performance.now();
  const exchange: Exchange = {
    request,
    requestFindings: [],
    unknownQuery: [],
    answerFindings: [],
    answeredBy: 'server',
  };
  const answer = encode(
    await faultyAnswer(tenant, exchange).catch((error: unknown) => answerToError(tenant, exchange, error)),
  );
  if (!isMockPath(request.path) && !isPagePath(tenant, request))
    note(tenant, exchange, answer, performance.now() - started);
  return answer;
}

/** Writes a request into the journal and tells those who listen. Refused ones name the operation that they went to. */
function note(tenant: Tenant, exchange: Exchange, answer: Encoded, milliseconds: number): void {
  const operation = exchange.operation ?? operationAt(exchange.request.method, exchange.request.path);
  if (operation) exchange.operation = operation;
  tenant.listeners.tell(tenant.journal.add(exchange, answer, tenant.state.clock.iso(), milliseconds));
}

/** Whether the request is for a file of the tenant's page, which a tenant can leave out. */
function isPagePath({ options }: Tenant, { method, path }: Request): boolean {
  return options.console && (method === 'GET' || method === 'HEAD') && /^\/($|assets\/)/.test(path);
}

function isMockPath(path: string): boolean {
  return path === '/_mock' || path.startsWith('/_mock/');
}

/** The answer after the fault script: in its place, changed, late, or as it is. */
async function faultyAnswer(tenant: Tenant, exchange: Exchange): Promise<Answer> {
  const strike = strikeOn(tenant, exchange.request);
  if (!strike) return answerTo(tenant, exchange);
  exchange.fault = strike.kind;
  await tenant.options.wait(strike.delay(tenant.state.random));
  const answer = strike.answer();
  if (answer) return answer;
  return strike.change(
    await answerTo(tenant, exchange).catch((error: unknown) => answerToError(tenant, exchange, error)),
  );
}

/** The fault that this request asks for in a header, or that was planted for requests like it. */
function strikeOn(tenant: Tenant, { method, path, headers }: Request): Strike | undefined {
  if (!/^\/(api|webhook)(\/|$)/.test(path)) return undefined;
  const header = headers['x-mock-fault'];
  if (header !== undefined) return strikeByHeader(header);
  if (tenant.faults.list().length === 0) return undefined;
  return tenant.faults.strike({ method, operation: operationAt(method, path), key: pickKey(headers)?.secret });
}

function strikeByHeader(header: string): Strike {
  try {
    return strikeOf(readFaultHeader(header));
  } catch (error) {
    throw new SteeringRefusal(`x-mock-fault: ${(error as Error).message}`);
  }
}

async function answerTo(tenant: Tenant, exchange: Exchange): Promise<Answer> {
  exchange.request = withClientAddress(exchange.request);
  const { request } = exchange;
  if (isMockPath(request.path)) return serveMockApi(tenant, request);
  if (isPagePath(tenant, request)) return (await import('../page/page.ts')).servePage(request, tenant.options);
  if (!/^\/(api|webhook)(\/|$)/.test(request.path)) {
    throw refuse(404, `Nothing is served at ${request.path}. The API is under /api, webhooks under /webhook.`);
  }
  demandAllowedAddress(tenant.state, request);
  if (request.path.startsWith('/api')) authenticateExchange(tenant, exchange);
  if (isScimPath(request.path)) demandScim(tenant.state, request);
  const { operation, params } = routeExchange(exchange);
  demandOffered(tenant, operation);
  limitRate(tenant, exchange, operation);
  const body = readBody(operation, request);
  exchange.body = body.value;
  const authority = authorise(tenant, exchange.principal, operation, params, body.value);
  exchange.body = readAsLive(operation, exchange.body);
  const values = holdRequest(exchange, operation, params, body.fault);
  if (operation.method !== 'get') exchange.storyId = findStory(tenant.state, values.path, exchange.body);
  const answer = holdAnswer(
    exchange,
    operation,
    await respond(tenant, exchange, operation, { ...values, ...authority }),
  );
  if (exchange.answerFindings.length > 0) return answer;
  if (exchange.principal) recordAudit(tenant.state, exchange.principal, operation, exchange, values.path, answer);
  if (operation.method !== 'get' || request.path.startsWith('/webhook')) tenant.save();
  if (exchange.unknownQuery.length > 0) answer.headers['x-mock-unknown-query'] = inHeader(exchange.unknownQuery);
  return answer;
}

/** Names as a header can carry them: what is not visible ASCII is percent-encoded, as it was in the address. */
function inHeader(names: readonly string[]): string {
  return names.map((name) => name.replace(/[^\x21-\x7e]/gu, encodeURIComponent)).join(', ');
}

function authenticateExchange({ state }: Tenant, exchange: Exchange): void {
  const { scheme, principal } = identify(state, exchange.request);
  exchange.scheme = scheme;
  exchange.principal = principal;
  state.keyUses.set(principal.key.id, state.clock.iso());
}

function routeExchange(exchange: Exchange): { operation: Operation; params: Record<string, string | undefined> } {
  const { method, path } = exchange.request;
  const found = route(method, path);
  if (found.found === 'operation') {
    exchange.operation = found.operation;
    return found;
  }
  if (found.found === 'path') {
    const allowed = found.allowed.join(', ');
    const hint = suggestMethod(method, path);
    const text = `${method} is no method of ${path}. Allowed: ${allowed}.${hint === undefined ? '' : ` ${hint}`}`;
    throw refuse(404, text, { allow: allowed });
  }
  throw refuse(404, `There is no operation at ${path}. ${suggest(method, path)}`);
}

function limitRate(tenant: Tenant, { request, principal }: Exchange, operation: Operation): void {
  const seconds = tenant.limiter?.count(`${request.address} ${principal?.key.id ?? request.path}`, operation);
  if (seconds === undefined) return;
  const { perMinute } = operation.rateLimit;
  throw refuse(429, `Too many requests: ${perMinute} a minute are allowed here.`, { 'retry-after': String(seconds) });
}

function answerToError(tenant: Tenant, exchange: Exchange, error: unknown): Answer {
  if (error instanceof Refusal) return refused(exchange, error);
  tenant.options.onFault(error);
  return json(500, { error: 'The mock tenant failed. Its log says how.' });
}
