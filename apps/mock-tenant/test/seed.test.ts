import { describe, expect, test } from 'vitest';
import { seed } from '../src/state/seed/index.ts';
import { createState, everyCollection } from '../src/state/state.ts';
import { openTenant } from './ask.ts';
import { exampleNamed } from './examples.ts';

const key = 'personal-owner-demo-key';

/** What reading operations answer in the seed, and the example that shows the same. */
const reads = [
  ['GET /api/v1/stories/3101', 'getStory', 'story'],
  ['GET /api/v1/stories?team_id=1101&per_page=1', 'listStories', 'story-list'],
  ['GET /api/v1/stories/3102/export', 'exportStory', 'story-export'],
  ['GET /api/v1/stories/3101/runs', 'listStoryRuns', 'story-run-list'],
  ['GET /api/v1/stories/3103/runs?draft_id=3201', 'listStoryRuns', 'story-run-list-of-a-draft'],
  ['GET /api/v1/stories/3101/runs/7c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5', 'listStoryRunEvents', 'story-run-event-list'],
  [
    'GET /api/v1/stories/3101/runs/7c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5/summary',
    'getStoryRunSummary',
    'story-run-summary',
  ],
  ['GET /api/v1/stories/3101/versions', 'listStoryVersions', 'story-version-list'],
  ['GET /api/v1/stories/3101/versions/3301', 'getStoryVersion', 'story-version-with-export'],
  ['GET /api/v1/stories/3103/drafts', 'listStoryDrafts', 'story-draft-list'],
  ['GET /api/v1/stories/3103/change_request/view?draft_id=3201', 'viewChangeRequest', 'change-request'],
  ['GET /api/v1/change_requests?status=PENDING', 'listChangeRequests', 'change-request-list'],
  ['GET /api/v1/change_requests/3401', 'getChangeRequest', 'change-request-detail'],
  ['GET /api/v1/actions/4103', 'getAction', 'action'],
  ['GET /api/v1/actions?story_id=3101&per_page=2', 'listActions', 'action-list'],
  ['GET /api/v1/actions/4103/events', 'listActionEvents', 'action-event-list'],
  ['GET /api/v1/actions/4103/logs', 'listActionLogs', 'action-log-list'],
  ['GET /api/v1/events?story_id=3101', 'listEvents', 'event-list'],
  ['GET /api/v1/events/5101', 'getEvent', 'event'],
  ['GET /api/v1/groups/4190/runs', 'listGroupRuns', 'group-run-list'],
  ['GET /api/v1/groups/4190/runs/2b3c4d5e-6f70-4812-93a4-b5c6d7e8f901', 'listGroupRunEvents', 'group-run-event-list'],
  ['GET /api/v1/notes?story_id=3101', 'listNotes', 'note-list'],
  ['GET /api/v1/notes/3501', 'getNote', 'note'],
] as const;

/** What writing operations answer to the request that the document shows, in a fresh tenant. */
const writes = [
  ['POST /api/v1/stories', 'createStory', 'create-story-request', 'story-created'],
  ['POST /api/v1/stories/import', 'importStory', 'import-story-request', 'story-imported'],
  ['POST /api/v1/stories/3101/disable', 'disableStory', 'disable-story-request', 'story-disabled-state'],
  ['POST /api/v1/stories/3101/owners', 'createStoryOwner', 'create-story-owner-request', 'story-with-owner'],
  [
    'POST /api/v1/stories/3101/recipients',
    'createStoryRecipient',
    'create-story-recipient-request',
    'story-with-recipient',
  ],
  ['POST /api/v1/stories/3101/versions', 'createStoryVersion', 'create-story-version-request', 'story-version-created'],
  [
    'POST /api/v1/stories/3101/versions/3301',
    'updateStoryVersion',
    'update-story-version-request',
    'story-version-updated',
  ],
  ['DELETE /api/v1/stories/3101/versions/3301', 'deleteStoryVersion', null, 'story-version-deleted'],
  ['POST /api/v1/stories/3103/drafts', 'createStoryDraft', 'create-story-draft-request', 'story-draft-created'],
  [
    'POST /api/v1/stories/3103/change_request/approve',
    'approveChangeRequest',
    'approve-change-request-request',
    'change-request-approved',
  ],
  [
    'POST /api/v1/stories/3103/change_request/cancel',
    'cancelChangeRequest',
    'cancel-change-request-request',
    'change-request-cancelled',
  ],
  [
    'POST /api/v1/stories/3103/change_request/reject',
    'rejectChangeRequest',
    'reject-change-request-request',
    'change-request-rejected',
  ],
  [
    'POST /api/v1/stories/3103/change_request/promote',
    'promoteChangeRequest',
    'promote-change-request-with-bypass-request',
    'story-promoted',
  ],
  ['POST /api/v1/actions', 'createAction', 'create-action-request', 'action-created'],
  ['PUT /api/v1/actions/4103', 'updateAction', 'update-action-request', 'action-updated'],
  ['DELETE /api/v1/actions/4112/clear_memory', 'clearActionMemory', null, 'action-memory-cleared'],
  [
    'DELETE /api/v1/actions/4103/remove_events',
    'deleteActionEvents',
    'delete-action-events-request',
    'action-events-deleted',
  ],
  ['DELETE /api/v1/actions/4103/remove_logs', 'deleteActionLogs', null, 'action-logs-deleted'],
  ['POST /api/v1/notes', 'createNote', 'create-note-request', 'note-created'],
  ['PUT /api/v1/notes/3501', 'updateNote', 'update-note-request', 'note-updated'],
] as const;

