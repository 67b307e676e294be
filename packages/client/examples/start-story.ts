// Starts a story by its webhook and waits for its run. Usage: node start-story.ts <action id>
import { createTinesClient, triggerWebhook, unwrap } from '@tines-openapi/client';
import { fromEnvironment } from '@tines-openapi/client/node';

const client = createTinesClient(fromEnvironment());
const action = await unwrap(
  client.GET('/api/v1/actions/{action_id}', { params: { path: { action_id: Number(process.argv[2]) } } }),
);
const path = { story_id: action.story_id };

// The answer of a webhook names no run, so look for the newest one that was not there before.
const runs = { params: { path, query: { per_page: 1 } } };
const before = await unwrap(client.GET('/api/v1/stories/{story_id}/runs', runs));
await unwrap(triggerWebhook({ tenant: client, action }, { link: 'https://phish.example' }));

for (let attempt = 0; attempt < 30; attempt++) {
  const { story_runs } = await unwrap(client.GET('/api/v1/stories/{story_id}/runs', runs));
  const [run] = story_runs;
  if (run && run.guid !== before.story_runs[0]?.guid) {
    console.log(`Run ${run.guid}: ${run.action_count} actions, ${run.event_count} events`);
    process.exit();
  }
  await new Promise((resolve) => setTimeout(resolve, 1000));
}
throw new Error('No run showed up within 30 seconds.');
