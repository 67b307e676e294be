// Brings a resource to a value, whether it is there or not. Usage: node upsert-resource.ts <team id> <name> <value as JSON>
import { createTinesClient, paginate, unwrap } from '@tines-openapi/client';
import { fromEnvironment } from '@tines-openapi/client/node';

const [team, name = '', text = '""'] = process.argv.slice(2);
const team_id = Number(team);
const value = JSON.parse(text);
const client = createTinesClient(fromEnvironment());

// The API looks nothing up by name, so go through the list of the team.
async function findByName() {
  for await (const resource of paginate(client, '/api/v1/global_resources', { params: { query: { team_id } } })) {
    if (resource.name === name) return resource;
  }
  return undefined;
}

const found = await findByName();
if (found) {
  await unwrap(
    client.PUT('/api/v1/global_resources/{resource_id}', {
      params: { path: { resource_id: found.id } },
      body: { value },
    }),
  );
  console.log(`Updated resource ${found.id}`);
} else {
  const made = await unwrap(client.POST('/api/v1/global_resources', { body: { team_id, name, value } }));
  console.log(`Created resource ${made.id}`);
}
