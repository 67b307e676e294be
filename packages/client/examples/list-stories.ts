// Lists the stories of a tenant. Usage: node list-stories.ts
import { createTinesClient } from '@tines-openapi/client';

const client = createTinesClient({
  tenant: process.env.TINES_TENANT ?? '',
  auth: process.env.TINES_API_KEY ?? '',
});
const { data, error } = await client.GET('/api/v1/stories', { params: { query: { per_page: 100 } } });
if (error) console.error(error.message, error.hint ?? '');
else for (const story of data.stories) console.log(story.id, story.name);
