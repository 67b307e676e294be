/**
 * The order in which a request is served, stated once:
 *
 * size limits (in `http.ts`, before the body is read) → journal → path class (`/api`, `/webhook`, `/_mock`) →
 * authenticate (401, only `/api`) → route (404) → authorise (403 or 404) → contract: request (400 or 422) → respond →
 * contract: answer (500) → audit log → journal.
 */
import { serveMockApi } from '../admin/mock-api.ts';
import { pickKey } from '../auth/credentials.ts';
import { holdsTeamRight, holdsTenantRight, rightNamed, seesTeam, teamsWithRight } from '../auth/policy.ts';
import { authenticate, type Principal } from '../auth/principal.ts';
import { findTarget } from '../auth/target.ts';
import { behaviours } from '../behaviours/index.ts';
import type { Call } from '../behaviours/types.ts';
import type { Operation } from '../contract/document.ts';
import { judge } from '../contract/judge.ts';
import { readParameters } from '../contract/parameters.ts';
import { judgeAnswer } from '../contract/response.ts';
import { recordAudit } from '../state/audit.ts';
import type { Tenant } from '../tenant.ts';
import { readBody } from './body.ts';
import { refuse, refuseFindings } from './errors.ts';
import { type Answer, type Exchange, json, Refusal, type Request } from './exchange.ts';
import { route } from './router.ts';

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
  const answer = await answerTo(tenant, exchange).catch((error: unknown) => answerToFault(tenant, error));
  if (!request.path.startsWith('/_mock')) {
    tenant.journal.add(exchange, answer, tenant.state.clock.iso(), performance.now() - started);
  }
  return answer;
}

async function answerTo(tenant: Tenant, exchange: Exchange): Promise<Answer> {
  const { request } = exchange;
  if (/^\/_mock(\/|$)/.test(request.path)) return serveMockApi(tenant, request);
  if (!/^\/(api|webhook)(\/|$)/.test(request.path)) {
    throw refuse(404, `Nothing is served at ${request.path}. The API is under /api, webhooks under /webhook.`);
  }
  if (request.path.startsWith('/api')) authenticateExchange(tenant, exchange);
  const { operation, params } = routeExchange(exchange);
  const body = readBody(operation, request);
  exchange.body = body.value;
  const authority = authorise(tenant, exchange.principal, operation, params, body.value);
  const values = holdToContract(exchange, operation, params, body.fault);
  const answer = await respond(tenant, exchange, operation, { ...values, ...authority });
  exchange.answerFindings = judgeAnswer(operation, answer);
  if (exchange.answerFindings.length > 0) return brokenContract(exchange, operation);
  if (exchange.principal) recordAudit(tenant.state, exchange.principal, operation, exchange, values.path, answer);
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

type Authority = Pick<Call<never>, 'teams' | 'demand'>;

function authorise(
  { state, options }: Tenant,
  principal: Principal | undefined,
  operation: Operation,
  params: Record<string, string | undefined>,
  body: unknown,
): Authority {
  const denied = () => refuse(options.denied, options.denied === 403 ? 'This key may not do that.' : 'Not found.');
  if (!principal || operation.right === undefined) return { teams: new Set(), demand: () => {} };
  const demand = (right: string, teamId: number) => {
    if (!seesTeam(principal, state, teamId)) throw refuse(404, 'Not found.');
    if (!holdsTeamRight(principal, rightNamed(right), state, teamId)) throw denied();
  };
  const right = rightNamed(operation.right);
  if (right.scope !== 'team') {
    if (!holdsTenantRight(principal, right)) throw denied();
    return { teams: new Set(state.teams.all().map(({ id }) => id)), demand };
  }
  const teams = new Set(teamsWithRight(principal, right, state));
  const target = findTarget(state, params, body, operation.method === 'post');
  if (target === 'missing') throw refuse(404, 'Not found.');
  if (target !== undefined) demand(operation.right, target);
  else if (teams.size === 0 && !principal.tenantOwner) throw denied();
  return { teams, demand };
}

interface Values {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
}

function holdToContract(
  exchange: Exchange,
  operation: Operation,
  params: Record<string, string | undefined>,
  bodyFault: string | undefined,
): Values {
  const { path, query } = exchange.request;
  const parameters = readParameters(operation, params, query);
  exchange.unknownQuery = parameters.unknown;
  if (bodyFault !== undefined) throw refuse(400, bodyFault);
  const content = operation.body?.content.find(({ mediaType }) => /[/+]json$/.test(mediaType));
  const findings = [...parameters.findings];
  if (content && exchange.body === undefined && operation.body?.required) {
    findings.push({ in: 'body', pointer: '', message: 'A JSON body is required.' });
  }
  if (content?.pointer && exchange.body !== undefined) findings.push(...judge(content.pointer, exchange.body, 'body'));
  exchange.requestFindings = findings;
  if (findings.length > 0) throw refuseFindings(path, findings);
  return parameters.values;
}

async function respond(
  tenant: Tenant,
  exchange: Exchange,
  operation: Operation,
  { path, query, teams, demand }: Values & Authority,
): Promise<Answer> {
  const { state } = tenant;
  const { request, principal, body } = exchange;
  const behaviour = behaviours[operation.id];
  if (!behaviour || request.headers.prefer !== undefined || tenant.options.engine === 'prism') {
    exchange.answeredBy = 'prism';
    const { answerFromExample } = await import('../contract/prism.ts');
    return answerFromExample(operation, request, body);
  }
  exchange.answeredBy = 'behaviour';
  // The clock moves with what is written, so that "before" and "after" can be told apart and runs still repeat.
  if (operation.method !== 'get') state.clock.advance(1000);
  const call = { state, principal, request, params: path, query, body: body ?? {}, teams, demand };
  const { status, body: answered } = behaviour(call as never);
  return answered === undefined ? { status, headers: {} } : json(status, answered);
}

function brokenContract({ answerFindings }: Exchange, operation: Operation): Answer {
  const message = `The answer of ${operation.id} does not fit the document.`;
  return json(500, {
    errors: answerFindings.map((finding) => ({ message: `${message} ${finding.message}`, details: finding.pointer })),
  });
}

function answerToFault(tenant: Tenant, error: unknown): Answer {
  if (error instanceof Refusal) return error.answer;
  tenant.options.onFault(error);
  return json(500, { error: 'The mock tenant failed. Its log says how.' });
}
