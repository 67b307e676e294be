import { afterEach, describe, expect, test } from 'vitest';
import { isTinesError, triggerWebhook } from '../src/index.ts';
import { noDelay } from '../src/testing.ts';
import * as faults from './support/fault-server.ts';

const accepted = faults.answer(201, 'Ok', { 'content-type': 'text/plain' });
let server: faults.FaultServer;
afterEach(() => server?.close());
const start = async (...script: [faults.Fault, ...faults.Fault[]]) => {
  server = await faults.startFaultServer(...script);
};

describe('a webhook', () => {
  test('is triggered by its address, without any key', async () => {
    await start(accepted);
    const { data, error, response } = await triggerWebhook(`${server.url}/webhook/path/secret`, { alert: 1 });
    expect([data, error, response?.status]).toEqual(['Ok', undefined, 201]);
    const [request] = server.requests;
    expect(request?.line).toBe('POST /webhook/path/secret HTTP/1.1');
    expect(request?.body).toBe('{"alert":1}');
    expect(request?.headers).toMatchObject({ 'content-type': 'application/json' });
    expect(Object.keys(request?.headers ?? {})).not.toEqual(expect.arrayContaining(['authorization']));
  });

  test('is triggered by its action, of a tenant or a client', async () => {
    await start(accepted);
    const action = { options: { path: 'my hook', secret: 's' } };
    await triggerWebhook({ tenant: server.url, action });
    await triggerWebhook({ tenant: { origin: server.url }, action: { options: { path: 'open' } } });
    expect(server.requests.map(({ line }) => line)).toEqual([
      'POST /webhook/my%20hook/s HTTP/1.1',
      'POST /webhook/open HTTP/1.1',
    ]);
  });

  test.each([
    ['a text', 'plain', 'text/plain;charset=UTF-8', 'plain'],
    ['a form', new URLSearchParams({ a: '1' }), 'application/x-www-form-urlencoded;charset=UTF-8', 'a=1'],
    ['bytes', new TextEncoder().encode('b'), undefined, 'b'],
    ['a list', [1], 'application/json', '[1]'],
    ['nothing', undefined, undefined, ''],
  ])('takes %s as it is', async (_, body, type, sent) => {
    await start(accepted);
    await triggerWebhook(`${server.url}/webhook/p/s`, body);
    expect(server.requests[0]?.body).toBe(sent);
    expect(server.requests[0]?.headers['content-type']).toBe(type);
  });

  test('answers what its story answers', async () => {
    await start(
      faults.answer(200, '{"verdict":"benign"}'),
      faults.answer(200, '<b>Hi</b>', { 'content-type': 'text/html' }),
    );
    const address = `${server.url}/webhook/p/s`;
    expect((await triggerWebhook(address)).data).toEqual({ verdict: 'benign' });
    expect((await triggerWebhook(address)).data).toBe('<b>Hi</b>');
  });

  test('is triggered once, as a second time starts the story twice, unless the call says so', async () => {
    await start(faults.resetAtOnce, faults.resetAtOnce, accepted);
    const address = `${server.url}/webhook/p/s`;
    expect((await triggerWebhook(address, {})).error).toMatchObject({ code: 'network', attempt: 1 });
    expect((await triggerWebhook(address, {}, { retry: noDelay })).data).toBe('Ok');
    expect(server.requests).toHaveLength(3);
  });

  test('that is refused is an error, which does not hold the secret', async () => {
    await start(faults.answer(404, '{"error":"no"}'), faults.silence);
    const address = `${server.url}/webhook/p/top-secret`;
    const refused = await triggerWebhook(address, {});
    const late = await triggerWebhook(address, {}, { timeout: { total: 20 } });
    expect([refused.error?.code, refused.error?.status, late.error?.code]).toEqual(['http', 404, 'timeout']);
    for (const { error } of [refused, late]) {
      expect(isTinesError(error)).toBe(true);
      expect(`${JSON.stringify(error)} ${error?.stack} ${error?.cause}`).not.toContain('top-secret');
      expect(error?.path).toBe('/webhook/{path}/{secret}');
    }
  });

  test.each(['https://acme.tines.com/stories', 'not an address', 'https://acme.tines.com/webhook/'])(
    'is refused as %s',
    async (address) => {
      await expect(triggerWebhook(address)).rejects.toThrow('The target of a webhook must be an address such as');
    },
  );

  test('is refused by http, where that is not allowed by name', async () => {
    await expect(triggerWebhook('http://acme.tines.com/webhook/p/s')).rejects.toThrow('by https unless on loopback');
    await expect(triggerWebhook({ tenant: 'acme', action: { options: {} } })).rejects.toThrow('options.path as text');
  });
});
