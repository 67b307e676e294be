// Lists the actions of all stories that logged an error, within the limit of 100 calls a minute. Usage: node watch-failing-actions.ts
import { createLimiter, createTinesClient, logTo, paginate } from '@tines-openapi/client';
import { fromEnvironment } from '@tines-openapi/client/node';

const client = createTinesClient({
  ...fromEnvironment(),
  limiter: createLimiter({ concurrency: 4 }),
  // Only what was sent again or failed is worth a line.
  hooks: logTo({ ...console, debug: () => {} }),
});

for await (const action of paginate(client, '/api/v1/actions', { params: { query: { per_page: 500 } } })) {
  if (!action.last_error_log_at) continue;
  const init = { params: { path: { action_id: action.id }, query: { level: 4, per_page: 1 } } } as const;
  const [latest] = await paginate(client, '/api/v1/actions/{action_id}/logs', init, { limit: 1 }).toArray();
  // Logs can be empty although the page of the action shows errors.
  console.log(`${action.name} failed at ${action.last_error_log_at}: ${latest?.message ?? 'no log kept'}`);
}
