import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';

describe('stories', () => {
  test('a created story is read, listed, changed and deleted', async () => {
    const { ask } = openTenant();
    const { body: made } = await ask('POST /api/v1/stories', {
      key,
      body: { team_id: 1101, name: 'Lost laptop intake' },
    });
    expect(made).toMatchObject({ id: 3110, slug: 'lost_laptop_intake' });
    expect((await ask('GET /api/v1/stories/3110', { key })).body).toEqual(made);
    const update = { name: 'Lost laptop', add_tag_names: ['endpoint'], locked: true };
    const { body: changed } = await ask('PUT /api/v1/stories/3110', { key, body: update });
    expect(changed).toMatchObject({ name: 'Lost laptop', slug: 'lost_laptop', tags: ['endpoint'], locked: true });
    expect(changed.edited_at > made.edited_at).toBe(true);
    const found = await ask('GET /api/v1/stories?search=LAPTOP&tags=endpoint', { key });
    expect(found.body.stories).toEqual([changed]);
    expect((await ask('DELETE /api/v1/stories/3110', { key })).status).toBe(204);
    expect((await ask('GET /api/v1/stories/3110', { key })).status).toBe(404);
    expect((await ask('DELETE /api/v1/stories/3110', { key })).status).toBe(404);
  });

  test('several are deleted together or not at all', async () => {
    const { ask } = openTenant();
    expect((await ask('DELETE /api/v1/stories/batch', { key, body: { ids: [3101, 9999] } })).status).toBe(404);
    expect((await ask('GET /api/v1/stories/3101', { key })).status).toBe(200);
    expect((await ask('DELETE /api/v1/stories/batch', { key, body: { ids: [3101, 3102] } })).status).toBe(204);
    expect((await ask('GET /api/v1/stories', { key })).body.meta.count).toBe(1);
  });

  test('a deleted story takes its actions and events along', async () => {
    const { ask } = openTenant();
    await ask('DELETE /api/v1/stories/3101', { key });
    expect((await ask('GET /api/v1/actions?story_id=3101', { key })).body.agents).toEqual([]);
    expect((await ask('GET /api/v1/events?team_id=1101', { key })).body.events).toEqual([]);
  });

  test('a story moves to another team only for who may delete it', async () => {
    const { ask } = openTenant();
    const body = { team_id: 1102 };
    expect((await ask('PUT /api/v1/stories/3102', { key: 'team-editor-demo-key', body })).status).toBe(404);
    expect((await ask('PUT /api/v1/stories/3102', { key, body })).body.team_id).toBe(1102);
  });

  test('PATCH does what PUT does', async () => {
    const { ask } = openTenant();
    const { body } = await ask('PATCH /api/v1/stories/3101', { key, body: { priority: false } });
    expect(body.priority).toBe(false);
  });

  test.each([
    ['NAME', ['Contain a host', 'Impossible travel alert', 'Phishing report triage']],
    ['NAME_DESC', ['Phishing report triage', 'Impossible travel alert', 'Contain a host']],
    ['ACTION_COUNT_DESC', ['Phishing report triage', 'Impossible travel alert', 'Contain a host']],
  ])('are ordered by %s', async (order, names) => {
    const { ask } = openTenant();
    const { body } = await ask(`GET /api/v1/stories?order=${order}`, { key });
    expect(body.stories.map(({ name }: { name: string }) => name)).toEqual(names);
  });
});

describe('pages', () => {
  test('links are absolute, repeat the filters and lead to the end', async () => {
    const { ask } = openTenant();
    const first = await ask('GET /api/v1/stories?order=NAME&per_page=2', { key });
    expect(first.body.meta).toEqual({
      current_page: 'http://tenant.example/api/v1/stories?order=NAME&per_page=2&page=1',
      previous_page: null,
      next_page: 'http://tenant.example/api/v1/stories?order=NAME&per_page=2&page=2',
      next_page_number: 2,
      per_page: 2,
      pages: 2,
      count: 3,
    });
    const second = await ask(`GET ${first.body.meta.next_page.replace('http://tenant.example', '')}`, { key });
    expect(second.body.stories).toHaveLength(1);
    expect(second.body.meta).toMatchObject({ next_page: null, next_page_number: null });
  });

  test.each([
    ['per_page=501', 500],
    ['per_page=0', 20],
    ['per_page=-3', 20],
    ['per_page=many', 20],
    ['page=0', 20],
    ['page=zero', 20],
  ])('a size or number out of bounds is replaced: %s', async (query, perPage) => {
    const { ask } = openTenant();
    const { status, body } = await ask(`GET /api/v1/stories?${query}`, { key });
    expect(status).toBe(200);
    expect(body.meta.per_page).toBe(perPage);
    expect(body.stories).toHaveLength(3);
  });

  test('a page past the end is empty', async () => {
    const { ask } = openTenant();
    const { body } = await ask('GET /api/v1/stories?page=9', { key });
    expect(body).toMatchObject({ stories: [], meta: { next_page: null, count: 3 } });
  });
});

