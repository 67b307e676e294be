import { createClient } from './generated/client/index.js';
import { createStory, getStory, listStories, type Story, type StoryList } from './generated/index.js';

const { TINES_URL: baseUrl = '', TINES_KEY: key = '', TINES_SCHEME: scheme } = process.env;

/** The generated code asks for a key for each scheme of an operation, and would send one in both headers. */
function createTinesClient(secret: string) {
  const type = scheme === 'bearer' ? 'http' : 'apiKey';
  return createClient({ baseUrl, auth: (asked) => (asked.type === type ? secret : undefined) });
}

function assert(holds: boolean, wrong: string): asserts holds {
  if (!holds) throw new Error(wrong);
}

const client = createTinesClient(key);

async function listPage(page: number): Promise<StoryList> {
  const { data } = await listStories({ client, query: { per_page: 2, page } });
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

const found = await getStory({ client, path: { story_id: first.id } });
assert(found.data?.name === first.name, `the story is named ${found.data?.name}`);
console.log('get ok');

const body = { team_id: first.team_id, name: 'Made through Hey API' };
const created = await createStory({ client, body });
assert(created.data?.name === body.name, `the new story is named ${created.data?.name}`);
console.log('create ok');

const missing = await getStory({ client, path: { story_id: 999_999_999 } });
assert(missing.response?.status === 404, `status ${missing.response?.status}`);
assert(missing.error !== undefined && 'error' in missing.error, 'an error of another shape');
console.log('error ok');

const refused = await listStories({ client: createTinesClient('wrong-key') });
assert(refused.response?.status === 401, `status ${refused.response?.status}`);
console.log('unauthorized ok');