describe('the seed is the tenant of the examples', () => {
  test.each(reads)('%s answers what %s shows', async (line, operationId, example) => {
    const { ask, tenant } = openTenant();
    const { status, body } = await ask(line, { key });
    expect(status).toBe(200);
    expect(tenant.requests.at(-1)?.operationId).toBe(operationId);
    expectShown(body, exampleNamed(example));
  });

  test.each(writes)('%s by %s answers what the document shows for %s', async (line, operationId, sent, example) => {
    const { ask, tenant } = openTenant();
    const answered = await ask(line, { key, ...(sent && { body: exampleNamed(sent) }) });
    expect(answered.status).toBeLessThan(300);
    expect(tenant.requests.at(-1)?.operationId).toBe(operationId);
    expectShown(answered.body, withoutMoments(exampleNamed(example)) as Record<string, unknown>);
  });
});

describe('ids of what is made', () => {
  test('follow those of the seed, in whatever order a tenant is filled', () => {
    const state = createState();
    // Where ids begin at 1, no answer shows them.
    const planned = everyCollection(state).filter(([, { nextId }]) => nextId > 1);
    const first = planned.map(([name, { nextId }]) => [name, nextId]);
    seed(state);
    expect(planned.map(([name, { nextId }]) => [name, nextId])).toEqual(first);
  });

  test('name either a person or a service account, and nobody twice', async () => {
    const { ask } = openTenant();
    const account = await ask('POST /_mock/keys', { body: { type: 'service', name: 'CI', tenant_permissions: [] } });
    const person = await ask('POST /api/v1/admin/users', { key, body: { email: 'fay.moreau@quiet-harbor.example' } });
    expect([account.body.acts_as.id, person.body.id]).toEqual([2205, 2206]);
    expect((await ask('GET /api/v1/admin/users/2205', { key })).status).toBe(404);
    expect((await ask('GET /api/v1/admin/users/2206', { key })).body).toEqual(person.body);
  });
});

/** Ids, guids and times of what a call makes are those of the moment, and so is who makes it. */
const ofTheMoment = new Set(['guid', 'user_id', 'created_at', 'updated_at', 'edited_at', 'timestamp']);
const importedId = 3111;

function withoutMoments(example: unknown): unknown {
  if (Array.isArray(example)) return example.map(withoutMoments);
  if (typeof example !== 'object' || example === null) return example;
  const kept = Object.entries(example).filter(([name, value]) => !ofTheMoment.has(name) && value !== importedId);
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutMoments(value)]));
}

/** A list may hold more than its example and in another order; the paging belongs to how it was asked. */
function expectShown(answered: Record<string, unknown>, example: Record<string, unknown>): void {
  for (const [name, shown] of Object.entries(example)) {
    if (name === 'meta') continue;
    const there = answered[name];
    if (Array.isArray(shown) && shown.every((entry) => isNamed(entry))) {
      expect(there).toEqual(
        expect.arrayContaining(shown.map((entry) => expect.objectContaining(parsed(entry) as object))),
      );
    } else if (typeof shown === 'object' && shown !== null && !Array.isArray(shown)) {
      expectShown(there as Record<string, unknown>, shown as Record<string, unknown>);
    } else {
      expect(parsed(there), name).toEqual(parsed(shown));
    }
  }
}

function isNamed(entry: unknown): boolean {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    ('id' in entry || 'guid' in entry) &&
    !('origin_story_identifier' in entry)
  );
}

/** Exports stand as JSON text in some answers; how it is spaced is no matter. */
function parsed(value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('{') ? JSON.parse(value) : value;
}
