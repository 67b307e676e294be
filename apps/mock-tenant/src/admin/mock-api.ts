import type { Operation } from '../contract/document.ts';
import { judgeAnswer } from '../contract/response.ts';
import { readBody } from '../server/body.ts';
import { refuse } from '../server/errors.ts';
import { type Answer, type Exchange, json, Refusal, type Request, type Stream } from '../server/exchange.ts';
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
 * Serves what a test needs beside the API itself, held against `openapi/mock-api.yaml` in and out, refusals included. It takes
 * no key; a tenant that can be reached from outside asks for its token, but not by who only wants to know whether it is up.
 *
 * @throws Refusal with 403 for a call under another's name or from another's page, with 404 where nothing is served under that
 *   method and path, with 401 without the token, with 400 or 422 where the call does not fit.
 */
export async function serveMockApi(tenant: Tenant, request: Request): Promise<Answer> {
  const found = routeMock(request.method, request.path);
  if (!found) {
    demandOwnPage(tenant, request);
    const known = mockOperations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).join(', ');
    throw refuse(404, `There is no ${request.method} ${request.path}. Known: ${known}.`);
  }
  const { operation, params } = found;
  const { stream, ...answer } = await answerCall(tenant, request, operation, params).catch((error: unknown) => {
    if (error instanceof Refusal) demandDescribed(operation, error.answer);
    throw error;
  });
  demandDescribed(operation, answer);
  if (operation.method !== 'get') {
    tenant.save();
    tenant.changes.tell(operation.id);
  }
  return stream ? { ...answer, stream } : answer;
}

function demandOwnPage({ options }: Tenant, request: Request): void {
  demandOwnHost(request, options.allowedHosts);
  demandSameOrigin(request);
}

async function answerCall(
  tenant: Tenant,
  request: Request,
  operation: Operation,
  sent: Record<string, string | undefined>,
): Promise<Answer> {
  demandOwnPage(tenant, request);
  if (operation.id !== health) demandToken(tenant.options.mockToken, request);
  const { value: body, fault } = readBody(operation, request);
  const exchange: Exchange = { ...emptyExchange(), request, body };
  const { path, query } = holdRequest(exchange, operation, sent, fault);
  const handler = mockHandlers[operation.id] as MockHandler;
  const answered = await handler({ tenant, request, operation, params: path, query, body });
  const { status, headers = {}, stream } = answered;
  const answer = 'body' in answered ? json(status, answered.body, headers) : { status, headers };
  return stream ? { ...answer, stream } : answer;
}

/** @throws TypeError where the answer does not fit the document: a fault of the mock. */
function demandDescribed(operation: Operation, answer: Answer): void {
  const [finding] = judgeAnswer(operation, answer);
  if (finding)
    throw new TypeError(`The answer of ${operation.id} does not fit at ${finding.pointer}: ${finding.message}`);
}

function emptyExchange(): Omit<Exchange, 'request'> {
  return { requestFindings: [], unknownQuery: [], answerFindings: [], answeredBy: 'server' };
}
