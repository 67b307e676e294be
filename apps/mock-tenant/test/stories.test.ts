import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';

describe('a story', () => {
  test('takes its actions to another team', async () => {
    const { ask } = openTenant();
    await ask('PUT /api/v1/stories/3102', { key, body: { team_id: 1102 } });
    expect((await ask('GET /api/v1/actions/4111', { key })).body.team_id).toBe(1102);
    expect((await ask('GET /api/v1/actions/4111', { key: 'team-editor-demo-key' })).status).toBe(404);
  });

  test('is stopped and started by what is sent, not turned round', async () => {
    const { ask } = openTenant();
    const disable = (disabled: boolean) => ask('POST /api/v1/stories/3101/disable', { key, body: { disabled } });
    expect((await disable(true)).body).toEqual({ disabled: true });
    expect((await disable(true)).body).toEqual({ disabled: true });
    expect((await ask('GET /api/v1/stories?filter=DISABLED', { key })).body.meta.count).toBe(1);
    await disable(false);
    expect((await ask('GET /api/v1/stories/3101', { key })).body.disabled).toBe(false);
  });

  test('is called by other stories through an entry and its exits', async () => {
    const { ask } = openTenant();
    const body = {
      send_to_story_access_source: 'STS',
      entry_action_id: 4101,
      exit_action_ids: [4102],
      send_to_story_access: 'SPECIFIC_TEAMS',
    };
    const refused = await ask('PUT /api/v1/stories/3101', { key, body });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ details: 'shared_team_slugs' }] } });
    const shared = await ask('PUT /api/v1/stories/3101', { key, body: { ...body, shared_team_slugs: ['response'] } });
    expect(shared.body).toMatchObject({
      send_to_story_enabled: true,
      entry_agent_id: 4101,
      exit_agents: [4102],
      shared_team_slugs: ['response'],
      send_to_story_referring_story_ids: [],
    });
    const caller = {
      story_id: 3102,
      type: 'Agents::SendToStoryAgent',
      name: 'Triage',
      options: { story: '<<STORY.phishing_report_triage>>' },
      position: { x: 0, y: 0 },
    };
    await ask('POST /api/v1/actions', { key, body: caller });
    const { body: story } = await ask('GET /api/v1/stories/3101', { key });
    expect(story.send_to_story_referring_story_ids).toEqual([3102]);
    const off = await ask('PUT /api/v1/stories/3101', { key, body: { send_to_story_access_source: 'OFF' } });
    expect(off.body).toMatchObject({ entry_agent_id: null, exit_agents: [], send_to_story_access: null });
  });

  test.each([
    ['an entry that is no webhook', { entry_action_id: 4102, exit_action_ids: [4102] }, 'entry_action_id'],
    ['an exit of another story', { entry_action_id: 4101, exit_action_ids: [4112] }, 'exit_action_ids'],
    ['no exits', { entry_action_id: 4101 }, 'send_to_story_access_source'],
  ])('is not called through %s', async (_, body, details) => {
    const { ask } = openTenant();
    const sent = { send_to_story_access_source: 'STS', ...body };
    const refused = await ask('PUT /api/v1/stories/3101', { key, body: sent });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ details }] } });
  });

  test('has an API once an entry and exits are named', async () => {
    const { ask } = openTenant();
    const count = async () => (await ask('GET /api/v1/stories?filter=API_ENABLED', { key })).body.meta.count;
    expect((await ask('PUT /api/v1/stories/3101', { key, body: { webhook_api_enabled: true } })).status).toBe(422);
    const body = { webhook_api_enabled: true, api_entry_action_id: 4101, api_exit_action_ids: [4102] };
    expect((await ask('PUT /api/v1/stories/3101', { key, body })).status).toBe(200);
    expect(await count()).toBe(1);
    await ask('PUT /api/v1/stories/3101', { key, body: { webhook_api_enabled: false } });
    expect(await count()).toBe(0);
  });

  test('has owners of its team only', async () => {
    const { ask } = openTenant();
    const owners = '/api/v1/stories/3101/owners';
    expect((await ask(`POST ${owners}`, { key, body: { user_id: 2103 } })).status).toBe(422);
    expect((await ask(`POST ${owners}`, { key, body: { user_id: '2102' } })).body.owners).toEqual([2102]);
    expect((await ask(`POST ${owners}`, { key, body: { user_id: 2102 } })).body.owners).toEqual([2102]);
    expect((await ask(`DELETE ${owners}`, { key, body: { user_id: 2102 } })).status).toBe(204);
    expect((await ask('GET /api/v1/stories/3101', { key })).body.owners).toEqual([]);
    expect((await ask(`DELETE ${owners}`, { key, body: { user_id: 2102 } })).status).toBe(404);
  });

  test('has recipients, which an export leaves out when asked', async () => {
    const { ask } = openTenant();
    const body = { address: 'soc@quiet-harbor.example' };
    await ask('POST /api/v1/stories/3101/recipients', { key, body });
    expect((await ask('GET /api/v1/stories/3101/export', { key })).body.recipients).toEqual([body.address]);
    expect((await ask('GET /api/v1/stories/3101/export?clear_recipients=true', { key })).body.recipients).toEqual([]);
    await ask('DELETE /api/v1/stories/3101/recipients', { key, body });
    expect((await ask('GET /api/v1/stories/3101', { key })).body.recipients).toEqual([]);
    expect((await ask('DELETE /api/v1/stories/3101/recipients', { key, body })).status).toBe(404);
  });
});

