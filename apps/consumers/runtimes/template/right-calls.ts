import { createTinesClient, isStatus, paginate, unwrap } from '@tines-openapi/client';
import { call, operations } from '@tines-openapi/client/operations';
import type { AuditLog, CreateStoryRequest, ErrorBody, Story } from '@tines-openapi/types';
import { StoryMode } from '@tines-openapi/types/enums';

const client = createTinesClient({ tenant: 'acme', auth: 'k', operations });
const body: CreateStoryRequest = { team_id: 1 };
const mode: 'LIVE' | 'TEST' = StoryMode[0];

export async function stories(): Promise<Story[]> {
  const made: Story = await unwrap(client.POST('/api/v1/stories', { body }));
  const read = await client.GET('/api/v1/stories/{story_id}', { params: { path: { story_id: made.id } } });
  if (isStatus(read, 404)) {
    const refused: ErrorBody | undefined = read.error.body;
    console.log(mode, refused, read.error.problems);
  }
  const list = await call(client, 'listStories', { params: { query: { per_page: 5 } } });
  if (list.error) throw list.error;
  const rows: AuditLog[] = await paginate(client, '/api/v1/audit_logs', {}, { since: new Date() }).toArray();
  console.log(rows.length);
  return list.data.stories;
}
