import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startMockTenant } from '@tines-openapi/mock-tenant';
import { expect, test } from 'vitest';

/** The workflows of the spec package, run by `redocly respect` against the mock tenant, each against one of its own. */
const spec = fileURLToPath(import.meta.resolve('@tines-openapi/spec/package.json'));
const folder = join(dirname(spec), 'arazzo');
// The tool that lints the workflows runs them too, so it is the one of their package.
const respect = join(dirname(createRequire(spec).resolve('@redocly/cli/package.json')), 'bin/cli.js');

const apiKey = 'tenant-owner-demo-key';

/** What each workflow is given: people, teams and stories of the seed. */
const inputs: Record<string, Record<string, string | number>> = {
  'back-up-story.yaml': { apiKey },
  'configure-team.yaml': { apiKey, teamName: 'Cloud' },
  'export-audit-log.yaml': { apiKey, after: '2026-01-01T00:00:00Z', before: '2027-01-01T00:00:00Z' },
  'inventory-credentials.yaml': { apiKey, teamId: 1101 },
  'keep-state-in-records.yaml': { apiKey, teamId: 1101, item: 'T-8812' },
  'lock-with-resource.yaml': { apiKey, holder: 'nightly-run-41' },
  'offboard-user.yaml': { apiKey, userId: 2102, teamId: 1101 },
  'open-case-from-alert.yaml': {
    apiKey,
    teamId: 1102,
    title: 'Sign-in from afar',
    alertId: 'A-1',
    finding: 'Known VPN.',
  },
  'promote-story.yaml': {
    sourceKey: apiKey,
    targetKey: apiKey,
    storyId: 3101,
    targetTeamId: 1102,
    versionName: '3f2a9c1',
  },
  'start-story.yaml': {
    apiKey,
    storyId: 3101,
    webhookPath: '1f0e2d3c4b5a69788796a5b4c3d2e1f0',
    webhookSecret: 'aa00bb11cc22dd33ee44ff5566778899',
    since: '2026-11-24T09:00:00Z',
  },
};

test('every workflow has its inputs here', () => {
  expect(Object.keys(inputs)).toEqual(readdirSync(folder).filter((file) => file.endsWith('.yaml')));
});

test.each(Object.keys(inputs))('%s passes against the mock tenant', async (file) => {
  const tenant = await startMockTenant();
  const own = file === 'lock-with-resource.yaml' ? { resourceId: await makeLock(tenant.url) } : {};
  const { code, output } = await run(file, tenant.url, { ...inputs[file], ...own });
  await tenant.close();
  expect(output).toMatch(/Workflows:.* 1 passed, 1 total/);
  expect(code).toBe(0);
});

test('a workflow fails where the key may not do what it asks, without telling the key', async () => {
  const tenant = await startMockTenant();
  const key = 'team-viewer-demo-key';
  const { code, output } = await run('open-case-from-alert.yaml', tenant.url, {
    ...inputs['open-case-from-alert.yaml'],
    apiKey: key,
  });
  await tenant.close();
  expect(code).toBe(1);
  expect(output).toMatch(/Workflows:.* 1 failed, 1 total/);
  expect(output).not.toContain(key);
});

async function makeLock(url: string): Promise<number> {
  const answer = await fetch(`${url}/api/v1/global_resources`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Lock of the nightly run', team_id: 1101, value: { lock: 'free' } }),
  });
  return ((await answer.json()) as { id: number }).id;
}

function run(
  file: string,
  url: string,
  given: Record<string, string | number>,
): Promise<{ code: number; output: string }> {
  // The workflow between two tenants has the same one at both ends.
  const servers = file === 'promote-story.yaml' ? ['source', 'target'] : ['tines'];
  const args = servers.flatMap((name) => ['--server', `${name}=${url}`]);
  const env = {
    ...process.env,
    NO_COLOR: '1',
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    REDOCLY_CLI_RESPECT_INPUT: Object.entries(given)
      .map(([name, value]) => `${name}=${value}`)
      .join(','),
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [respect, 'respect', join(folder, file), ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}
