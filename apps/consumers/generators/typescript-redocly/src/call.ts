import {
  ApiError,
  type AuthCredentials,
  client,
  createStory,
  getStory,
  listStories,
  type Story,
  type StoryList,
} from './generated/tines.js';

const { TINES_URL: serverUrl = '', TINES_KEY: key = '', TINES_SCHEME: scheme } = process.env;

/** The client takes the first scheme that it holds a key for, so it is handed that of one scheme. */
function useKey(secret: string): void {
  const auth: AuthCredentials = scheme === 'bearer' ? { bearer: secret } : { apiKey: { userToken: secret } };
  client.configure({ serverUrl, auth });
}

function assert(holds: boolean, wrong: string): asserts holds {
  if (!holds) throw new Error(wrong);
}

async function errorOf(call: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert(error instanceof ApiError, `no error of the API: ${String(error)}`);
  return error;
}

useKey(key);

const stories: Story[] = [];
for (let page: number | null | undefined = 1; page; ) {
  const { stories: some, meta }: StoryList = await listStories({ query: { per_page: 2, page } });
  stories.push(...some);
  page = meta.next_page_number;
}
const [first] = stories;
assert(first !== undefined && stories.length >= 3, `only ${stories.length} stories`);
console.log('list ok');

const found = await getStory({ path: { story_id: first.id } });
assert(found.name === first.name, `the story is named ${found.name}`);
console.log('get ok');

const body = { team_id: first.team_id, name: 'Made through the client of Redocly' };
const created = await createStory({ body });
assert(created.name === body.name, `the new story is named ${created.name}`);
console.log('create ok');

const missing = await errorOf(getStory({ path: { story_id: 999_999_999 } }));
assert(missing.status === 404, `status ${missing.status}`);
assert(JSON.stringify(missing.body).includes('error'), 'an error without a body');
console.log('error ok');

useKey('wrong-key');
const refused = await errorOf(listStories());
assert(refused.status === 401, `status ${refused.status}`);
console.log('unauthorized ok');
