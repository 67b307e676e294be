import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setImmediate as endOfTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTenant, type MockTenant, startMockTenant } from '../src/index.ts';
import { bodyLimit, createHttpServer } from '../src/server/http.ts';

const key = 'tenant-owner-demo-key';
const head = (line: string, ...headers: string[]) =>
  [line, 'Host: tenant.example', `Authorization: Bearer ${key}`, ...headers, '', ''].join('\r\n');

let tenant: MockTenant;
beforeAll(async () => {
  tenant = await startMockTenant({ requestTimeout: 400 });
});
afterAll(() => tenant.close());

function open(): Socket {
  return connect(Number(new URL(tenant.url).port), '127.0.0.1');
}

/** Everything that the tenant sends until it hangs up. */
function readToEnd(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    // A connection that the tenant breaks while bytes are under way ends in an error, and what was read still counts.
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
}

const info = () => fetch(`${tenant.url}/api/v1/info`, { headers: { 'x-user-token': key } });
const post = (path: string, body: string) =>
  fetch(`${tenant.url}${path}`, {
    method: 'POST',
    headers: { 'x-user-token': key, 'content-type': 'application/json' },
    body,
  });

describe('a request that does not come in time', () => {
  test.each([
    ['half a line', 'GET /api/v1/in'],
    ['half of its headers', 'GET /api/v1/info HTTP/1.1\r\nHost: tenant.example\r\n'],
    ['half of its body', `${head('POST /api/v1/stories HTTP/1.1', 'Content-Length: 100')}{"team_id": 11`],
  ])('answers 408 after %s, and holds no other', async (_, sent) => {
    const socket = open();
    const answered = readToEnd(socket);
    socket.write(sent);
    expect((await info()).status).toBe(200);
    expect(await answered).toMatch(/^HTTP\/1.1 408 [\s\S]*did not arrive in time/);
  });

  test('changes nothing when its caller hangs up', async () => {
    const before = tenant.requests.length;
    const socket = open();
    await new Promise<void>((resolve) => {
      socket.write(`${head('POST /api/v1/stories HTTP/1.1', 'Content-Length: 100')}{}`, () => resolve());
    });
    socket.destroy();
    expect((await info()).status).toBe(200);
    expect(tenant.requests.slice(before).map(({ operationId }) => operationId)).toEqual(['getTenantInfo']);
  });
});

describe('a request that was sent in time', () => {
  const body = '{"team_id": 1101, "name": "Sent in time"}';
  const whole = `${head('POST /api/v1/stories HTTP/1.1', `Content-Length: ${body.length}`, 'Connection: close')}${body}`;

  test.each([
    ['all of it', 0],
    ['the rest of its headers', 40],
    ['the rest of its body', whole.length - 10],
  ])('is served late where the process was too busy to read %s', async (_, early) => {
    const requestTimeout = 500;
    const server = createHttpServer(createTenant(), { requestTimeout });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    const [[accepted]] = await Promise.all([once(server, 'connection'), once(socket, 'connect')]);
    const answered = readToEnd(socket);
    socket.write(whole.slice(0, early));
    while ((accepted as Socket).bytesRead < early) await endOfTurn();
    socket.write(whole.slice(early));
    // Nothing of this process runs meanwhile, and then the deadline comes first.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, requestTimeout + 50);
    expect(await answered).toMatch(/^HTTP\/1.1 201 /);
    server.close();
  });
});

describe('a body of 100 MB', () => {
  const size = 100 * 1024 * 1024;

  test('is refused before it is sent, where its length is told', async () => {
    const socket = open();
    const answered = readToEnd(socket);
    socket.write(head('POST /api/v1/stories HTTP/1.1', `Content-Length: ${size}`));
    expect(await answered).toMatch(/^HTTP\/1.1 413 /);
  });

  test('is refused as soon as it is over the limit, where its length is not told', async () => {
    const socket = open();
    const answered = readToEnd(socket);
    socket.write(head('POST /api/v1/stories HTTP/1.1', 'Transfer-Encoding: chunked'));
    const piece = Buffer.alloc(1024 * 1024, 0x20);
    let sent = 0;
    const send = () => {
      while (sent < size && socket.writable) {
        sent += piece.length;
        socket.write(`${piece.length.toString(16)}\r\n`);
        socket.write(piece);
        if (!socket.write('\r\n')) return;
      }
    };
    socket.on('drain', send);
    send();
    expect(await answered).toMatch(/^HTTP\/1.1 413 /);
    expect(sent).toBeLessThan(bodyLimit * 3);
  });
});

describe('hostile JSON', () => {
  const values = [
    ['is nested 500 deep', `{"name": ${'['.repeat(500)}${']'.repeat(500)}}`, 'deeper than 200 levels'],
    ['is nested a million deep', '['.repeat(1_000_000), 'deeper than 200 levels'],
    ['holds a number that is none', '{"team_id": 1e999}', 'out of range'],
    ['holds a number of 400 digits', `{"team_id": ${'9'.repeat(400)}}`, 'out of range'],
  ] as const;

  test.each(values)('that %s answers 400', async (_, body, message) => {
    const refused = await post('/api/v1/stories', body);
    expect(refused.status).toBe(400);
    expect(((await refused.json()) as { error: string }).error).toContain(message);
  });

  test('is refused under /_mock as well', async () => {
    expect((await post('/_mock/faults', '['.repeat(100_000))).status).toBe(400);
  });

  test('in a text is no nesting', async () => {
    const body = JSON.stringify({
      team_id: 1101,
      name: 'Brackets',
      description: `${'['.repeat(500)}\\"${'{'.repeat(9)}`,
    });
    expect((await post('/api/v1/stories', body)).status).toBe(201);
  });

  test('of great numbers leads to no object', async () => {
    expect((await post('/api/v1/stories', '{"team_id": 99999999999999999999}')).status).toBe(404);
  });
});

test('a thousand connections at once are all served', async () => {
  // Callers share this process, so how soon they send what they opened a connection for is no matter of the tenant.
  const patient = await startMockTenant();
  const agent = new Agent({ maxSockets: 1000, keepAlive: true });
  const ask = () =>
    new Promise<number>((resolve, reject) => {
      const sent = request(`${patient.url}/api/v1/info`, { agent, headers: { 'x-user-token': key } }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode ?? 0));
      });
      sent.on('error', reject).end();
    });
  const statuses = await Promise.all(Array.from({ length: 1000 }, ask));
  agent.destroy();
  await patient.close();
  expect(new Set(statuses)).toEqual(new Set([200]));
});
