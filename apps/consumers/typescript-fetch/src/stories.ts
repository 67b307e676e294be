import { type Auth, createTinesClient, isTinesError } from '@tines-openapi/client';
import type { Story } from '@tines-openapi/types';

/** The names of the stories that a key can see. */
export async function listStoryNames(tenant: string, auth: Auth): Promise<string[]> {
  const client = createTinesClient({ tenant, auth });
  const { data, error } = await client.GET('/api/v1/stories', { params: { query: { per_page: 100 } } });
  if (error) throw error;
  return data.stories.map(nameOf);
}

/** The status with which a wrong key is refused. */
export async function refusalOf(tenant: string, auth: Auth): Promise<number | undefined> {
  const client = createTinesClient({ tenant, auth });
  const { error } = await client.GET('/api/v1/info');
  return isTinesError(error) ? error.status : undefined;
}

/** A new story, read back by its id. */
export async function createAndRead(tenant: string, auth: Auth, name: string): Promise<Story> {
  const client = createTinesClient({ tenant, auth });
  const created = await client.POST('/api/v1/stories', { body: { team_id: 1101, name } });
  if (created.error) throw created.error;
  const read = await client.GET('/api/v1/stories/{story_id}', { params: { path: { story_id: created.data.id } } });
  if (read.error) throw read.error;
  return read.data;
}

function nameOf({ name }: Pick<Story, 'name'>): string {
  return name;
}
