import { createTinesClient } from '@tines-openapi/client';

const client = createTinesClient({
  tenant: process.env.TINES_TENANT_URL ?? 'http://127.0.0.1:4010',
  auth: process.env.TINES_API_KEY ?? 'team-viewer-demo-key',
});

const { data, error } = await client.GET('/api/v1/stories', { params: { query: { per_page: 100 } } });
if (error) throw error;
for (const story of data.stories) console.log(story.id, story.name);
