// Puts an exported story into a team, over the one of the same name. Usage: node promote-story.ts <story id> <team id> <name>
import { createTinesClient, isStatus, unwrap } from '@tines-openapi/client';
import { fromEnvironment } from '@tines-openapi/client/node';

const [story_id, team_id] = process.argv.slice(2).map(Number) as [number, number];
const new_name = process.argv[4] ?? 'Promoted story';
const client = createTinesClient(fromEnvironment());

const data = await unwrap(client.GET('/api/v1/stories/{story_id}/export', { params: { path: { story_id } } }));
const imported = await client.POST('/api/v1/stories/import', {
  body: { new_name, data, team_id, mode: 'versionReplace' },
});
if (isStatus(imported, 404)) throw new Error(`Team ${team_id} is not there for this key. ${imported.error.hint}`);
const { id, name } = await unwrap(imported);

// A version of what was just put in is what a rollback goes back to.
await unwrap(
  client.POST('/api/v1/stories/{story_id}/versions', {
    params: { path: { story_id: id } },
    body: { name: `Promoted from ${story_id}` },
  }),
);
console.log(`${name} is story ${id}`);
