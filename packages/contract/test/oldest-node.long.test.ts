import { join } from 'node:path';
import { type MockTenant, startMockTenant } from '@tines-openapi/mock-tenant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createFolder } from './folder.ts';
import { builtCommand, findOldestNode, runUnder } from './oldest-node.ts';

const found = findOldestNode();
const folder = createFolder();
let tenant: MockTenant;

beforeAll(async () => {
  tenant = await startMockTenant();
});
beforeEach(({ skip }) => {
  if (found !== undefined) return;
  const reason = 'No Node 20 is on the path or among the run times of apps/consumers.';
  if (process.env.REQUIRE_ALL_TOOLCHAINS) throw new Error(reason);
  skip(reason);
});
afterAll(() => tenant.close());

const contract = (env: Record<string, string>, ...args: string[]) =>
  runUnder(found as string, [builtCommand('@tines-openapi/contract'), ...args], env);

describe('the built command on Node 20', () => {
  test('prints its help and its version, and nothing else', async () => {
    for (const args of [['--help'], ['--version'], ['run', '--help'], ['drift', '--help']]) {
      const { code, stdout, stderr } = await contract({}, ...args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/Usage: tines-contract|^\d+\.\d+\.\d+\n$/);
    }
  });

  test('runs every case against a mock tenant that it starts', async () => {
    const { code, stdout, stderr } = await contract({}, 'run', '--sample');
    expect(stdout).toMatch(/\d{4,} passed, 0 failed, 0 skipped against http:\/\/127\.0\.0\.1:\d+/);
    expect(stderr).not.toMatch(/warning/i);
    expect(code).toBe(0);
  });

  test('runs cases against a target that is running', async () => {
    const { code, stdout } = await contract({}, 'run', '--target', tenant.url, '--section', 'Teams');
    expect(stdout).toContain(' 0 failed, 0 skipped');
    expect(code).toBe(0);
  });

  test('looks for drift, live and in recorded traffic', async () => {
    const environment = { TINES_TENANT: tenant.url, TINES_API_KEY: tenant.keys.tenantOwner };
    expect((await contract(environment, 'drift', '--dry-run')).stdout).toContain('Nothing was sent.');
    const live = await contract(environment, 'drift', '--section', 'Teams');
    expect([live.code, live.stdout]).toEqual([0, expect.stringContaining('No difference was found.')]);
    const request = { method: 'GET', url: 'https://acme.tines.com/api/v1/nothing' };
    const content = { mimeType: 'application/json', text: '{}' };
    const har = folder.write(
      'recorded.har',
      JSON.stringify({ log: { entries: [{ request, response: { status: 404, content } }] } }),
    );
    const recorded = await contract({}, 'drift', '--har', har);
    expect([recorded.code, recorded.stdout]).toEqual([1, expect.stringContaining('undescribed operation')]);
  });

  test('ends with its exit code and one line where it cannot begin', async () => {
    const { code, stderr } = await contract({}, 'run', '--cases', 'nowhere.json');
    expect([code, stderr]).toEqual([2, 'tines-contract: nowhere.json cannot be read: there is no such file.\n']);
  });
});

test('the mock tenant on Node 20 says in one line that it has no data file', async () => {
  const data = join(folder.path, 'tenant.db');
  const args = [builtCommand('@tines-openapi/mock-tenant'), '--port', '0', '--data', data];
  const { code, stderr } = await runUnder(found as string, args);
  expect(stderr).toMatch(
    /^tines-mock-tenant: \S+tenant\.db cannot be opened: a data file needs Node 22\.13 or newer, and this is Node 20\.[\d.]+\.\n$/,
  );
  expect(code).toBe(2);
  expect(folder.files()).not.toContain('tenant.db');
});
