import type { Operation } from '../contract/document.ts';
import { judgeAnswer } from '../contract/response.ts';
import { readBody } from '../server/body.ts';
import { refuse } from '../server/errors.ts';
import { type Answer, type Exchange, json, type Request } from '../server/exchange.ts';
import { holdRequest } from '../server/hold-request.ts';
import type { Tenant } from '../tenant.ts';
import { mockOperations, routeMock } from './contract.ts';
import { mockHandlers } from './handlers.ts';

/** A call to the mock's own API that was found to fit its document. */
export interface MockCall {
  tenant: Tenant;
  request: Request;
  operation: Operation;
  params: Readonly<Record<string, unknown>>;
  query: Readonly<Record<string, unknown>>;
  body: unknown;
}

export type MockHandler = (call: MockCall) => { status: number; body?: unknown };

/**
 * Serves what a test needs beside the API itself, held against `openapi/mock-api.yaml` in and out. It takes no key, since the
 * tenant listens on loopback.
 *
 * @throws Refusal with 404 where nothing is served under that method and path, with 400 or 422 where the call does not fit.
 */
export function serveMockApi(tenant: Tenant, request: Request): Answer {
  const found = routeMock(request.method, request.path);
  const handler = found && mockHandlers[found.operation.id];
  if (!handler) {
    const known = mockOperations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).join(', ');
    throw refuse(404, `There is no ${request.method} ${request.path}. Known: ${known}.`);
  }
  const { operation } = found;
  const { value: body, fault } = readBody(operation, request);
  const exchange: Exchange = { ...emptyExchange(), request, body };
  const { path, query } = holdRequest(exchange, operation, found.params, fault);
  const answered = handler({ tenant, request, operation, params: path, query, body });
  const answer = 'body' in answered ? json(answered.status, answered.body) : { status: answered.status, headers: {} };
  const [finding] = judgeAnswer(operation, answer);
  if (finding)
    throw new TypeError(`The answer of ${operation.id} does not fit at ${finding.pointer}: ${finding.message}`);
  return answer;
}

function emptyExchange(): Omit<Exchange, 'request'> {
  return { requestFindings: [], unknownQuery: [], answerFindings: [], answeredBy: 'server' };
}
