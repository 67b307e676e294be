import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createTenant, type Seed } from '../src/index.ts';
import { openTenant } from './ask.ts';

const seed: Seed = {
  teams: [{ name: 'Harbor watch' }, { name: 'Night cases', parent: 'Harbor watch' }],
  people: [
    { email: 'Owner@example.com', first_name: 'Olu', last_name: 'Adeyemi', tenant_owner: true },
    { email: 'mia@example.com', teams: { 'Harbor watch': 'EDITOR' } },
  ],
  stories: [{ team: 'Harbor watch', name: 'Triage', tags: ['mail'], owner: 'mia@example.com' }],
  keys: [
    { secret: 'owner-key-for-tests', type: 'tenant_owner', name: 'Everything' },
    { secret: 'mia-key-for-tests', type: 'personal', person: 'mia@example.com' },
    { secret: 'viewer-key-for-tests', type: 'team', team: 'Harbor watch', role: 'VIEWER' },
    { secret: 'audit-key-for-tests', type: 'service', tenant_permissions: ['AUDIT_LOG_READ'] },
  ],
};
const owner = 'owner-key-for-tests';

describe('a tenant with a seed of its own', () => {
  test('holds its teams, people and stories, and nothing of the demo tenant', async () => {
    const { ask } = openTenant({ seed });
    const { body: teams } = await ask('GET /api/v1/teams', { key: owner });
    expect(teams.teams.map(({ name }: { name: string }) => name)).toEqual(['Harbor watch']);
    const { body: stories } = await ask('GET /api/v1/stories', { key: owner });
    expect(stories.stories).toMatchObject([{ name: 'Triage', slug: 'triage', tags: ['mail'] }]);
    expect((await ask('GET /api/v1/cases', { key: owner })).body.cases ?? []).toEqual([]);
    expect((await ask('GET /api/v1/stories', { key: 'tenant-owner-demo-key' })).status).toBe(401);
  });

  test('lets each of its keys do what it is for', async () => {
    const { ask } = openTenant({ seed });
    const create = (key: string) => ask('POST /api/v1/stories', { key, body: { team_id: 1104 } });
    expect((await create('mia-key-for-tests')).status).toBe(201);
    expect((await create('viewer-key-for-tests')).status).toBe(404);
    expect((await ask('GET /api/v1/stories', { key: 'viewer-key-for-tests' })).status).toBe(200);
    const audit = await ask('GET /api/v1/audit_logs', { key: 'audit-key-for-tests' });
    expect(audit.body.audit_logs).toMatchObject([{ operation_name: 'StoryCreation', user_email: 'mia@example.com' }]);
  });

  test('goes back to it on reset, and takes stories as they were exported', async () => {
    const { ask: askDemo } = openTenant();
    const { body: file } = await askDemo('GET /api/v1/stories/3101/export', { key: 'tenant-owner-demo-key' });
    const { ask, tenant } = openTenant({ seed: { ...seed, stories: [{ team: 'Harbor watch', export: file }] } });
    const names = async () => (await ask('GET /api/v1/actions', { key: owner })).body.agents.length;
    expect(await names()).toBe(file.agents.length);
    const { body } = await ask('GET /api/v1/stories', { key: owner });
    expect(body.stories).toMatchObject([{ name: 'Phishing report triage' }]);
    await ask(`DELETE /api/v1/stories/${body.stories[0].id}`, { key: owner });
    tenant.reset();
    expect(await names()).toBe(file.agents.length);
  });

  test('begins with the snapshot of another one', async () => {
    const first = openTenant();
    await first.ask('POST /api/v1/stories', { key: 'tenant-owner-demo-key', body: { team_id: 1101, name: 'Mine' } });
    const snapshot = JSON.parse(JSON.stringify(first.tenant.snapshot()));
    const { ask } = openTenant({ seed: snapshot });
    expect((await ask('GET /api/v1/stories/3110', { key: 'tenant-owner-demo-key' })).body.name).toBe('Mine');
  });
});

describe('a seed that does not hang together', () => {
  const spoiled = (changes: object) => () => createTenant({ seed: { ...seed, ...changes } });

  test.each([
    [{ teams: [] }, '/teams: teams must NOT have fewer than 1 items.'],
    [{ colour: 'red' }, '/colour: colour is not known here.'],
    [{ people: [{ name: 'Ben' }] }, '/people/0/email: email is required.'],
    [{ people: [{ email: 'a@example.com' }] }, '/people: One of the people must be an active tenant owner.'],
    [{ teams: [{ name: 'A' }, { name: 'A' }] }, '/teams/1/name: name stands there twice.'],
    [{ teams: [{ name: 'A', parent: 'B' }] }, '/teams/0/parent: parent must be the name of a team further up.'],
    [
      { stories: [{ team: 'Harbour watch' }] },
      '/stories/0/team: "Harbour watch" is no team of this seed. Its teams are Harbor watch, Night cases.',
    ],
    [{ stories: [{ team: 'Harbor watch', export: {} }] }, '/stories/0/export/agents: agents is required.'],
    [{ keys: [{ secret: 'long-enough', type: 'personal' }] }, '/keys/0/person: person belongs to each personal key'],
    [
      { keys: [{ secret: 'long-enough', type: 'tenant_owner', role: 'EDITOR' }] },
      '/keys/0/role: role belongs to each team key, and to no other.',
    ],
    [
      { keys: [{ secret: 'long-enough', type: 'service', tenant_permissions: ['EVERYTHING'] }] },
      '/keys/0/tenant_permissions/0: "EVERYTHING" must be one of',
    ],
  ])('is refused with the place and what is allowed: %j', (changes, line) => {
    expect(spoiled(changes)).toThrow(expect.objectContaining({ name: 'SeedError' }));
    expect(spoiled(changes)).toThrow(line);
  });

  test('is described by a schema that the package brings', () => {
    const file = (name: string) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
    const target = file('package.json').exports['./seed.schema.json'];
    expect(file(target).title).toBe('Seed of a mock tenant');
  });
});
