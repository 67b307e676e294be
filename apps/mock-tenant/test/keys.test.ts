import { describe, expect, test } from 'vitest';
import { openTenant, type Scheme } from './ask.ts';

const schemes: Scheme[] = ['bearer', 'user_token'];

/** The table of demo keys: what each may do, call by call. */
const table: { key: string; calls: Record<string, number> }[] = [
  {
    key: 'personal-owner-demo-key',
    calls: {
      'GET /api/v1/info': 200,
      'GET /api/v1/stories/3101': 200,
      'GET /api/v1/stories/3103': 200,
      'GET /api/v1/audit_logs': 200,
      'GET /api/v1/admin/users': 200,
      'DELETE /api/v1/stories/3102': 204,
    },
  },
  {
    key: 'personal-editor-demo-key',
    calls: {
      'GET /api/v1/info': 200,
      'GET /api/v1/stories/3101': 200,
      'GET /api/v1/stories/3103': 404,
      'GET /api/v1/audit_logs': 404,
      'GET /api/v1/admin/users': 404,
      'DELETE /api/v1/stories/3102': 404,
    },
  },
  {
    key: 'service-audit-demo-key',
    calls: {
      'GET /api/v1/info': 200,
      'GET /api/v1/audit_logs': 200,
      'GET /api/v1/stories': 404,
      'GET /api/v1/stories/3101': 404,
      'GET /api/v1/teams': 404,
      'GET /api/v1/admin/users': 404,
    },
  },
  {
    key: 'tenant-owner-demo-key',
    calls: {
      'GET /api/v1/stories/3103': 200,
      'GET /api/v1/audit_logs': 200,
      'GET /api/v1/admin/users/2102': 200,
      'DELETE /api/v1/stories/3102': 204,
    },
  },
  {
    key: 'team-editor-demo-key',
    calls: {
      'GET /api/v1/stories/3101': 200,
      'GET /api/v1/stories/3103': 404,
      'GET /api/v1/teams/1102': 404,
      'GET /api/v1/audit_logs': 404,
      'DELETE /api/v1/stories/3102': 404,
    },
  },
  {
    key: 'team-viewer-demo-key',
    calls: {
      'GET /api/v1/info': 200,
      'GET /api/v1/stories': 200,
      'GET /api/v1/events': 200,
      'GET /api/v1/actions/4101': 200,
      'GET /api/v1/actions/4121': 404,
      'DELETE /api/v1/stories/3102': 404,
    },
  },
  {
    key: 'deactivated-user-demo-key',
    calls: { 'GET /api/v1/info': 401, 'GET /api/v1/stories': 401, 'GET /api/v1/audit_logs': 401 },
  },
];

for (const { key, calls } of table) {
  for (const scheme of schemes) {
    describe(`${key} as ${scheme}`, () => {
      test.each(Object.entries(calls))('%s answers %i', async (line, status) => {
        const { ask } = openTenant();
        expect((await ask(line, { key, scheme })).status).toBe(status);
      });
    });
  }
}

describe('writing', () => {
  test.each(schemes)('an editor creates a story in its team, as %s', async (scheme) => {
    const { ask } = openTenant();
    const created = await ask('POST /api/v1/stories', { key: 'team-editor-demo-key', scheme, body: { team_id: 1101 } });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ name: 'New Story', team_id: 1101, user_id: 2203 });
  });

  test.each(['team-viewer-demo-key', 'service-audit-demo-key'])('%s creates no story', async (key) => {
    const { ask } = openTenant();
    expect((await ask('POST /api/v1/stories', { key, body: { team_id: 1101 } })).status).toBe(404);
  });

  test('an editor creates no story in another team', async () => {
    const { ask } = openTenant({ denied: 403 });
    const refused = await ask('POST /api/v1/stories', { key: 'team-editor-demo-key', body: { team_id: 1102 } });
    expect(refused.status).toBe(404);
  });

  test('a missing right in the own team answers 403 where the tenant is told to', async () => {
    const { ask } = openTenant({ denied: 403 });
    const key = 'team-editor-demo-key';
    expect((await ask('DELETE /api/v1/stories/3101', { key })).status).toBe(403);
    expect((await ask('GET /api/v1/audit_logs', { key })).status).toBe(403);
    expect((await ask('GET /api/v1/stories/3103', { key })).status).toBe(404);
  });

  test('a team key lists its team only', async () => {
    const { ask } = openTenant();
    const listed = await ask('GET /api/v1/stories', { key: 'team-viewer-demo-key' });
    expect(listed.body.stories.map((story: { team_id: number }) => story.team_id)).toEqual([1101, 1101]);
    const teams = await ask('GET /api/v1/teams', { key: 'team-viewer-demo-key' });
    expect(teams.body.teams.map((team: { name: string }) => team.name)).toEqual(['Detection']);
  });
});

describe('a request without a good key', () => {
  const bad: [string, Record<string, string>][] = [
    ['no header at all', {}],
    ['an unknown bearer key', { authorization: 'Bearer nobody-knows-this' }],
    ['an unknown user token', { 'x-user-token': 'nobody-knows-this' }],
    ['another scheme word', { authorization: 'Basic dGVhbS12aWV3ZXItZGVtby1rZXk=' }],
    ['Token as scheme word', { authorization: 'Token team-viewer-demo-key' }],
    ['the key without a scheme word', { authorization: 'team-viewer-demo-key' }],
    ['two spaces after Bearer', { authorization: 'Bearer  team-viewer-demo-key' }],
    ['an empty user token', { 'x-user-token': '' }],
    ['an e-mail header alone', { 'x-user-email': 'amara.okafor@quiet-harbor.example' }],
  ];

  test.each(bad)('answers 401 with JSON: %s', async (_, headers) => {
    const { ask } = openTenant();
    const refused = await ask('GET /api/v1/info', { headers });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('content-type')).toContain('application/json');
    expect(refused.body.error).toEqual(expect.any(String));
  });

  test.each(['Bearer', 'bearer', 'BEARER', 'bEaReR'])('takes the scheme word as %s', async (word) => {
    const { ask } = openTenant();
    const headers = { authorization: `${word} team-viewer-demo-key` };
    expect((await ask('GET /api/v1/info', { headers })).status).toBe(200);
  });

  test('Authorization decides when both headers come', async () => {
    const { ask } = openTenant();
    const good = { authorization: 'Bearer team-viewer-demo-key', 'x-user-token': 'wrong' };
    const bad = { authorization: 'Bearer wrong', 'x-user-token': 'team-viewer-demo-key' };
    expect((await ask('GET /api/v1/info', { headers: good })).status).toBe(200);
    expect((await ask('GET /api/v1/info', { headers: bad })).status).toBe(401);
  });
});
