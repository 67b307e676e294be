import { describe, expect, test } from 'vitest';
import { type Operation, operations } from '../src/contract/document.ts';
import type { Tenant, TenantOptions } from '../src/index.ts';
import { isScimPath } from '../src/server/scim.ts';
import { changeSettings } from '../src/state/settings.ts';
import { openTenant } from './ask.ts';
import { type GeneratedRequest, goodRequest } from './generated-requests.ts';

/** One reason to refuse, tried on the good request of every operation that it concerns. */
interface Reason {
  concerns?: (operation: Operation) => boolean;
  options?: TenantOptions;
  prepare?: (tenant: Tenant) => void;
  change?: (request: GeneratedRequest) => Partial<GeneratedRequest> & { headers?: Record<string, string> };
  /** Each of them is the answer of some operation, and no operation answers another one. */
  status: number[];
}

const isWebhook = ({ path }: Operation) => path.startsWith('/webhook');
const isCase = ({ section }: Operation) => /^Cases?\b/.test(section);
const takesJson = ({ body }: Operation) => body?.content.every(({ mediaType }) => /[/+]json$/.test(mediaType)) === true;
const isOneOf =
  (...ids: readonly string[]) =>
  ({ id }: Operation) =>
    ids.includes(id);

function lockStories({ state }: Tenant): void {
  for (const story of state.stories.all()) state.stories.put({ ...story, locked: true });
}

const reasons: Record<string, Reason> = {
  'no key': { concerns: (operation) => !isWebhook(operation), change: () => ({ key: undefined }), status: [401] },
  'an address that no rule allows': {
    prepare: ({ state }) => changeSettings(state, { address_rules: 'everything' }),
    change: () => ({ headers: { 'x-mock-client-address': '192.0.2.7' } }),
    status: [403],
  },
  'a right that is missing, told by 403 in a team that the key sees': {
    concerns: ({ right = '' }) => /\.(write|manage)$/.test(right),
    options: { denied: 403 },
    change: () => ({ key: 'team-viewer-demo-key' }),
    status: [403, 404],
  },
  'a right that is missing, told by 404': {
    concerns: ({ right }) => right !== undefined && !['audit_log.read', 'tenant.info'].includes(right),
    change: () => ({ key: 'service-audit-demo-key' }),
    status: [403, 404],
  },
  'a plan without cases': { concerns: isCase, options: { plan: { cases: false } }, status: [401] },
  'the older paths of cases, once they are gone': {
    concerns: ({ section }) => section === 'Cases v1',
    options: { casesV1: 'gone' },
    status: [404],
  },
  'JSON that is none': { concerns: takesJson, change: () => ({ body: '{' }), status: [400] },
  'JSON that is nested too deep': { concerns: takesJson, change: () => ({ body: '['.repeat(201) }), status: [400] },
  'a body of another media type': {
    concerns: takesJson,
    change: () => ({ body: 'a=b', contentType: 'application/x-www-form-urlencoded' }),
    status: [400, 406],
  },
  'a path that names nothing': {
    // Prism answers the one that is left out, and looks at no id.
    concerns: ({ id, path }) => path.includes('{') && id !== 'getTunnelHealth',
    change: ({ operation: { method, path }, line }) => {
      const [, query] = line.split('?');
      const target = path.replaceAll(/\{\w+\}/g, '987654321');
      return { line: `${method.toUpperCase()} ${target}${query === undefined ? '' : `?${query}`}` };
    },
    status: [404],
  },
  'a locked story': {
    concerns: isOneOf('createAction', 'updateAction', 'deleteAction', 'createNote', 'updateNote', 'deleteNote'),
    prepare: lockStories,
    status: [422],
  },
  'people who come by SCIM only': {
    concerns: isOneOf('createUser', 'updateUser'),
    prepare: ({ state }) => changeSettings(state, { scim: 'exclusive' }),
    status: [422],
  },
  'SCIM that is off': {
    concerns: ({ path }) => isScimPath(path),
    prepare: ({ state }) => changeSettings(state, { scim: 'off' }),
    status: [404],
  },
  'a query parameter that newer record operations do not know': {
    concerns: ({ path, method }) => path.startsWith('/api/v2/records') && method === 'get',
    change: ({ line }) => ({ line: `${line}${line.includes('?') ? '&' : '?'}colour=red` }),
    status: [400],
  },
};

async function send(
  ask: ReturnType<typeof openTenant>['ask'],
  { line, key, body, contentType, headers }: GeneratedRequest & { headers?: Record<string, string> },
) {
  return ask(line, {
    ...(key !== undefined && { key }),
    ...(body !== undefined && { body }),
    headers: { ...headers, ...(contentType !== undefined && body !== undefined && { 'content-type': contentType }) },
  });
}

describe('the refusals of every operation fit the document', () => {
  test.each(Object.entries(reasons))('%s', async (_, { concerns = () => true, options, prepare, change, status }) => {
    const { ask, tenant } = openTenant(options);
    const concerned = operations.filter(concerns);
    expect(concerned.length).toBeGreaterThan(0);
    const seen = new Set<number>();
    const wrong: string[] = [];
    for (const operation of concerned) {
      tenant.reset();
      prepare?.(tenant);
      const request = goodRequest(operation);
      const answered = await send(ask, { ...request, ...change?.(request) });
      seen.add(answered.status);
      if (!status.includes(answered.status)) wrong.push(`${operation.id} answered ${answered.status}`);
      tenant.assertContract();
    }
    expect(wrong).toEqual([]);
    expect([...seen].sort()).toEqual(status);
  });
});

test('the refusal of every operation over its rate limit fits the document', async () => {
  const { ask, tenant } = openTenant({ rateLimit: 'tenant-clock' });
  const now = tenant.clock.now();
  // A write moves the clock, and after a minute the count begins anew.
  const sendNow = (operation: Operation) => {
    tenant.clock.set(now);
    return send(ask, goodRequest(operation));
  };
  const statuses: [string, number][] = [];
  for (const name of new Set(operations.map(({ rateLimit }) => rateLimit.class))) {
    const alike = operations.filter(({ rateLimit }) => rateLimit.class === name);
    const [first] = alike as [Operation];
    for (let count = 0; count < first.rateLimit.perMinute; count += 1) await sendNow(first);
    for (const operation of alike) statuses.push([operation.id, (await sendNow(operation)).status]);
    tenant.assertContract();
  }
  expect(statuses.filter(([, status]) => status !== 429)).toEqual([]);
  expect(statuses).toHaveLength(operations.length);
});
