import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MockTenant, startMockTenant } from '@tines-openapi/mock-tenant';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { docs, repository } from '../scripts/paths.ts';
import { execute, hasPrograms, type Outcome } from './recipes.ts';

const recipes = join(docs, 'recipes');
const tested = new Set<string>();

let tenant: MockTenant;
let folder: string;

beforeEach(async () => {
  tenant = await startMockTenant();
  folder = await mkdtemp(join(tmpdir(), 'tines-openapi-recipe-'));
});
afterEach(async () => {
  await tenant.close();
  await rm(folder, { recursive: true });
});

/** Runs a recipe as the owner of the mock tenant; addresses of the usual port become those of this tenant. */
async function runRecipe(command: string[], file: string, ...rest: string[]): Promise<Outcome> {
  tested.add(file);
  const source = await readFile(join(recipes, file), 'utf8');
  const program = join(source.includes('@tines-openapi/') ? recipes : folder, file);
  if (!program.startsWith(recipes)) await writeFile(program, source.replaceAll('http://127.0.0.1:4010', tenant.url));
  return execute([...command, program, ...rest], folder, {
    TINES_TENANT_URL: tenant.url,
    TINES_API_KEY: tenant.keys.personalOwner,
    TARGET_TENANT_URL: tenant.url,
    TARGET_API_KEY: tenant.keys.tenantOwner,
  });
}

/**
 * Runs a recipe that begins in a clone: in this repository, whose packages are built already, so the line that builds them is
 * left out. What the recipe writes goes into the folder of the test.
 */
async function runInClone(
  file: string,
  files: string[] = [],
  variables: Record<string, string> = {},
  folderToRunIn = repository,
): Promise<Outcome> {
  tested.add(file);
  const source = (await readFile(join(recipes, file), 'utf8')).replace(/^npx --yes pnpm@12 build$/m, '');
  await writeFile(join(folder, file), source.replaceAll('http://127.0.0.1:4010', tenant.url));
  const written = files.map((name) => join(folder, name));
  return execute(['bash', '-eu', join(folder, file), ...written], folderToRunIn, {
    TINES_TENANT_URL: tenant.url,
    TINES_API_KEY: tenant.keys.personalOwner,
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    ...variables,
  });
}

const read = (file: string) => readFile(join(folder, file), 'utf8');
const called = () => tenant.requests.map(({ operationId }) => operationId);