describe('a story that others may call', () => {
  const open = async () => {
    const opened = openTenant();
    const body = { send_to_story_access_source: 'STS', entry_action_id: 4101, exit_action_ids: [4102] };
    await opened.ask('PUT /api/v1/stories/3101', { key, body });
    return opened;
  };

  test('may be called no longer once its entry is gone', async () => {
    const { ask } = await open();
    await ask('DELETE /api/v1/actions/4102', { key });
    expect((await ask('GET /api/v1/stories/3101', { key })).body).toMatchObject({
      entry_agent_id: 4101,
      exit_agents: [],
    });
    await ask('DELETE /api/v1/actions/4101', { key });
    const { body } = await ask('GET /api/v1/stories/3101', { key });
    expect(body).toMatchObject({ send_to_story_enabled: false, entry_agent_id: null });
  });

  test('stays so when it is replaced, and is not so as a copy', async () => {
    const { ask } = await open();
    const { body: data } = await ask('GET /api/v1/stories/3101/export', { key });
    expect(data).toMatchObject({ send_to_story_enabled: true, exit_agent_guids: [data.agents[1].guid] });
    const body = { new_name: 'Phishing report triage', team_id: 1101, data };
    const { body: replaced } = await ask('POST /api/v1/stories/import', {
      key,
      body: { ...body, mode: 'versionReplace' },
    });
    expect(replaced).toMatchObject({ send_to_story_enabled: true, entry_agent_id: 4101 });
    const { body: copied } = await ask('POST /api/v1/stories/import', { key, body });
    expect(copied).toMatchObject({ send_to_story_enabled: false, entry_agent_id: null, exit_agents: [] });
  });
});

describe('a version', () => {
  test('holds the story as it was and brings it back by an import', async () => {
    const { ask } = openTenant();
    const { body: saved } = await ask('POST /api/v1/stories/3101/versions', { key, body: { name: 'Friday' } });
    const { id } = saved.story_version;
    await ask('PUT /api/v1/actions/4103', { key, body: { options: { url: 'https://other.example', method: 'get' } } });
    await ask('DELETE /api/v1/actions/4104', { key });
    const { body: version } = await ask(`GET /api/v1/stories/3101/versions/${id}`, { key });
    const back = { new_name: 'Phishing report triage', team_id: 1101, mode: 'versionReplace' };
    await ask('POST /api/v1/stories/import', { key, body: { ...back, data: version.story_version.export_file } });
    const { body: action } = await ask('GET /api/v1/actions/4103', { key });
    expect(action.options.url).toBe('https://reputation.example/v1/links');
    const { body: list } = await ask('GET /api/v1/actions?story_id=3101&action_type=Agents::TriggerAgent', { key });
    expect(list.agents).toHaveLength(1);
  });

  test('is renamed by POST, listed newest first and deleted with a body', async () => {
    const { ask } = openTenant();
    await ask('POST /api/v1/stories/3101/versions', { key, body: {} });
    await ask('POST /api/v1/stories/3101/versions/3302', { key, body: { name: 'Named later' } });
    const names = async () =>
      (await ask('GET /api/v1/stories/3101/versions', { key })).body.story_versions.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names()).toEqual(['Named later', 'Before the new lookup']);
    const deleted = await ask('DELETE /api/v1/stories/3101/versions/3302', { key });
    expect(deleted).toMatchObject({ status: 200, body: { destroyed_id: 3302 } });
    expect(await names()).toEqual(['Before the new lookup']);
    expect((await ask('GET /api/v1/stories/3102/versions/3301', { key })).status).toBe(404);
  });
});

