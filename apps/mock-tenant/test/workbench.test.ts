import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';
import { exampleNamed } from './examples.ts';

const key = 'tenant-owner-demo-key';

function open() {
  const { ask, tenant } = openTenant();
  const call = (line: string, body?: unknown) => ask(line, { key, ...(body !== undefined && { body }) });
  return { ask, call, tenant };
}

describe('agent skills', () => {
  test('of the seed are what the document shows', async () => {
    const { call } = open();
    expect((await call('GET /api/v1/skills/triage-phishing?team_id=1101')).body).toEqual(exampleNamed('skill'));
    expect((await call('GET /api/v1/skills?team_id=1101')).body.skills).toEqual(exampleNamed('skill-list').skills);
  });

  test('are created, read, listed, renamed and deleted by team and name', async () => {
    const { call } = open();
    const sent = exampleNamed('create-skill-request');
    const { status, body: made } = await call('POST /api/v1/skills', sent);
    expect(status).toBe(200);
    const { created_at, updated_at, ...shown } = exampleNamed('skill-created');
    expect(made).toMatchObject(shown);
    expect((await call('GET /api/v1/skills?search=SIGN-in')).body.skills).toEqual([made]);
    const change = { team_id: 1101, name: 'judge-travel', license: 'MIT' };
    const { body: renamed } = await call('PUT /api/v1/skills/judge-sign-in', change);
    expect(renamed).toEqual({ ...made, name: 'judge-travel', license: 'MIT', updated_at: renamed.updated_at });
    expect((await call('GET /api/v1/skills/judge-sign-in?team_id=1101')).status).toBe(404);
    expect((await call('DELETE /api/v1/skills/judge-travel?team_id=1101')).status).toBe(204);
    expect((await call('GET /api/v1/skills')).body.meta.count).toBe(1);
  });

  test('have names of their own in a team, and may share them between teams', async () => {
    const { call } = open();
    const skill = { name: 'triage-phishing', description: 'd', body: 'b' };
    const doubled = await call('POST /api/v1/skills', { ...skill, team_id: 1101 });
    expect(doubled).toMatchObject({ status: 422, body: { errors: [{ details: 'name' }] } });
    await call('POST /api/v1/skills', { ...skill, team_id: 1102 });
    expect((await call('GET /api/v1/skills/triage-phishing?team_id=1102')).body.body).toBe('b');
    expect((await call('GET /api/v1/skills/triage-phishing?team_id=1101')).body.body).not.toBe('b');
  });

  test('are never made by an update, and out of reach for other teams and viewers', async () => {
    const { ask, call } = open();
    expect((await call('PUT /api/v1/skills/nobody', { team_id: 1101 })).status).toBe(404);
    const editor = 'team-editor-demo-key';
    const elsewhere = { key: editor, body: { team_id: 1102, body: 'x' } };
    await call('POST /api/v1/skills', { name: 'night', description: 'd', body: 'b', team_id: 1102 });
    expect((await ask('PUT /api/v1/skills/night', elsewhere)).status).toBe(404);
    expect((await ask('GET /api/v1/skills/night?team_id=1102', { key: editor })).status).toBe(404);
    expect((await ask('GET /api/v1/skills', { key: 'team-viewer-demo-key' })).status).toBe(404);
  });
});

describe('conversations', () => {
  const titles = (body: { conversations: { title: string }[] }) => body.conversations.map(({ title }) => title);

  test('of the seed are what the document shows, newest first', async () => {
    const { call } = open();
    const { body } = await call('GET /api/v1/workbench?per_page=1');
    expect(body.conversations).toEqual(exampleNamed('workbench-conversation-list').conversations);
    expect(body.meta.count).toBe(2);
    const one = await call(`GET /api/v1/workbench/${body.conversations[0].guid}`);
    expect(one.body).toEqual(exampleNamed('workbench-conversation'));
  });

  test.each([
    ['search=NIGHT%20SHIFT', ['Write a note for the night shift']],
    ['favorited=true', ['Which stories failed last night?']],
    ['creator_id=2105', ['Write a note for the night shift']],
    ['conversation_type=chat_agent', []],
    ['created_after=2026-11-23T00:00:00Z', ['Which stories failed last night?']],
    ['created_before=2026-11-23T00:00:00Z', ['Write a note for the night shift']],
  ])('are filtered by %s', async (query, expected) => {
    const { call } = open();
    expect(titles((await call(`GET /api/v1/workbench?${query}`)).body)).toEqual(expected);
  });

  test.each([
    ['conversation_type=gossip'],
    ['created_after=yesterday'],
    ['created_after=2026-11-23T00:00:00Z&created_before=2026-11-22T00:00:00Z'],
  ])('are refused with 400 for %s', async (query) => {
    const { call } = open();
    expect((await call(`GET /api/v1/workbench?${query}`)).status).toBe(400);
  });

  test('are seen where their maker shares a team with the key', async () => {
    const { ask, call } = open();
    const editor = 'team-editor-demo-key';
    expect((await ask('GET /api/v1/workbench', { key: editor })).body.meta.count).toBe(2);
    await call('POST /api/v1/teams/1101/remove_member', { user_id: 2105 });
    expect(titles((await ask('GET /api/v1/workbench', { key: editor })).body)).toEqual([
      'Which stories failed last night?',
    ]);
    const guid = '0c9a4e77-2f1b-4d36-8a5e-71c3b60d94f8';
    expect((await ask(`GET /api/v1/workbench/${guid}`, { key: editor })).status).toBe(404);
  });
});
