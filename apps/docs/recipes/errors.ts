import { createTinesClient } from '@tines-openapi/client';

const client = createTinesClient({
  tenant: process.env.TINES_TENANT_URL ?? '',
  auth: process.env.TINES_API_KEY ?? '',
});

const { data, error } = await client.GET('/api/v1/stories/{story_id}', { params: { path: { story_id: 999 } } });
if (error) {
  console.log(error.code, error.status); // http 404
  console.log(error.hint); // No such id, another team, too little right, or another version.
} else {
  console.log(data.name);
}