describe.skipIf(!hasPrograms(['bash', '--version'], ['curl', '--version'], ['jq', '--version']))(
  'a recipe in curl',
  () => {
    const bash = (file: string, ...rest: string[]) => runRecipe(['bash'], file, ...rest);
    const get = async (path: string) => {
      const response = await fetch(`${tenant.url}/api/${path}`, {
        headers: { 'x-user-token': tenant.keys.personalOwner },
      });
      return response.json();
    };

    test('shows the first calls', async () => {
      expect((await bash('start.sh')).code).toBe(0);
      expect(tenant.requests.map(({ status }) => status)).toEqual([200, 200, 404]);
    });

    test('sends the key in either header', async () => {
      await bash('two-headers.sh');
      expect(tenant.requests.map(({ operationId, status }) => [operationId, status])).toEqual([
        ['listStories', 200],
        ['listStories', 200],
      ]);
    });

    test('reads every page', async () => {
      for (const name of ['A', 'B']) await post('/api/v1/teams', { name });
      const { stdout } = await bash('paging.sh');
      const { meta } = await get('v1/audit_logs');
      expect(stdout.trim().split('\n')).toHaveLength(meta.count);
    });

    test('attaches a file to a case and reads the same bytes back', async () => {
      await writeFile(join(folder, 'note.txt'), 'Two more reports.\n');
      expect((await bash('files.sh', '1401', 'note.txt')).stdout).toBe('Two more reports.\n');
    });

    test('looks at what the mock tenant saw and puts it back', async () => {
      await bash('mock-tenant.sh');
      expect(called().filter(Boolean)).toEqual([]);
    });

    test('steers the mock tenant: faults, time, keys and a snapshot', async () => {
      const { stdout } = await bash('mock-steering.sh', 'tenant.json');
      expect(stdout).toContain('"secret"');
      const again = await startMockTenant({ seed: JSON.parse(await read('tenant.json')) });
      expect(again.manage.keys().map(({ name }) => name)).toContain('CI');
      await again.close();
      const statuses = await Promise.all([1, 2, 3].map(async () => (await fetch(`${tenant.url}/api/v1/info`)).status));
      expect(statuses.filter((status) => status === 503)).toHaveLength(2);
    });

    test('starts a story and finds its run', async () => {
      const { code, stdout } = await bash('start-a-story.sh', '3101', '4101');
      expect(code).toBe(0);
      expect(JSON.parse(stdout).story_run_events.length).toBeGreaterThan(1);
      expect(called()).toContain('triggerWebhook');
    });

    test('backs up every story, without secrets and without needless changes', async () => {
      await bash('back-up-a-tenant.sh', 'backup');
      const files = await readdir(join(folder, 'backup'));
      const first = await Promise.all(files.map((file) => readFile(join(folder, 'backup', file), 'utf8')));
      await bash('back-up-a-tenant.sh', 'backup');
      const second = await Promise.all(files.map((file) => readFile(join(folder, 'backup', file), 'utf8')));
      const { stories } = await get('v1/stories');
      expect(files).toHaveLength(stories.length);
      expect(second).toEqual(first);
      const { options } = await get('v1/actions/4101');
      expect(first.join()).not.toContain(options.secret);
    });

    test('promotes a story and names the version', async () => {
      const { stdout } = await bash('promote-a-story.sh', '3101', '1102');
      expect(JSON.parse(stdout).story_version.name).toBe('Promoted');
      const { stories } = await get('v1/stories?team_id=1102');
      expect(stories.map(({ name }: { name: string }) => name)).toContain('Phishing report triage');
    });

    test('ships audit logs once', async () => {
      const first = await bash('ship-audit-logs.sh', 'state');
      const rows = first.stdout.trim().split('\n');
      expect(rows).toHaveLength((await get('v1/audit_logs')).meta.count);
      expect((await bash('ship-audit-logs.sh', 'state')).stdout).toBe('');
    });

    test('configures a team once, however often it runs', async () => {
      const first = await bash('configure-a-team.sh', 'Threat intelligence');
      const second = await bash('configure-a-team.sh', 'Threat intelligence');
      expect(first.stdout).toMatch(/^team \d+, folder \d+, resource \d+\n$/);
      expect(second.stdout).toBe(first.stdout);
      expect(called().filter((id) => id?.startsWith('create'))).toEqual([
        'createTeam',
        'createFolder',
        'createResource',
      ]);
    });

    test('watches for failing actions, and finds none in a healthy tenant', async () => {
      const { code, stdout } = await bash('watch-failing-actions.sh');
      expect([code, stdout]).toEqual([0, '']);
      expect(called()).toEqual(['listStories']);
    });

    test('builds a story whose actions are linked', async () => {
      const { stdout } = await bash('build-with-ai.sh');
      const [webhook, second] = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect((await get(`v1/actions/${second.id}`)).sources).toEqual([webhook.id]);
    });

    test('gives a lock to one holder only', async () => {
      const { id } = await post('/api/v1/global_resources', { name: 'Lock', value: { holder: 'free' }, team_id: 1101 });
      expect((await bash('keep-state.sh', String(id), 'first')).stdout).toBe('first works alone\n');
      await post(`/api/v1/global_resources/${id}/replace`, { key: 'holder', value: 'other', if_value: 'free' });
      expect((await bash('keep-state.sh', String(id), 'second')).code).toBe(75);
    });

    test('opens one case for an alert, however often it runs', async () => {
      const first = await bash('cases-from-alerts.sh', '1101', 'A-17');
      await bash('cases-from-alerts.sh', '1101', 'A-17');
      expect(JSON.parse(first.stdout).status).toBe('CLOSED');
      expect(called().filter((id) => id === 'createCase')).toHaveLength(1);
    });

    test('lists members by team and unused credentials', async () => {
      const { stdout } = await bash('review-access.sh');
      expect(stdout).toMatch(/Detection\t.*@.*\t/);
      expect(stdout).toContain('Credentials that no action uses:');
    });
  },
);

describe('a recipe in TypeScript', () => {
  test.each([
    ['start.ts', '3101 Phishing report triage'],
    ['two-headers.ts', '200\n200'],
    ['errors.ts', 'http 404'],
    ['retries.ts', 'cases'],
    ['mock-in-tests.ts', '200 listStories'],
    ['mock-people.ts', '200 200\n401'],
    ['mock-with-msw.ts', '200 listStories'],
    ['contract-in-tests.ts', 'failed: 0'],
    ['read-the-document.ts', 'AUDIT_LOG_READ listAuditLogs /api/v1/audit_logs'],
    ['examples-as-fixtures.ts', "application/json [ 'stories', 'meta' ]"],
  ])('%s runs', async (file, expected) => {
    const { code, stdout, stderr } = await runRecipe([process.execPath], file);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain(expected);
  });
});

test.skipIf(!hasPrograms(['python3', '--version']))('the recipe in Python lists the stories', async () => {
  expect((await runRecipe(['python3'], 'list-stories.py')).stdout).toContain('3101 Phishing report triage');
});

test.skipIf(!hasPrograms(['go', 'version']))(
  'the recipe in Go lists the stories',
  async () => {
    expect((await runRecipe(['go', 'run'], 'list-stories.go')).stdout).toContain('3101 Phishing report triage');
  },
  180_000,
);