describe('an export', () => {
  test('of an unchanged story differs in its time only', async () => {
    const { ask } = openTenant();
    const read = async () => (await ask('GET /api/v1/stories/3101/export', { key })).body;
    const { exported_at: first, ...before } = await read();
    await ask('POST /api/v1/teams', { key, body: { name: 'Time passes' } });
    const { exported_at: second, ...after } = await read();
    expect(after).toEqual(before);
    expect(second > first).toBe(true);
  });

  test('comes back with types of links, notes, places and groups', async () => {
    const { ask } = openTenant();
    const elsewhere = { links_to_receivers: [{ receiver_id: 4102, type: 'NO_MATCH' }] };
    await ask('PUT /api/v1/actions/4104', { key, body: elsewhere });
    const { body: file } = await ask('GET /api/v1/stories/3101/export', { key });
    const body = { new_name: 'A copy', team_id: 1102, data: file };
    const { body: story } = await ask('POST /api/v1/stories/import', { key, body });
    const { body: again } = await ask(`GET /api/v1/stories/${story.id}/export`, { key });
    expect(again.links).toEqual(file.links);
    expect(again.links).toContainEqual({ source: 3, receiver: 1, type: 'NO_MATCH' });
    const bare = (entries: { guid: string; group_guid?: string }[]) =>
      entries.map(({ guid, group_guid, ...rest }) => ({ ...rest, grouped: group_guid !== undefined }));
    const loose = (agents: { options: object; origin_story_identifier: string; guid: string }[]) =>
      bare(agents).map((agent) => ({ ...agent, options: null, origin_story_identifier: null }));
    expect(loose(again.agents)).toEqual(loose(file.agents));
    expect(bare(again.diagram_notes)).toEqual(bare(file.diagram_notes));
    expect(Object.values(JSON.parse(again.diagram_layout))).toEqual(Object.values(JSON.parse(file.diagram_layout)));
    const group = (await ask(`GET /api/v1/actions?story_id=${story.id}&action_type=Agents::GroupAgent`, { key })).body;
    const inside = await ask(`GET /api/v1/actions?group_id=${group.agents[0].id}`, { key });
    expect(inside.body.agents.map(({ name }: { name: string }) => name)).toEqual([
      'Write the answer',
      'Send the answer',
    ]);
  });

  test('that replaces a story keeps the ids and addresses of what was there, and not the guid of the story', async () => {
    const { ask } = openTenant();
    const { body: file } = await ask('GET /api/v1/stories/3101/export', { key });
    const body = { new_name: 'Phishing report triage', team_id: 1101, mode: 'versionReplace', data: file };
    const { body: story } = await ask('POST /api/v1/stories/import', { key, body });
    expect(story.id).toBe(3101);
    expect(story.guid).not.toBe(file.guid);
    expect((await ask('GET /api/v1/actions/4101', { key })).body.options.path).toBe(file.agents[0].options.path);
    expect((await ask('GET /api/v1/events/5101', { key })).status).toBe(200);
  });

  test('that is imported as new gets addresses of its own and no schedules', async () => {
    const { ask } = openTenant();
    await ask('PUT /api/v1/actions/4103', { key, body: { schedule: [{ cron: '0 * * * *' }] } });
    const { body: file } = await ask('GET /api/v1/stories/3101/export', { key });
    expect(file.agents[2].schedule).toEqual([{ cron: '0 * * * *' }]);
    const { body: story } = await ask('POST /api/v1/stories/import', {
      key,
      body: { new_name: 'Another', team_id: 1101, data: file },
    });
    const { body: actions } = await ask(`GET /api/v1/actions?story_id=${story.id}`, { key });
    expect(actions.agents[0].options.path).not.toBe(file.agents[0].options.path);
    expect(actions.agents[2].schedule).toBeNull();
  });
});

describe('live activity', () => {
  test('counts what waits until the clock has reached its time', async () => {
    const { ask, tenant } = openTenant();
    const body = {
      story_id: 3102,
      type: 'Agents::EventTransformationAgent',
      name: 'Wait',
      options: { mode: 'delay', seconds: 600 },
      position: { x: 0, y: 0 },
      source_ids: [4111],
    };
    const { body: action } = await ask('POST /api/v1/actions', { key, body });
    const webhook = 'POST /webhook/8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d/11ee22dd33cc44bb55aa66ff77008899';
    await ask(webhook, { body: { place: 'Cork' } });
    await ask(webhook, { body: { place: 'Galway' } });
    const waiting = await ask('GET /api/v1/stories/3102/pending_actions', { key });
    expect(waiting.body.pending_actions).toEqual([
      { id: action.id, name: 'Wait', type: body.type, pending_action_runs_count: 2 },
    ]);
    const { body: story } = await ask('GET /api/v1/stories/3102?include_live_activity=true', { key });
    expect(story).toMatchObject({
      pending_action_runs_count: 2,
      concurrent_runs_count: 2,
      not_working_actions_count: 0,
    });
    const first = await ask('GET /api/v1/stories?order=PENDING_ACTION_RUNS_COUNT_DESC', { key });
    expect(first.body.stories[0].id).toBe(3102);
    tenant.state.clock.advance(600_000);
    expect((await ask('GET /api/v1/stories/3102/pending_actions', { key })).body.pending_actions).toEqual([]);
    expect((await ask(`GET /api/v1/actions/${action.id}/events`, { key })).body.events).toHaveLength(2);
  });

  test('counts the actions whose last word was an error', async () => {
    const { ask } = openTenant();
    const count = async () =>
      (await ask('GET /api/v1/stories/3101?include_live_activity=true', { key })).body.not_working_actions_count;
    expect(await count()).toBe(0);
    await ask('PUT /api/v1/actions/4103', { key, body: { options: { method: 'get' } } });
    await ask('POST /api/v1/actions/4103/run', { key });
    expect(await count()).toBe(1);
    expect((await ask('GET /api/v1/actions/4103?include_live_activity=true', { key })).body.not_working).toBe(true);
  });
});
