import createClient from 'openapi-fetch';
import type { components, paths } from './generated/api.js';

type Story = components['schemas']['Story'];
type StoryList = components['schemas']['StoryList'];

const { TINES_URL: baseUrl = '', TINES_KEY: key = '', TINES_SCHEME: scheme } = process.env;

function createTinesClient(secret: string) {
  const headers = scheme === 'bearer' ? { authorization: `Bearer ${secret}` } : { 'x-user-token': secret };
  return createClient<paths>({ baseUrl, headers });
}

function assert(holds: boolean, wrong: string): asserts holds {
  if (!holds) throw new Error(wrong);
}

const client = createTinesClient(key);

async function listPage(page: number): Promise<StoryList> {
  const { data } = await client.GET('/api/v1/stories', { params: { query: { per_page: 2, page } } });
  assert(data !== undefined, `no page ${page}`);
  return data;
}

const stories: Story[] = [];
for (let page: number | null | undefined = 1; page; ) {
  const { stories: some, meta }: StoryList = await listPage(page);
  stories.push(...some);
  page = meta.next_page_number;
}
const [first] = stories;
assert(first !== undefined && stories.length >= 3, `only ${stories.length} stories`);
console.log('list ok');

const path = '/api/v1/stories/{story_id}';
const found = await client.GET(path, { params: { path: { story_id: first.id } } });
assert(found.data?.name === first.name, `the story is named ${found.data?.name}`);
console.log('get ok');

const body = { team_id: first.team_id, name: 'Made through openapi-fetch' };
const created = await client.POST('/api/v1/stories', { body });
assert(created.data?.name === body.name, `the new story is named ${created.data?.name}`);
console.log('create ok');

const missing = await client.GET(path, { params: { path: { story_id: 999_999_999 } } });
assert(missing.response.status === 404, `status ${missing.response.status}`);
assert(missing.error !== undefined && 'error' in missing.error, 'an error of another shape');
console.log('error ok');

const refused = await createTinesClient('wrong-key').GET('/api/v1/stories');
assert(refused.response.status === 401, `status ${refused.response.status}`);
console.log('unauthorized ok');