test('the recipe of a pipeline runs a program against a healthy tenant and ends it', async () => {
  tested.add('ci.sh');
  // The packages are built already, so the line that builds them is left out here.
  const source = (await readFile(join(recipes, 'ci.sh'), 'utf8')).replace(/^npx --yes pnpm@12 build$/m, '');
  await writeFile(join(folder, 'ci.sh'), source);
  const port = String(await freePort());
  const command = [
    'bash',
    join(folder, 'ci.sh'),
    'sh',
    '-c',
    'curl -s "$TINES_TENANT_URL/api/v1/info" -H "X-User-Token: $TINES_API_KEY"',
  ];
  const { code, stdout } = await execute(command, repository, { PORT: port });
  expect(code).toBe(0);
  expect(stdout).toContain('stack');
  await expect(fetch(`http://127.0.0.1:${port}/_mock/health`)).rejects.toThrow();
});

test('the seed of a recipe makes a tenant with its people, stories and keys', async () => {
  tested.add('seed.json');
  const seed = JSON.parse(await readFile(join(recipes, 'seed.json'), 'utf8'));
  const own = await startMockTenant({ seed });
  const answer = await fetch(`${own.url}/api/v1/stories`, { headers: { 'x-user-token': 'blue-viewer-key' } });
  expect((await answer.json()).stories.map(({ name }: { name: string }) => name)).toEqual(['Lost laptop']);
  await own.close();
});

describe.skipIf(!hasPrograms(['bash', '--version'], ['curl', '--version']))('a recipe in a clone', () => {
  test('runs the contract cases and writes a report for machines', async () => {
    const { code, stdout } = await runInClone('contract.sh', ['contract.xml'], { TINES_API_KEY: '' });
    expect(code).toBe(0);
    expect(stdout.match(/^\d+ passed, 0 failed, 0 skipped/gm)).toHaveLength(3);
    expect(await read('contract.xml')).toContain('<testsuite');
  });

  test('runs cases of its own', async () => {
    tested.add('own-cases.json');
    expect((await runInClone('own-cases.sh', [], { TINES_API_KEY: '' })).stdout).toMatch(/^4 passed, 0 failed/m);
  });

  test('finds no drift between the document and the mock tenant, by reading alone', async () => {
    const { code, stdout } = await runInClone('drift.sh', ['drift.json']);
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing was sent.');
    expect(stdout).toContain('No difference was found.');
    expect(JSON.parse(await read('drift.json')).findings).toEqual([]);
    expect(new Set(tenant.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  test('records the traffic of a program and holds it against the document', async () => {
    const port = String(await freePort());
    const { code, stdout } = await runInClone('record.sh', ['recorded.har'], { PORT: port });
    expect(stdout).toContain('No difference was found.');
    expect(code).toBe(0);
    expect(await read('recorded.har')).not.toContain(tenant.keys.personalOwner);
  });

  test('points the document at the mock tenant, and runs one of its workflows', async () => {
    const { code, stdout } = await runInClone('document-tools.sh', ['openapi-mock.json']);
    expect(code, stdout).toBe(0);
    expect(JSON.parse(await read('openapi-mock.json')).servers[0].url).toBe('http://127.0.0.1:4010');
    expect(called()).toContain('listCredentials');
    expect(stdout).not.toContain(tenant.keys.personalOwner);
  });

  test('compares two copies of the document', async () => {
    // In a repository that has the tool, so that nothing is fetched, and no settings of its own.
    await symlink(join(docs, 'node_modules'), join(folder, 'node_modules'), 'dir');
    const document = JSON.parse(await readFile(join(repository, 'spec/dist/openapi.json'), 'utf8'));
    await writeFile(join(folder, 'old.json'), JSON.stringify(document));
    delete document.paths['/api/v1/tags/{tag_id}'].delete;
    await writeFile(join(folder, 'new.json'), JSON.stringify(document));
    const { code, stdout } = await runInClone('compare-versions.sh', ['old.json', 'new.json'], {}, folder);
    expect(code).toBe(0);
    expect(stdout).toContain('**1** major');
    expect(stdout.replaceAll('\\', '')).toContain('`DELETE /api/v1/tags/{tag_id}` was removed');
  });

  test('packs every package that is for others, and a repository takes the client from its archives', async () => {
    expect((await runInClone('pack.sh', ['vendor'])).code).toBe(0);
    expect(await readdir(join(folder, 'vendor'))).toHaveLength(5);
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    const installed = await runInClone('from-archives.sh', [], {}, folder);
    expect(installed.code, installed.stderr).toBe(0);
    await writeFile(join(folder, 'start.ts'), await readFile(join(recipes, 'start.ts'), 'utf8'));
    const { stdout } = await execute([process.execPath, 'start.ts'], folder, {
      TINES_TENANT_URL: tenant.url,
      TINES_API_KEY: tenant.keys.personalOwner,
    });
    expect(stdout).toContain('3101 Phishing report triage');
  });
});

test('no recipe is left untested', async () => {
  expect((await readdir(recipes)).filter((file) => !tested.has(file))).toEqual([]);
});

/** A port that nothing listened on a moment ago: the recorder takes a number and not 0. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function post(path: string, body: object): Promise<{ id: number }> {
  const headers = { 'x-user-token': tenant.keys.personalOwner, 'content-type': 'application/json' };
  const response = await fetch(`${tenant.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as { id: number };
}
