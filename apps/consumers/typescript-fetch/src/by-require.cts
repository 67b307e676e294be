import client = require('@tines-openapi/client');
import table = require('@tines-openapi/types/operations');

const tenant = process.argv[2] ?? '';
const key = 'team-editor-demo-key';

async function listStoryNames(auth: client.Auth): Promise<string[]> {
  const { data, error } = await client.createTinesClient({ tenant, auth }).GET('/api/v1/stories');
  if (error) throw error;
  return data.stories.map((story) => story.name);
}

async function main(): Promise<void> {
  const bearer = await listStoryNames({ bearer: key });
  const userToken = await listStoryNames({ userToken: key });
  console.log(JSON.stringify({ bearer, userToken, operations: table.operations.length }));
}

void main();
