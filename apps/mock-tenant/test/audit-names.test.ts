import { describe, expect, test } from 'vitest';
import { behaviours } from '../src/behaviours/index.ts';
import { operationById, operations } from '../src/contract/document.ts';
import { auditNames } from '../src/state/audit-names.ts';
import { openTenant } from './ask.ts';

/** Calls that are no GET and still only read: searches, and webhooks, which nobody's key makes. */
const reading = /^(search|query|aggregate)|^triggerWebhook/;

describe('the names of the audit log', () => {
  test('cover every writing operation that the tenant carries out', () => {
    const writing = operations.filter(({ id, method }) => method !== 'get' && behaviours[id] && !reading.test(id));
    expect(writing.filter(({ id }) => auditNames[id] === undefined).map(({ id }) => id)).toEqual([]);
  });

  test('belong to operations of the document', () => {
    expect(Object.keys(auditNames).filter((id) => !operationById.has(id))).toEqual([]);
  });
});

test('a writing call stands there as done by the service account of its key', async () => {
  const { ask } = openTenant();
  const key = 'tenant-owner-demo-key';
  await ask('POST /api/v1/admin/users', { key, body: { email: 'fatima@quiet-harbor.example' } });
  await ask('DELETE /api/v1/admin/delete_all_queued_jobs', { key });
  await ask('POST /api/v1/admin/roles', { key: 'personal-owner-demo-key', body: { name: 'R', permissions: [] } });
  const { body } = await ask('GET /api/v1/audit_logs?per_page=3', { key: 'service-audit-demo-key' });
  expect(body.audit_logs).toMatchObject([
    { operation_name: 'RoleCreation', user_name: 'Amara Okafor' },
    { operation_name: 'JobsQueuedDeletion', user_name: 'Tenant automation' },
    { operation_name: 'UsersInvitation', user_id: 2202, inputs: { inputs: { email: 'fatima@quiet-harbor.example' } } },
  ]);
});
