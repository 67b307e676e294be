import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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
  const source = (await readFile(join(recipes, 'ci.sh'), 'utf8')).replace(/^npx .*$/m, '');
  await writeFile(join(folder, 'ci.sh'), source);
  const port = String(20_000 + (process.pid % 20_000));
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

test('no recipe is left untested', async () => {
  expect((await readdir(recipes)).filter((file) => !tested.has(file))).toEqual([]);
});

async function post(path: string, body: object): Promise<{ id: number }> {
  const headers = { 'x-user-token': tenant.keys.personalOwner, 'content-type': 'application/json' };
  const response = await fetch(`${tenant.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as { id: number };
}