describe('teams, folders and people', () => {
  test('a team with contents is not deleted, an empty one is', async () => {
    const { ask } = openTenant();
    const refused = await ask('DELETE /api/v1/teams/1101', { key });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ details: 'team_id' }] } });
    const { body: team } = await ask('POST /api/v1/teams', { key, body: { name: 'Hunting' } });
    expect((await ask(`DELETE /api/v1/teams/${team.id}`, { key })).status).toBe(204);
  });

  test('a member is invited, listed and removed, but not the last one', async () => {
    const { ask } = openTenant();
    const invitation = { email: 'ben.lindqvist@quiet-harbor.example', role: 'VIEWER' };
    const invited = await ask('POST /api/v1/teams/1102/invite_member', { key, body: invitation });
    expect(invited.body).toMatchObject({ id: 2102, role: 'VIEWER' });
    const again = await ask('POST /api/v1/teams/1102/invite_member', { key, body: { user_id: 2102 } });
    expect(again.status).toBe(422);
    expect((await ask('GET /api/v1/teams/1102/members', { key })).body.meta.count).toBe(5);
    const removed = await ask('POST /api/v1/teams/1102/remove_member', { key, body: { user_id: 2102 } });
    expect(removed.body).toEqual({ deleted_id: 2102 });

    const { body: team } = await ask('POST /api/v1/teams', { key, body: { name: 'Hunting' } });
    await ask(`POST /api/v1/teams/${team.id}/invite_member`, { key, body: { user_id: 2102 } });
    const last = await ask(`POST /api/v1/teams/${team.id}/remove_member`, { key, body: { user_id: 2102 } });
    expect(last.status).toBe(422);
  });

  test('a new role counts at once', async () => {
    const { ask } = openTenant();
    const ben = 'personal-editor-demo-key';
    expect((await ask('GET /api/v1/stories/3103', { key: ben })).status).toBe(404);
    await ask('POST /api/v1/teams/1102/invite_member', { key, body: { user_id: 2102, role: 'VIEWER' } });
    expect((await ask('GET /api/v1/stories/3103', { key: ben })).status).toBe(200);
  });

  test('a folder counts its stories and gives them back to its parent when it goes', async () => {
    const { ask } = openTenant();
    const inner = { name: 'Reported', content_type: 'STORY', team_id: 1101, parent_folder_id: 6101 };
    const { body: folder } = await ask('POST /api/v1/folders', { key, body: inner });
    await ask('PUT /api/v1/stories/3101', { key, body: { folder_id: folder.id } });
    expect((await ask(`GET /api/v1/folders/${folder.id}`, { key })).body.size).toBe(1);
    await ask(`DELETE /api/v1/folders/${folder.id}`, { key });
    expect((await ask('GET /api/v1/stories/3101', { key })).body.folder_id).toBe(6101);
  });

  test('a folder does not go into itself', async () => {
    const { ask } = openTenant();
    const body = { name: 'Phishing', parent_folder_id: 6101 };
    expect((await ask('PUT /api/v1/folders/6101', { key, body })).status).toBe(422);
  });

  test('people are listed without service accounts, with teams where asked', async () => {
    const { ask } = openTenant();
    const { body } = await ask('GET /api/v1/admin/users?include=team_memberships', { key });
    expect(body['admin/users']).toHaveLength(5);
    expect(body['admin/users'][1].team_memberships).toEqual([
      { team_id: 1101, team_name: 'Detection', role: 'EDITOR' },
    ]);
    expect((await ask('GET /api/v1/admin/users/2202', { key })).status).toBe(404);
  });
});

