// Builds a story of two actions. Usage: node build-story.ts <team id> <name>
import { createTinesClient, isStatus, unwrap } from '@tines-openapi/client';
import { fromEnvironment } from '@tines-openapi/client/node';

const team_id = Number(process.argv[2]);
const client = createTinesClient(fromEnvironment());

// An unknown team may land in a hidden personal one, so make sure of it first.
const team = await client.GET('/api/v1/teams/{team_id}', { params: { path: { team_id } } });
if (isStatus(team, 404)) throw new Error(`There is no team ${team_id} for this key.`);

const story = await unwrap(client.POST('/api/v1/stories', { body: { team_id, name: process.argv[3] ?? 'Built' } }));
const webhook = await unwrap(
  client.POST('/api/v1/actions', {
    body: {
      story_id: story.id,
      type: 'Agents::WebhookAgent',
      name: 'Receive alert',
      options: { path: story.guid, secret: crypto.randomUUID().replaceAll('-', ''), verbs: 'post' },
      position: { x: 0, y: 0 },
    },
  }),
);
const shape = await unwrap(
  client.POST('/api/v1/actions', {
    body: {
      story_id: story.id,
      type: 'Agents::EventTransformationAgent',
      name: 'Shape alert',
      options: { mode: 'message_only', payload: { title: '<<receive_alert.body.title>>' } },
      position: { x: 0, y: 150 },
      source_ids: [webhook.id],
    },
  }),
);
console.log(`Story ${story.id}: ${webhook.name} feeds ${shape.name}`);
