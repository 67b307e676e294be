import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';
import { exampleNamed } from './examples.ts';

const key = 'tenant-owner-demo-key';

function open() {
  const { ask, tenant } = openTenant();
  const call = (line: string, body?: unknown) => ask(line, { key, ...(body !== undefined && { body }) });
  return { ask, call, tenant };
}

describe('the seed', () => {
  test.each([
    ['GET /api/v1/folders/6101', 'folder'],
    ['GET /api/v1/tags/1201', 'tag'],
  ])('answers %s as the document shows', async (line, example) => {
    const { call } = open();
    expect((await call(line)).body).toEqual(exampleNamed(example));
  });

  test('lists folders and tags as the document shows', async () => {
    const { call } = open();
    const { body: folders } = await call('GET /api/v1/folders?team_id=1101');
    expect(folders.folders).toEqual(exampleNamed('folder-list').folders);
    const { body: tags } = await call('GET /api/v1/tags?team_id=1101');
    expect(tags.tags).toEqual(exampleNamed('tag-list').tags);
  });
});

describe('folders', () => {
  test.each([
    ['STORY', 'stories', { name: 'One' }],
    ['RESOURCE', 'global_resources', { name: 'One', value: 'x' }],
    ['CREDENTIAL', 'user_credentials', { name: 'One', mode: 'TEXT', value: 'x' }],
  ])('of the kind %s count what lies in them and hand it on when they go', async (content_type, things, thing) => {
    const { call } = open();
    const folder = async (parent_folder_id?: number) =>
      (await call('POST /api/v1/folders', { name: 'F', content_type, team_id: 1102, parent_folder_id })).body.id;
    const outer = await folder();
    const inner = await folder(outer);
    const { body } = await call(`POST /api/v1/${things}`, { ...thing, team_id: 1102, folder_id: inner });
    const size = async (id: number) => (await call(`GET /api/v1/folders/${id}`)).body.size;
    expect([await size(outer), await size(inner)]).toEqual([0, 1]);
    expect((await call(`DELETE /api/v1/folders/${inner}`)).status).toBe(204);
    expect(await size(outer)).toBe(1);
    expect((await call(`GET /api/v1/${things}/${body.id}`)).body.folder_id).toBe(outer);
    await call(`DELETE /api/v1/folders/${outer}`);
    expect((await call(`GET /api/v1/${things}/${body.id}`)).body.folder_id).toBeNull();
  });

  test('are created, renamed, moved and listed by kind', async () => {
    const { call } = open();
    const { body: made } = await call('POST /api/v1/folders', exampleNamed('create-folder-request'));
    expect(made).toEqual(exampleNamed('folder-created'));
    const moved = await call('PUT /api/v1/folders/6110', { name: 'Older', parent_folder_id: null });
    expect(moved.body).toMatchObject({ name: 'Older', parent_folder_id: null });
    const { body } = await call('GET /api/v1/folders?content_type=STORY&team_id=1101');
    expect(body.folders.map((folder: { name: string }) => folder.name)).toEqual(['Phishing', 'Older']);
    const wrong = { name: 'Keys', content_type: 'CREDENTIAL', team_id: 1101, parent_folder_id: 6101 };
    expect((await call('POST /api/v1/folders', wrong)).status).toBe(422);
  });
});

describe('tags', () => {
  test('are created, changed and deleted, with colours as values', async () => {
    const { call } = open();
    const { status, body: made } = await call('POST /api/v1/tags', exampleNamed('create-tag-request'));
    expect(status).toBe(201);
    expect(made).toMatchObject({ id: 1204, color: '#FF8888', teams: [{ id: 1101, name: 'Detection' }] });
    expect(made.created_at).toMatch(/\.\d{3}Z$/);
    const { body: changed } = await call('PUT /api/v1/tags/1204', { color: '#abcdef' });
    expect(changed).toEqual({ ...made, color: '#ABCDEF', updated_at: changed.updated_at });
    expect((await call('GET /api/v1/tags/1204')).body).toEqual(changed);
    expect((await call('DELETE /api/v1/tags/1204')).status).toBe(204);
    expect((await call('GET /api/v1/tags/1204')).status).toBe(404);
    expect((await call('GET /api/v1/tags')).body.meta.count).toBe(3);
  });

  test('carry a new name to the stories that have them, and leave when deleted', async () => {
    const { call } = open();
    const tagsOf = async () => (await call('GET /api/v1/stories/3101')).body.tags;
    await call('PUT /api/v1/tags/1201', { name: 'fraud' });
    expect(await tagsOf()).toEqual(['fraud']);
    expect((await call('GET /api/v1/stories?tags=fraud')).body.meta.count).toBe(1);
    await call('DELETE /api/v1/tags/1201?team_id=1101');
    expect(await tagsOf()).toEqual([]);
    expect((await call('GET /api/v1/tags/1201')).status).toBe(404);
  });

  test('are taken from one of their teams where that is asked', async () => {
    const { call, tenant } = open();
    const tag = tenant.state.tags.get(1201);
    if (tag) tenant.state.tags.put({ ...tag, team_ids: [1101, 1102] });
    expect((await call('DELETE /api/v1/tags/1201?team_id=1101')).status).toBe(204);
    expect((await call('GET /api/v1/tags/1201')).body.teams).toEqual([{ id: 1102, name: 'Response' }]);
    expect((await call('DELETE /api/v1/tags/1201?team_id=1101')).status).toBe(404);
  });

  test('of other teams stay out of sight, and a viewer only reads', async () => {
    const { call, ask } = open();
    await call('POST /api/v1/tags', { name: 'night', team_id: 1102, color: 'mint' });
    expect((await ask('GET /api/v1/tags', { key: 'team-editor-demo-key' })).body.meta.count).toBe(3);
    expect((await ask('GET /api/v1/tags/1204', { key: 'team-editor-demo-key' })).status).toBe(404);
    expect((await ask('DELETE /api/v1/tags/1201', { key: 'team-viewer-demo-key' })).status).toBe(404);
  });

  test('go with their team', async () => {
    const { call } = open();
    const { body: team } = await call('POST /api/v1/teams', { name: 'Hunting' });
    await call('POST /api/v1/tags', { name: 'lead', team_id: team.id, color: 'gold' });
    expect((await call(`DELETE /api/v1/teams/${team.id}`)).status).toBe(204);
    expect((await call('GET /api/v1/tags/1204')).status).toBe(404);
  });
});
