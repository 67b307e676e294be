import { describe, expect, test } from 'vitest';
import { operationById } from '../src/contract/document.ts';
import { inventions } from '../src/server/invented-paths.ts';
import { route } from '../src/server/router.ts';
import { openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';

/** What published clients of the API call, and the operation that they mean. */
const calls: [string, string][] = [
  ['GET /api/v1/story_runs', 'listStoryRuns'],
  ['POST /api/v1/stories/3101/trigger', 'triggerWebhook'],
  ['POST /api/v1/stories/3101/send', 'triggerWebhook'],
  ['POST /api/v1/stories/3101/run', 'triggerWebhook'],
  ['POST /api/v1/links', 'updateAction'],
  ['GET /api/v1/links', 'getAction'],
  ['POST /api/v1/events/5101/retry', 'reemitEvent'],
  ['GET /api/v1/credentials', 'listCredentials'],
  ['POST /api/v1/credentials', 'createCredential'],
  ['DELETE /api/v1/credentials/9101', 'deleteCredential'],
  ['GET /api/v1/stories/runs/0b7e1b0c4e0c4a0f8f3b2a1c0d9e8f7a', 'listStoryRunEvents'],
  ['GET /api/v1/team', 'listTeams'],
  ['GET /api/v1/team/1101', 'getTeam'],
  ['GET /api/v1/users/info', 'getTenantInfo'],
  ['GET /api/v1/users', 'listUsers'],
  ['GET /api/v1/users/2102', 'getUser'],
  ['GET /api/v1/stories/3101/agents', 'listActions'],
  ['GET /api/v1/stories/3101/actions', 'listActions'],
  ['GET /api/v1/stories/3101/events', 'listEvents'],
  ['GET /api/v1/change-requests', 'listChangeRequests'],
  ['GET /api/v1/change-requests/3401', 'getChangeRequest'],
  ['POST /api/v1/change-requests/3401/approve', 'approveChangeRequest'],
  ['POST /api/v1/change-requests/3401/promote', 'promoteChangeRequest'],
  ['GET /api/v1/admin/jobs/queued', 'listQueuedJobs'],
  ['GET /api/v1/admin/jobs/dead', 'listDeadJobs'],
  ['POST /api/v1/admin/users/2102/expire_sessions', 'expireUserSession'],
  ['GET /api/v1/resources', 'listResources'],
  ['PUT /api/v1/resources/8101', 'updateResource'],
  ['GET /api/v1/info/worker_statistics', 'getWorkerStats'],
  ['GET /api/v1/logs', 'listActionLogs'],
  ['GET /api/v1/stories/3101/logs', 'listActionLogs'],
  ['POST /api/v1/actions/4101/dry_run', 'runAction'],
  ['POST /api/v1/agents/4101/dry_run', 'runAction'],
  ['POST /api/v1/stories/3101/versions/3301/restore', 'getStoryVersion'],
  ['POST /api/v1/stories/3101/versions/restore', 'getStoryVersion'],
];

describe('a path that no page knows', () => {
  test.each(calls)('%s answers 404 and names %s first', async (line, meant) => {
    const { ask } = openTenant();
    const refused = await ask(line, { key });
    expect(refused.status).toBe(404);
    expect(/\((\w+)\)/.exec(refused.body.error)?.[1]).toBe(meant);
  });

  test('with a slash at its end is told the same', async () => {
    const { ask } = openTenant();
    expect((await ask('GET /api/v1/story_runs/', { key })).body.error).toContain('(listStoryRuns)');
  });

  test('that is a query parameter is reported beside the answer', async () => {
    const { ask } = openTenant();
    const answered = await ask('GET /api/v1/audit_logs?from=2026-11-21T00:00:00Z', { key });
    expect(answered.headers.get('x-mock-unknown-query')).toBe('from');
  });
});

describe('the table of invented paths', () => {
  test('names operations that exist', () => {
    const meant = inventions.flatMap((invention) => invention.meant);
    expect(meant.filter((id) => !operationById.has(id))).toEqual([]);
  });

  test('holds no path that an operation serves', () => {
    const served = inventions.filter(({ path, method }) => {
      const methods = method === undefined ? ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'] : [method];
      return methods.some((each) => route(each, path.replaceAll('*', '1')).found === 'operation');
    });
    expect(served.map(({ path }) => path)).toEqual([]);
  });
});
