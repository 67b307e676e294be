import type { paths, Story } from '@tines-openapi/types';
import { createOpenApiHttp } from 'openapi-msw';

export const tenant = 'https://quiet-harbor.example';
const http = createOpenApiHttp<paths>({ baseUrl: tenant });

const example: Omit<Story, 'id' | 'name' | 'team_id'> = {
  user_id: 2103,
  description: null,
  keep_events_for: 604800,
  disabled: false,
  priority: false,
  send_to_story_enabled: false,
  send_to_story_access_source: 'OFF',
  send_to_story_access: null,
  shared_team_slugs: [],
  send_to_story_skill_use_requires_confirmation: true,
  entry_agent_id: null,
  exit_agents: [],
  tags: [],
  guid: '4f6a1c0e8b7d4a52b3c9d1e0f2a47586',
  slug: 'story',
  created_at: '2026-11-24T09:00:00Z',
  updated_at: '2026-11-24T09:00:00Z',
  edited_at: '2026-11-24T09:00:00Z',
  mode: 'LIVE',
  folder_id: null,
  published: true,
  change_control_enabled: false,
  locked: false,
  owners: [],
};

const stories: Story[] = ['Triage', 'Enrich', 'Report'].map((name, at) => ({
  ...example,
  id: 3101 + at,
  name,
  team_id: 1101,
}));

/** Whether a request carries the key of the tests, in either of the two headers. */
function carriesKey({ headers }: { headers: Headers }): boolean {
  return headers.get('authorization') === 'Bearer test-key' || headers.get('x-user-token') === 'test-key';
}

export const handlers = [
  http.get('/api/v1/stories', ({ request, query, response }) => {
    if (!carriesKey(request)) return response(401).json({ error: 'The key is not known.' });
    const perPage = Number(query.get('per_page') ?? 20);
    const page = Number(query.get('page') ?? 1);
    const pages = Math.ceil(stories.length / perPage);
    const link = (number: number) =>
      number >= 1 && number <= pages ? `${tenant}/api/v1/stories?page=${number}` : null;
    return response(200).json({
      stories: stories.slice((page - 1) * perPage, page * perPage),
      meta: {
        current_page: `${tenant}/api/v1/stories?page=${page}`,
        previous_page: link(page - 1),
        next_page: link(page + 1),
        next_page_number: page < pages ? page + 1 : null,
        per_page: perPage,
        pages,
        count: stories.length,
      },
    });
  }),
  http.delete('/api/v1/stories/{story_id}', ({ params, response }) =>
    stories.some(({ id }) => id === Number(params.story_id))
      ? response(204).empty()
      : response(404).json({ error: 'Not found.' }),
  ),
];
