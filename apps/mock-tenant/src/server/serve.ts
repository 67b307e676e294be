/**
 * The order in which a request is served, stated once:
 *
 * size limits (in `http.ts`, before the body is read) → journal → fault script → path class (`/api`, `/webhook`, `/_mock`) →
 * address rules (403, when switched on) → authenticate (401, only `/api`) → SCIM (404, 406, only `/api/scim`) →
 * route (404) → offer (401 without the plan, 404 for what is gone) → rate limit (429, when switched on) →
 * authorise (403 or 404) → contract: request (400 or 422) → respond → contract: answer (500) → audit log → data file → journal.
 */
import { serveMockApi } from '../admin/mock-api.ts';
import { pickKey } from '../auth/credentials.ts';
import { authenticate } from '../auth/principal.ts';
import type { Operation } from '../contract/document.ts';
import { readAsLive } from '../contract/live-reading.ts';
import { judgeAnswer } from '../contract/response.ts';
import { readFaultHeader, type Strike, strikeOf } from '../faults/faults.ts';
import { recordAudit } from '../state/audit.ts';
import type { Tenant } from '../tenant.ts';
import { authorise } from './authorise.ts';
import { readBody } from './body.ts';
import { demandAllowedAddress, withClientAddress } from './client-address.ts';
import { refuse } from './errors.ts';
import { type Answer, type Exchange, json, Refusal, type Request } from './exchange.ts';
import { holdRequest } from './hold-request.ts';
import { demandOffered } from './offer.ts';
import { isRecordV2Path, toRecordError } from './record-errors.ts';
import { respond } from './respond.ts';
import { route } from './router.ts';
import { demandScim, isScimPath, toScimError } from './scim.ts';

/** Serves one request. Whatever happens in it, an answer comes back and the tenant goes on. */
export async function serve(tenant: Tenant, request: Request): Promise<Answer> {
  const started = performance.now();
  const exchange: Exchange = {
    request,
    requestFindings: [],
    unknownQuery: [],
    answerFindings: [],
    answeredBy: 'server',
  };
  const answer = await faultyAnswer(tenant, exchange).catch((error: unknown) => answerToError(tenant, request, error));
  if (!request.path.startsWith('/_mock')) {
    tenant.journal.add(exchange, answer, tenant.state.clock.iso(), performance.now() - started);
  }
  return answer;
}

/** The answer after the fault script: in its place, changed, late, or as it is. */
async function faultyAnswer(tenant: Tenant, exchange: Exchange): Promise<Answer> {
  const strike = strikeOn(tenant, exchange.request);
  if (!strike) return answerTo(tenant, exchange);
  exchange.fault = strike.kind;
  await tenant.options.wait(strike.delay(tenant.state.random));
  const answer = strike.answer();
  if (answer) return answer;
  const { request } = exchange;
  return strike.change(
    await answerTo(tenant, exchange).catch((error: unknown) => answerToError(tenant, request, error)),
  );
}

/** The fault that this request asks for in a header, or that was planted for requests like it. */
function strikeOn(tenant: Tenant, { method, path, headers }: Request): Strike | undefined {
  if (!/^\/(api|webhook)(\/|$)/.test(path)) return undefined;
  const header = headers['x-mock-fault'];
  if (header !== undefined) return strikeByHeader(header);
  if (tenant.faults.list().length === 0) return undefined;
  const found = route(method, path);
  const operation = found.found === 'operation' ? found.operation : undefined;
  return tenant.faults.strike({ method, operation, key: pickKey(headers)?.secret });
}

function strikeByHeader(header: string): Strike {
  try {
    return strikeOf(readFaultHeader(header));
  } catch (error) {
    throw refuse(400, `x-mock-fault: ${(error as Error).message}`);
  }
}

async function answerTo(tenant: Tenant, exchange: Exchange): Promise<Answer> {
  exchange.request = withClientAddress(exchange.request);
  const { request } = exchange;
  if (/^\/_mock(\/|$)/.test(request.path)) return serveMockApi(tenant, request);
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
  const answer = await respond(tenant, exchange, operation, { ...values, ...authority });
  exchange.answerFindings = judgeAnswer(operation, answer);
  if (exchange.answerFindings.length > 0) return brokenContract(exchange, operation);
  if (exchange.principal) recordAudit(tenant.state, exchange.principal, operation, exchange, values.path, answer);
  if (operation.method !== 'get' || request.path.startsWith('/webhook')) tenant.save();
  if (exchange.unknownQuery.length > 0) answer.headers['x-mock-unknown-query'] = exchange.unknownQuery.join(', ');
  return answer;
}

function authenticateExchange({ state }: Tenant, exchange: Exchange): void {
  const presented = pickKey(exchange.request.headers);
  if (!presented) {
    throw refuse(401, 'No API key came. Send it as "Authorization: Bearer <key>" or as "X-User-Token: <key>".');
  }
  const principal = authenticate(state, presented);
  if (!principal) throw refuse(401, 'This API key is not valid.');
  exchange.scheme = presented.scheme;
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
    throw refuse(404, `${method} is no method of ${path}. Allowed: ${allowed}.`, { allow: allowed });
  }
  const nearest = found.nearest.map(({ id, method, path }) => `${method.toUpperCase()} ${path} (${id})`).join(', ');
  throw refuse(404, `There is no operation at ${path}. Nearest: ${nearest}.`);
}

function limitRate(tenant: Tenant, { request, principal }: Exchange, operation: Operation): void {
  const seconds = tenant.limiter?.count(`${request.address} ${principal?.key.id ?? request.path}`, operation);
  if (seconds === undefined) return;
  const { perMinute } = operation.rateLimit;
  throw refuse(429, `Too many requests: ${perMinute} a minute are allowed here.`, { 'retry-after': String(seconds) });
}

function brokenContract({ answerFindings }: Exchange, operation: Operation): Answer {
  const message = `The answer of ${operation.id} does not fit the document.`;
  return json(500, {
    errors: answerFindings.map((finding) => ({ message: `${message} ${finding.message}`, details: finding.pointer })),
  });
}

function answerToError(tenant: Tenant, { path }: Request, error: unknown): Answer {
  if (error instanceof Refusal) {
    if (isScimPath(path)) return toScimError(error.answer);
    return isRecordV2Path(path) ? toRecordError(error.answer) : error.answer;
  }
  tenant.options.onFault(error);
  return json(500, { error: 'The mock tenant failed. Its log says how.' });
}
