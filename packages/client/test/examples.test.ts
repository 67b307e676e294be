import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type MockTenant, startMockTenant } from '@tines-openapi/mock-tenant';
import { afterAll, beforeAll, expect, test } from 'vitest';

let tenant: MockTenant;
let folder: string;
beforeAll(async () => {
  tenant = await startMockTenant();
  folder = await mkdtemp(join(tmpdir(), 'tines-openapi-examples-'));
});
afterAll(async () => {
  await tenant.close();
  await rm(folder, { recursive: true });
});

const examples = new URL('../examples/', import.meta.url).pathname;

/** Runs an example as its user does, with the environment that it reads. @returns The lines that it prints. */
async function run(name: string, ...args: (string | number)[]): Promise<string[]> {
  const { PATH } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [join(examples, `${name}.ts`), ...args.map(String)], {
    env: { PATH, TINES_TENANT: tenant.url, TINES_API_KEY: tenant.keys.tenantOwner },
  });
  return stdout.trim().split('\n');
}

const asked = () => tenant.requests.map(({ operationId }) => operationId);
const ask = async (path: string, body?: object) => {
  const response = await fetch(`${tenant.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${tenant.keys.tenantOwner}`, 'content-type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  return (await response.json()) as Record<string, unknown>;
};

test('list stories', async () => {
  expect(await run('list-stories')).toContain('3101 Phishing report triage');
});

test('handle errors', async () => {
  expect(await run('handle-errors', 999)).toEqual([
    'Not there: No such id, another team, too little right, or another version.',
    expect.stringContaining('"message":"PUT /api/v1/stories/{story_id} answered 404: Not found."'),
  ]);
});

test('test a program', async () => {
  expect(await run('test-a-program')).toEqual(['The program got over a 429, and no second passed.']);
});

test('start a story and follow its run', async () => {
  expect(await run('start-story', 4101)).toEqual([expect.stringMatching(/^Run [\w-]+: \d+ actions, \d+ events$/)]);
  expect(asked()).toContain('triggerWebhook');
});

test('back a tenant up', async () => {
  const lines = await run('back-up-tenant', join(folder, 'backup'));
  const files = await readdir(join(folder, 'backup'));
  expect(files).toHaveLength(lines.length);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, 'backup', file), 'utf8')));
  expect(texts.every((text) => JSON.parse(text).agents !== undefined)).toBe(true);
  expect(texts.join()).not.toMatch(/exported_at|aa00bb11cc22dd33ee44ff5566778899/);
  expect(texts.join()).toContain('"secret": "REDACTED"');
});

test('promote a story into another team', async () => {
  const [line = ''] = await run('promote-story', 3101, 1102, 'Triage, promoted');
  const id = line.match(/^Triage, promoted is story (\d+)$/)?.[1];
  expect(await ask(`/stories/${id}`)).toMatchObject({ name: 'Triage, promoted', team_id: 1102 });
  await expect(run('promote-story', 3101, 999)).rejects.toThrow('Team 999 is not there for this key. No such id');
});

test('ship audit logs, each row once over two runs', async () => {
  const cursor = join(folder, 'cursor.txt');
  const idsOf = (lines: string[]) => lines.filter(Boolean).map((line) => JSON.parse(line).id as number);
  const first = idsOf(await run('ship-audit-logs', cursor));
  expect(first.length).toBeGreaterThan(0);
  await ask('/stories', { team_id: 1101, name: 'Leaves a row' });
  const second = idsOf(await run('ship-audit-logs', cursor));
  expect(second).toHaveLength(1);
  expect(first).not.toContain(second[0]);
});

test('keep a resource as code', async () => {
  const [made = ''] = await run('upsert-resource', 1101, 'Allowed domains', '["a.example"]');
  const id = made.match(/^Created resource (\d+)$/)?.[1];
  expect(await run('upsert-resource', 1101, 'Allowed domains', '["a.example","b.example"]')).toEqual([
    `Updated resource ${id}`,
  ]);
  expect(await ask(`/global_resources/${id}?typed_value=true`)).toMatchObject({ value: ['a.example', 'b.example'] });
});

test('watch for failing actions', async () => {
  expect(await run('watch-failing-actions')).toEqual(
    expect.arrayContaining([expect.stringMatching(/^Look up link failed at 2026-11-20T11:47:09Z: /)]),
  );
});

test('build a story', async () => {
  const [line = ''] = await run('build-story', 1101, 'Built by a program');
  const id = line.match(/^Story (\d+): Receive alert feeds Shape alert$/)?.[1];
  expect(await ask(`/actions?story_id=${id}`)).toMatchObject({ agents: [expect.anything(), expect.anything()] });
  await expect(run('build-story', 999)).rejects.toThrow('There is no team 999 for this key.');
});

test('hold a lock', async () => {
  const { id } = await ask('/global_resources', { team_id: 1101, name: 'Lock', value: { owner: 'nobody' } });
  expect(await run('lock-by-resource', id as number, 'first')).toEqual(['first holds the lock.']);
  const replace = { key: 'owner', value: 'other' };
  await fetch(`${tenant.url}/api/v1/global_resources/${id}/replace`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tenant.keys.tenantOwner}`, 'content-type': 'application/json' },
    body: JSON.stringify(replace),
  });
  await expect(run('lock-by-resource', id as number, 'second')).rejects.toMatchObject({
    stdout: 'Somebody else holds the lock.\n',
  });
});

test('make a case of an alert', async () => {
  const [line = ''] = await run('case-from-alert', 1101, 'TICKET-7');
  expect(line).toMatch(/^Case \d+ was opened for TICKET-7 and closed\.$/);
  expect(asked()).toEqual(
    expect.arrayContaining(['createCase', 'createCaseMetadata', 'createCaseComment', 'createCaseFile', 'updateCase']),
  );
});

test('review access', async () => {
  const lines = await run('review-access');
  expect(lines).toContainEqual(expect.stringMatching(/^Detection: .*@/));
  expect(lines).toContainEqual(expect.stringMatching(/^Unused: /));
});

test('each of them has between ten and forty lines, and is run here', async () => {
  const files = await readdir(examples);
  const source = await readFile(new URL(import.meta.url), 'utf8');
  expect(files.length).toBeGreaterThanOrEqual(10);
  for (const file of files) {
    const lines = (await readFile(join(examples, file), 'utf8')).trim().split('\n');
    expect(lines.length, file).toBeGreaterThanOrEqual(10);
    expect(lines.length, file).toBeLessThanOrEqual(45);
    expect(source).toContain(`run('${file.replace('.ts', '')}'`);
  }
});
