import { createTinesClient } from '@tines-openapi/client';

const client = createTinesClient({ tenant: 'acme', auth: 'k' });

client.GET('/api/v1/storys');
client.GET('/api/v1/stories/{story_id}');
client.POST('/api/v1/stories', { body: { name: 'No team' } });
client.POST('/api/v1/stories', { body: { team_id: 1, nmae: 'Typo' } });
client.GET('/api/v1/stories', { params: { query: { per_page: 'many' } } });
