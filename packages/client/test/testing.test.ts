import { startMockTenant } from '@tines-openapi/mock-tenant';
import { describe, expect, test } from 'vitest';
import { createTinesClient, isTinesError } from '../src/index.ts';
import { answers, createObservedClient, networkFault } from '../src/testing.ts';

describe('an observed client', () => {
  test('keeps every request, whose body can be read after the fact', async () => {
    const { client, requests } = createObservedClient(() => Response.json({ id: 1 }, { status: 201 }));
    await client.POST('/api/v1/stories', { body: { team_id: 7, name: 'Seen' } });
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST https://observed.tines.com/api/v1/stories',
    ]);
    expect(await requests[0]?.json()).toEqual({ team_id: 7, name: 'Seen' });
  });

  test('takes every option of a client', async () => {
    const { client, requests } = createObservedClient(() => Response.json({}), {
      tenant: 'acme',
      auth: { userToken: 'other' },
      app: 'program',
    });
    await client.GET('/api/v1/info');
    expect(requests[0]?.url).toBe('https://acme.tines.com/api/v1/info');
    expect(requests[0]?.headers.get('x-user-token')).toBe('other');
  });

  test.each([
    [answers.unauthorized, 'http', 401, ['Unauthorized.']],
    [answers.notFound, 'http', 404, ['Not found.']],
    [() => answers.invalid('a', 'b'), 'http', 422, ['a', 'b']],
    [() => answers.badRequest('a', 'limit'), 'http', 400, ['a']],
    [() => answers.rateLimited(3), 'rate_limit', 429, ['Rate limit exceeded.']],
    [() => answers.rateLimited(), 'rate_limit', 429, ['Rate limit exceeded.']],
    [() => answers.proxyPage(504), 'http', 504, ['Bad gateway Bad gateway']],
    [() => answers.proxyPage(200), 'parse', 200, ['Bad gateway Bad gateway']],
    [() => Promise.reject(networkFault()), 'network', undefined, undefined],
  ] as const)('knows answers that are hard to get: %#', async (answer, code, status, messages) => {
    const { client } = createObservedClient(answer);
    const { error } = await client.GET('/api/v1/info');
    expect(isTinesError(error, code)).toBe(true);
    expect(error?.status).toBe(status);
    expect(error?.problems?.map(({ message }) => message)).toEqual(messages);
  });
});

test('a client is pointed at a running mock tenant by what the tenant gives for a key', async () => {
  const tenant = await startMockTenant();
  const { data } = await createTinesClient(tenant.as('teamViewer')).GET('/api/v1/teams');
  await tenant.close();
  expect(data?.teams.map(({ name }) => name)).toEqual(['Detection']);
});
