import type { Operation } from '../contract/document.ts';
import { judgeAnswer } from '../contract/response.ts';
import { readBody } from '../server/body.ts';
import { refuse } from '../server/errors.ts';
import { type Answer, type Exchange, json, type Request, type Stream } from '../server/exchange.ts';
import { holdRequest } from '../server/hold-request.ts';
import type { Tenant } from '../tenant.ts';
import { mockOperations, routeMock } from './contract.ts';
import { demandOwnHost, demandSameOrigin } from './guard.ts';
import { mockHandlers } from './handlers.ts';
import { demandToken } from './token.ts';

const health: string = 'getHealth';

/** A call to the mock's own API that was found to fit its document. */
export interface MockCall {
  tenant: Tenant;
  request: Request;
  operation: Operation;
  params: Readonly<Record<string, unknown>>;
  query: Readonly<Record<string, unknown>>;
  body: unknown;
}

export interface MockAnswer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
  stream?: Stream;
}

export type MockHandler = (call: MockCall) => MockAnswer | Promise<MockAnswer>;

/**
 * Serves what a test needs beside the API itself, held against `openapi/mock-api.yaml` in and out. It takes no key; a tenant
 * that can be reached from outside asks for its token, but not by who only wants to know whether it is up.
 *
 * @throws Refusal with 403 for a call under another's name or from another's page, with 404 where nothing is served under that
 *   method and path, with 401 without the token, with 400 or 422 where the call does not fit.
 */
export async function serveMockApi(tenant: Tenant, request: Request): Promise<Answer> {
  demandOwnHost(request, tenant.options.allowedHosts);
  demandSameOrigin(request);
  const found = routeMock(request.method, request.path);
  const handler = found && mockHandlers[found.operation.id];
  if (!handler) {
    const known = mockOperations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).join(', ');
    throw refuse(404, `There is no ${request.method} ${request.path}. Known: ${known}.`);
  }
  const { operation } = found;
  if (operation.id !== health) demandToken(tenant.options.mockToken, request);
  const { value: body, fault } = readBody(operation, request);
  const exchange: Exchange = { ...emptyExchange(), request, body };
  const { path, query } = holdRequest(exchange, operation, found.params, fault);
  const answered = await handler({ tenant, request, operation, params: path, query, body });
  const { status, headers = {}, stream } = answered;
  const answer: Answer = 'body' in answered ? json(status, answered.body, headers) : { status, headers };
  const [finding] = judgeAnswer(operation, answer);
  if (finding)
    throw new TypeError(`The answer of ${operation.id} does not fit at ${finding.pointer}: ${finding.message}`);
  if (operation.method !== 'get') {
    tenant.save();
    tenant.changes.tell(operation.id);
  }
  return stream ? { ...answer, stream } : answer;
}

function emptyExchange(): Omit<Exchange, 'request'> {
  return { requestFindings: [], unknownQuery: [], answerFindings: [], answeredBy: 'server' };
}
