import { createLogger } from '@stoplight/prism-core';
import { createInstance, getHttpOperationsFromSpec, type IHttpConfig } from '@stoplight/prism-http';
import { createTenant } from '@tines-openapi/mock-tenant';
import type { CaseRequest } from '../../src/cases/types.ts';
import { document, type Operation } from '../../src/document/document.ts';
import { sentMediaType } from '../../src/run/call.ts';
import { addressOf } from '../../src/run/fetch-caller.ts';
import { fillCall } from '../../src/run/fill.ts';

/** What a judge says of a request: whether it fits the document, and its reasons where it does not. */
export interface Verdict {
  fits: boolean;
  reasons: string[];
}

/** A judge of requests. */
export type Judge = (operation: Operation, request: CaseRequest) => Promise<Verdict>;

/** The judge inside the mock tenant, heard through its journal, which says what did not fit. */
export function createMockJudge(): Judge {
  const tenant = createTenant();
  return async (operation, request) => {
    const call = fillCall({ operation: operation.id, request }, new Map(), {});
    const contentType = sentMediaType(call);
    await tenant.fetch(
      new Request(`http://tenant.example${addressOf(call)}`, {
        method: operation.method.toUpperCase(),
        headers: { authorization: 'Bearer tenant-owner-demo-key', ...(contentType && { 'content-type': contentType }) },
        ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
        ...(operation.method === 'get' && { body: undefined }),
      } as RequestInit),
    );
    const entry = tenant.requests.at(-1);
    tenant.reset();
    const findings = entry?.contract.request ?? [];
    return {
      fits: findings.length === 0,
      reasons: findings.map(({ in: place, pointer, message }) => `${place}${pointer}: ${message}`),
    };
  };
}

const config = {
  isProxy: false,
  checkSecurity: false,
  validateRequest: true,
  validateResponse: false,
  errors: false,
  mock: { dynamic: false },
} as IHttpConfig;

/** Prism's own validator, over the whole document as `prism proxy` reads it. */
export async function createPrismJudge(): Promise<Judge> {
  const prism = createInstance(config, { logger: createLogger('prism', { level: 'silent' }) });
  // Prism resolves references in place, so it gets a document of its own.
  const resources = new Map(
    (await getHttpOperationsFromSpec(structuredClone(document))).map((resource) => [
      `${resource.method} ${resource.path}`,
      resource,
    ]),
  );
  return async (operation, request) => {
    const call = fillCall({ operation: operation.id, request }, new Map(), {});
    const url = new URL(addressOf(call), 'http://tenant.example');
    const contentType = sentMediaType(call);
    const resource = resources.get(`${operation.method} ${operation.path}`);
    if (!resource) throw new TypeError(`Prism has not read ${operation.id}.`);
    const result = await prism.request(
      {
        method: operation.method,
        url: { path: url.pathname, query: queryOf(url) },
        headers: contentType ? { 'content-type': contentType } : {},
        body: call.body,
      },
      [resource],
      config,
    )();
    const all = result._tag === 'Right' ? result.right.validations.input : [result.left as { severity?: number }];
    // 0 is an error; from 1 on they are warnings, such as that a parameter is deprecated.
    const found = all.filter(({ severity = 0 }) => severity === 0);
    const reasons = found.map((entry) => JSON.stringify(entry));
    return { fits: reasons.length === 0, reasons };
  };
}

/** A query as Prism takes it: a list for a name that comes more than once. */
function queryOf({ searchParams }: URL): Record<string, string | string[]> {
  const entries = [...new Set(searchParams.keys())].map((name): [string, string | string[]] => {
    const all = searchParams.getAll(name);
    return [name, all.length === 1 ? (all[0] as string) : all];
  });
  return Object.fromEntries(entries);
}
