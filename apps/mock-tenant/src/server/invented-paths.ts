import type { OperationId } from '@tines-openapi/types/operations';

/** What people mean by a path that no page knows. Published clients of the API call each of these. */
export interface Invention {
  /** The path as they write it, `*` for one part that is an id. */
  path: string;
  /** Method in capitals, where other methods of the path mean something else. */
  method?: string;
  /** The operations they mean, the likeliest first. */
  meant: readonly OperationId[];
  /** What stands elsewhere than they think, in a clause. */
  hint?: string;
}

const ofOneStory = 'with the query parameter story_id';

/** Paths where the nearest by spelling is not the one that is meant. */
export const inventions: readonly Invention[] = [
  { path: '/api/v1/story_runs', meant: ['listStoryRuns'], hint: 'runs are listed for one story' },
  { path: '/api/v1/stories/runs/*', meant: ['listStoryRunEvents', 'getStoryRunSummary'] },
  {
    path: '/api/v1/stories/*/trigger',
    meant: ['triggerWebhook', 'runAction'],
    hint: 'a story starts by a webhook action of it',
  },
  {
    path: '/api/v1/stories/*/send',
    meant: ['triggerWebhook', 'runAction'],
    hint: 'a story starts by a webhook action of it',
  },
  {
    path: '/api/v1/stories/*/run',
    meant: ['triggerWebhook', 'runAction'],
    hint: 'a story starts by a webhook action of it',
  },
  {
    path: '/api/v1/links',
    method: 'POST',
    meant: ['updateAction', 'createAction'],
    hint: 'links are made by the fields source_ids and links_to_sources of an action',
  },
  { path: '/api/v1/links', method: 'GET', meant: ['getAction', 'exportStory'], hint: 'an action names its neighbours' },
  { path: '/api/v1/events/*/retry', meant: ['reemitEvent'] },
  { path: '/api/v1/users/info', meant: ['getTenantInfo', 'listUsers'], hint: 'no operation tells whose key it is' },
  { path: '/api/v1/stories/*/agents', meant: ['listActions'], hint: ofOneStory },
  { path: '/api/v1/stories/*/actions', meant: ['listActions'], hint: ofOneStory },
  { path: '/api/v1/stories/*/events', meant: ['listEvents'], hint: ofOneStory },
  { path: '/api/v1/change-requests/*/approve', meant: ['approveChangeRequest'], hint: 'under the story' },
  { path: '/api/v1/change-requests/*/reject', meant: ['rejectChangeRequest'], hint: 'under the story' },
  { path: '/api/v1/change-requests/*/cancel', meant: ['cancelChangeRequest'], hint: 'under the story' },
  { path: '/api/v1/change-requests/*/promote', meant: ['promoteChangeRequest'], hint: 'under the story' },
  { path: '/api/v1/admin/jobs/queued', meant: ['listQueuedJobs'] },
  { path: '/api/v1/admin/jobs/retry', meant: ['listRetryJobs'] },
  { path: '/api/v1/admin/jobs/dead', meant: ['listDeadJobs'] },
  { path: '/api/v1/admin/jobs/in_progress', meant: ['listInProgressJobs'] },
  { path: '/api/v1/admin/users/*/expire_sessions', meant: ['expireUserSession'] },
  { path: '/api/v1/expire_sessions', meant: ['expireUserSession'] },
  { path: '/api/v1/info/worker_statistics', meant: ['getWorkerStats'] },
  { path: '/api/v1/logs', meant: ['listActionLogs', 'listAuditLogs'], hint: 'logs are those of one action' },
  { path: '/api/v1/stories/*/logs', meant: ['listActionLogs'], hint: 'logs are those of one action' },
  { path: '/api/v1/actions/*/dry_run', meant: ['runAction'], hint: 'an action is run for good or not at all' },
  {
    path: '/api/v1/stories/*/versions/*/restore',
    meant: ['getStoryVersion', 'importStory'],
    hint: 'a version is exported and imported again with the mode versionReplace',
  },
  {
    path: '/api/v1/stories/*/versions/restore',
    method: 'POST',
    meant: ['getStoryVersion', 'importStory'],
    hint: 'a version is exported and imported again with the mode versionReplace',
  },
];

/** Beginnings of paths under the name that people expect, and the one that they have. */
export const renamed: readonly (readonly [RegExp, string])[] = [
  [/^\/api\/v1\/credentials(?=\/|$)/, '/api/v1/user_credentials'],
  [/^\/api\/v1\/team(?=\/|$)/, '/api/v1/teams'],
  [/^\/api\/v1\/resources(?=\/|$)/, '/api/v1/global_resources'],
  [/^\/api\/v1\/users(?=\/|$)/, '/api/v1/admin/users'],
  [/^\/api\/v1\/change-requests(?=\/|$)/, '/api/v1/change_requests'],
];
