import { expect, test } from 'vitest';
import { listOf, objectAt, operationsOf, resolve } from '../scripts/json.ts';
import { readDist } from './document.ts';

const document = readDist('openapi.json');
const shapes = new Set(
  operationsOf(document).map(
    ({ method, path }) => `${method.toUpperCase()} ${path.replace(/^\/api\/v\d/, '').replaceAll(/\{[^}]*\}/g, '{}')}`,
  ),
);
const paths = new Set([...shapes].map((shape) => shape.split(' ')[1]));

// Seen in public programs, known to no page. Whoever looks for one of these must not find it here.
test.each([
  '/story_runs',
  '/stories/runs/{}',
  '/stories/{}/trigger',
  '/stories/{}/send',
  '/stories/{}/agents',
  '/stories/{}/events',
  '/stories/{}/versions/restore',
  '/events/{}/retry',
  '/credentials',
  '/resources',
  '/team',
  '/teams/{}/memberships',
  '/users',
  '/users/info',
  '/change-requests',
  '/change-requests/{}',
  '/admin/jobs/queued',
  '/admin/users/{}/expire_sessions',
  '/info/worker_statistics',
  '/logs',
  '/dry_run',
  '/actions/{}/dry_run',
  '/stories/{}/dry_run',
])('the invented path %s does not exist', (path) => {
  expect(paths).not.toContain(path);
});

test('links are only deleted, never created by a call of their own', () => {
  expect(shapes).toContain('DELETE /links');
  expect(shapes).not.toContain('POST /links');
});

test('audit logs have no query `from`', () => {
  const operation = objectAt(document, 'paths', '/api/v1/audit_logs', 'get');
  const names = listOf(operation.parameters).map((parameter) => objectAt(resolve(document, parameter)).name);
  expect(names).toContain('after');
  expect(names).not.toContain('from');
});
