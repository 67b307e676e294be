import { Api, type ErrorBody, type HttpResponse, type Story, type StoryList } from './generated/tines.js';

const { TINES_URL: baseUrl = '', TINES_KEY: key = '', TINES_SCHEME: scheme } = process.env;

/** The generated code leaves it to a function to put a key into the request. */
function createTinesClient(secret: string) {
  const headers: Record<string, string> =
    scheme === 'bearer' ? { authorization: `Bearer ${secret}` } : { 'x-user-token': secret };
  return new Api({ baseUrl, securityWorker: () => ({ headers }) }).api;
}

function assert(holds: boolean, wrong: string): asserts holds {
  if (!holds) throw new Error(wrong);
}

/** What is thrown for an error is the answer, and its type is lost on the way. */
async function errorOf<D>(call: Promise<HttpResponse<D, ErrorBody>>): Promise<HttpResponse<D, ErrorBody>> {
  try {
    await call;
  } catch (reason) {
    if (reason instanceof Response) return reason as HttpResponse<D, ErrorBody>;
    throw reason;
  }
  throw new Error('no error');
}

const api = createTinesClient(key);

const stories: Story[] = [];
for (let page: number | null | undefined = 1; page; ) {
  const { data }: { data: StoryList } = await api.listStories({ per_page: 2, page });
  stories.push(...data.stories);
  page = data.meta.next_page_number;
}
const [first] = stories;
assert(first !== undefined && stories.length >= 3, `only ${stories.length} stories`);
console.log('list ok');

const found = await api.getStory(first.id);
assert(found.data.name === first.name, `the story is named ${found.data.name}`);
console.log('get ok');

const body = { team_id: first.team_id, name: 'Made through swagger-typescript-api' };
const created = await api.createStory(body);
assert(created.data.name === body.name, `the new story is named ${created.data.name}`);
console.log('create ok');

const missing = await errorOf(api.getStory(999_999_999));
assert(missing.status === 404, `status ${missing.status}`);
assert('error' in missing.error, 'an error of another shape');
console.log('error ok');

const refused = await errorOf(createTinesClient('wrong-key').listStories());
assert(refused.status === 401, `status ${refused.status}`);
console.log('unauthorized ok');
