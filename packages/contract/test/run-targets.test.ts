import { writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type MockTenant, startMockTenant } from '@tines-openapi/mock-tenant';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fetchCaller } from '../src/run/fetch-caller.ts';
import { fillCall } from '../src/run/fill.ts';
import { contract, contractHearing, contractWith } from './command.ts';
import { createFolder } from './folder.ts';
import { freePort } from './free-port.ts';

const environment = { TINES_API_KEY: 'my-very-secret-key' };
const folder = createFolder();
const servers: Server[] = [];
let tenant: MockTenant;

beforeAll(async () => {
  tenant = await startMockTenant();
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
afterAll(() => tenant.close());

/** A server that is no tenant. */
async function startOther(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the key of the environment', () => {
  test('does not count for a mock tenant that the run starts: its demo keys do', async () => {
    const { code, stdout } = await contractWith(environment, 'run', '--section', 'Teams', '--sample');
    expect(stdout).toMatch(/\d{2,} passed, 0 failed, 0 skipped/);
    expect(code).toBe(0);
  });

  test('counts for a target that is named, and is no part of the message where it is refused', async () => {
    const { code, stderr } = await contractWith(environment, 'run', '--target', tenant.url);
    expect(stderr).toBe(
      `tines-contract: ${tenant.url} refuses the key tenantOwner (401), which comes from TINES_API_KEY.\n`,
    );
    expect(code).toBe(4);
  });

  test('runs the cases of a tenant owner there and skips the others by name', async () => {
    const owner = { TINES_API_KEY: tenant.keys.tenantOwner };
    const { code, stdout } = await contractWith(owner, 'run', '--target', tenant.url, '--section', 'Teams', '--sample');
    expect(stdout).toContain('Skipped: The run has no key teamEditor.');
    expect(code).toBe(0);
  });

  test('gives way to a file of keys', async () => {
    const keys = folder.write('keys.json', JSON.stringify({ teamViewer: tenant.keys.teamViewer }));
    const args = ['run', '--target', tenant.url, '--section', 'Teams', '--keys', keys, '--sample'];
    expect((await contractWith(environment, ...args)).code).toBe(0);
  });

  test('ends the command with one line where it could not be sent', async () => {
    const { code, stderr } = await contractWith({ TINES_API_KEY: 'my very secret' }, 'run', '--target', tenant.url);
    expect(stderr).toBe('tines-contract: TINES_API_KEY is no key: it must be printable ASCII without white space.\n');
    expect(code).toBe(2);
  });
});

describe('a target that cannot be held against the cases', () => {
  test('ends the run with 3 where nothing answers', async () => {
    const target = `http://127.0.0.1:${await freePort()}`;
    const { code, stderr } = await contract('run', '--target', target);
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: `tines-contract: ${target} does not answer (ECONNREFUSED).\n`,
    });
  });

  test('counts as one that does not answer where it takes too long', async () => {
    const call = fetchCaller(await startOther(() => {}), 20);
    const asked = call(fillCall({ operation: 'getTenantInfo' }, new Map(), {}), { secret: null, scheme: 'bearer' });
    await expect(asked).rejects.toThrow('nothing within 0.02 s');
  });

  test.each([
    ['a page', 200, 'text/html', '<h1>Welcome</h1>'],
    ['another JSON', 200, 'application/json', '{"hello": "world"}'],
    ['a page that asks to sign in', 401, 'text/html', 'Sign in'],
    ['a way to another page', 302, 'text/html', ''],
  ])('ends the run with 5 where something else answers: %s', async (_, status, mediaType, body) => {
    const target = await startOther((_, response) =>
      response.writeHead(status, { 'content-type': mediaType }).end(body),
    );
    const { code, stderr } = await contract('run', '--target', target);
    expect(stderr).toBe(
      `tines-contract: ${target} answers, but not as this API does: GET /api/v1/info came back with ${status}, ${mediaType}.\n`,
    );
    expect(code).toBe(5);
  });

  test('ends the run with 3 where it goes away meanwhile, and no report is written', async () => {
    const short = await startMockTenant();
    let closed: Promise<void> | undefined;
    const stop = (text: string) => {
      if (text.includes(' done')) closed ??= short.close();
    };
    const args = ['run', '--target', short.url, '--section', 'Teams', '--reporter', `json=${folder.path}/none.json`];
    const { code, stdout, stderr } = await contractHearing(stop, {}, ...args);
    await closed;
    expect(stderr).toContain(`tines-contract: ${short.url} has stopped answering. No report was written.\n`);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(folder.files()).not.toContain('none.json');
  });

  test('asks for --no-reset where it does not let itself be put back', async () => {
    const guarded = await startMockTenant({ mockToken: 'my-mock-token' });
    const args = ['run', '--target', guarded.url, '--operation', 'getTenantInfo', '--sample'];
    const refused = await contract(...args);
    const without = await contract(...args, '--no-reset');
    await guarded.close();
    expect(refused.stderr).toContain('refuses to be put back to its seed (401); --no-reset runs the cases without.');
    expect([refused.code, without.code]).toEqual([4, 0]);
  });
});

describe('a mock tenant that the run starts', () => {
  test('is put back to its seed before each case unless told otherwise', async () => {
    const made = {
      name: 'A team that is made is the third one',
      operation: 'createTeam',
      key: 'tenantOwner',
      request: { body: { name: 'Third' } },
      expect: { status: [200, 201] },
      followUps: [{ operation: 'listTeams', expect: { status: 200, includes: { teams: [{}, {}, {}] } } }],
      fact: { says: 'The seed has two teams.', source: 'assumed: for a test' },
    };
    const file = folder.write('third.json', JSON.stringify({ section: 'Mine', cases: [made] }));
    expect((await contract('run', '--cases', file)).code).toBe(0);
    expect((await contract('run', '--cases', file, '--no-reset')).stdout).toContain('1 passed, 3 failed');
  });
});

test('a report that cannot be written is refused before anything is sent', async () => {
  tenant.reset();
  writeFileSync(`${folder.path}/plain`, '');
  const args = ['run', '--target', tenant.url, '--reporter', `json=${folder.path}/plain/out.json`];
  const { code, stderr } = await contract(...args);
  expect(stderr).toBe(
    `tines-contract: ${folder.path}/plain/out.json cannot be written: there is no folder ${folder.path}/plain.\n`,
  );
  expect(code).toBe(2);
  expect(tenant.requests).toEqual([]);
});
