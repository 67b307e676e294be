import { createStory, getStory, listStories, type Story, type StoryList } from './generated/tines.js';

const { TINES_KEY: key = '', TINES_SCHEME: scheme } = process.env;

function optionsWith(secret: string): RequestInit {
  return { headers: scheme === 'bearer' ? { authorization: `Bearer ${secret}` } : { 'x-user-token': secret } };
}

function assert(holds: boolean, wrong: string): asserts holds {
  if (!holds) throw new Error(wrong);
}

const options = optionsWith(key);

async function listPage(page: number): Promise<StoryList> {
  const { status, data } = await listStories({ per_page: 2, page }, options);
  if (status !== 200) throw new Error(`no page ${page}: ${status}`);
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

const found = await getStory(first.id, undefined, options);
assert(found.status === 200 && found.data.name === first.name, `the story is another one: ${found.status}`);
console.log('get ok');

const body = { team_id: first.team_id, name: 'Made through Orval' };
const created = await createStory(body, options);
assert(created.status === 201 && created.data.name === body.name, `the new story is another one: ${created.status}`);
console.log('create ok');

const missing = await getStory(999_999_999, undefined, options);
assert(missing.status === 404, `status ${missing.status}`);
assert('error' in missing.data, 'an error of another shape');
console.log('error ok');

const refused = await listStories(undefined, optionsWith('wrong-key'));
assert(refused.status === 401, `status ${refused.status}`);
console.log('unauthorized ok');