describe('export and import', () => {
  test('a story comes back with its actions and their links', async () => {
    const { ask } = openTenant();
    const { body: file } = await ask('GET /api/v1/stories/3101/export', { key });
    expect(file.links).toEqual([0, 1, 2, 3, 5].map((source) => ({ source, receiver: source + 1 })));
    const { status, body: story } = await ask('POST /api/v1/stories/import', {
      key,
      body: { new_name: 'Phishing copy', team_id: 1102, data: file },
    });
    expect(status).toBe(200);
    expect(story.guid).not.toBe(file.guid);
    const { body: again } = await ask(`GET /api/v1/stories/${story.id}/export`, { key });
    const shape = ({ agents, links }: typeof file) => ({
      names: agents.map((agent: { name: string }) => agent.name),
      links,
    });
    expect(shape(again)).toEqual(shape(file));
  });

  test('versionReplace changes the story of that name and keeps its id', async () => {
    const { ask } = openTenant();
    const { body: file } = await ask('GET /api/v1/stories/3102/export', { key });
    const body = { new_name: 'Phishing report triage', team_id: 1101, data: file, mode: 'versionReplace' };
    const { body: story } = await ask('POST /api/v1/stories/import', { key, body });
    expect(story.id).toBe(3101);
    expect((await ask('GET /api/v1/actions?story_id=3101', { key })).body.agents).toHaveLength(2);
  });

  test('addresses of webhooks change in the file when asked', async () => {
    const { ask } = openTenant();
    const { body: kept } = await ask('GET /api/v1/stories/3101/export', { key });
    const { body: random } = await ask('GET /api/v1/stories/3101/export?randomize_urls=true', { key });
    expect(kept.agents[0].options.path).toBe('1f0e2d3c4b5a69788796a5b4c3d2e1f0');
    expect(random.agents[0].options.path).not.toBe(kept.agents[0].options.path);
  });
});

describe('events', () => {
  test('come newest first and are filtered by id, time, story and team', async () => {
    const { ask } = openTenant();
    const ids = async (query: string) =>
      (await ask(`GET /api/v1/events?${query}`, { key })).body.events.map(({ id }: { id: number }) => id);
    expect(await ids('')).toEqual([5105, 5104, 5103, 5102, 5101, 5099, 5092, 5091]);
    expect(await ids('since_id=5101&until_id=5102')).toEqual([5102]);
    expect(await ids('since=2026-11-24T08:30:02Z')).toEqual([5105, 5103]);
    expect(await ids('story_id=3102')).toEqual([]);
    expect(await ids('team_id=1101&story_id=3102')).toEqual([5105, 5104, 5103, 5102, 5101, 5099]);
  });

  test('hold only their own output when asked', async () => {
    const { ask } = openTenant();
    const { body } = await ask('GET /api/v1/events?story_id=3101&exclude_previous_event_payloads=true', { key });
    expect(Object.keys(body.events[0].payload)).toEqual(['look_up_link']);
  });
});

describe('the audit log', () => {
  test('names who wrote, newest first, in the words of the API', async () => {
    const { ask } = openTenant();
    await ask('POST /api/v1/stories', { key: 'personal-editor-demo-key', body: { team_id: 1101, name: 'One' } });
    await ask('PUT /api/v1/stories/3110', { key: 'team-editor-demo-key', body: { name: 'Two', priority: true } });
    const { body } = await ask('GET /api/v1/audit_logs', { key: 'service-audit-demo-key' });
    const rows = body.audit_logs.slice(0, 3).map(({ operation_name, user_id, inputs }: Record<string, unknown>) => ({
      operation_name,
      user_id,
      inputs,
    }));
    expect(rows).toEqual([
      expect.objectContaining({ operation_name: 'StoryPriorityChange', user_id: 2203 }),
      expect.objectContaining({ operation_name: 'StoryNameChange', user_id: 2203 }),
      { operation_name: 'StoryCreation', user_id: 2102, inputs: { inputs: { teamId: 1101, name: 'One' } } },
    ]);
  });

  test('is filtered by user, name and time', async () => {
    const { ask } = openTenant();
    const ids = async (query: string) =>
      (await ask(`GET /api/v1/audit_logs?${query}`, { key })).body.audit_logs.map(({ id }: { id: number }) => id);
    const since = 'after=2026-11-01T00:00:00Z';
    expect(await ids(`user_id=2102&${since}`)).toEqual([7102]);
    expect(await ids(`user_id[]=2101&user_id[]=2102&${since}`)).toEqual([7102, 7101]);
    expect(await ids(`operation_name=Login&${since}`)).toEqual([7102]);
    expect(await ids('after=2026-11-21T00:00:00Z')).toEqual([7102]);
    expect(await ids(`before=2026-11-21T00:00:00Z&${since}`)).toEqual([7101]);
  });

  test('of the seed is longer than a page, which the next page goes on with', async () => {
    const { ask } = openTenant();
    const { body: first } = await ask('GET /api/v1/audit_logs', { key });
    const { body: second } = await ask(`GET /api/v1/audit_logs?page=${first.meta.next_page_number}`, { key });
    const ids = [...first.audit_logs, ...second.audit_logs].map(({ id }: { id: number }) => id);
    expect([first.audit_logs.length, second.meta.next_page_number]).toEqual([20, null]);
    expect(new Set(ids).size).toBe(first.meta.count);
  });
});
