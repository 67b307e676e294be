import { createStory, type ErrorBody, getStory, listStories, type Story, type StoryList } from './generated/index.ts';

const { TINES_URL: baseURL = '', TINES_KEY: key = '', TINES_SCHEME: scheme } = process.env;

function configWith(secret: string) {
  const auth: Record<string, string> =
    scheme === 'bearer' ? { authorization: `Bearer ${secret}` } : { 'x-user-token': secret };
  return { baseURL, headers: { ...auth, 'content-type': 'application/json' } };
}

function assert(holds: boolean, wrong: string): asserts holds {
  if (!holds) throw new Error(wrong);
}

const config = configWith(key);

const stories: Story[] = [];
for (let page: number | null | undefined = 1; page; ) {
  const { status, data }: { status: number; data: StoryList } = await listStories({ per_page: 2, page }, config);
  assert(status === 200, `no page ${page}: ${status}`);
  stories.push(...data.stories);
  page = data.meta.next_page_number;
}
const [first] = stories;
assert(first !== undefined && stories.length >= 3, `only ${stories.length} stories`);
console.log('list ok');

const found = await getStory(first.id, undefined, config);
assert(found.status === 200 && found.data.name === first.name, `the story is another one: ${found.status}`);
console.log('get ok');

const body = { team_id: first.team_id, name: 'Made through Kubb' };
const created = await createStory(body, config);
assert(created.status === 201 && created.data.name === body.name, `the new story is another one: ${created.status}`);
console.log('create ok');

const missing = await getStory(999_999_999, undefined, config);
assert(missing.status === 404, `status ${missing.status}`);
assert('error' in (missing.data as unknown as ErrorBody), 'an error of another shape');
console.log('error ok');

const refused = await listStories(undefined, configWith('wrong-key'));
assert(refused.status === 401, `status ${refused.status}`);
console.log('unauthorized ok');
