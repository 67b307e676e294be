import { describe, expect, test } from 'vitest';
import { openTenant, type Scheme } from './ask.ts';

const key = 'tenant-owner-demo-key';
const scim = '/api/scim/v2';
const ben = '3f2a9c1e-7b6d-4e5f-8a90-1b2c3d4e5f60';
const elif = '91b5f0d2-6ec4-4a38-8d7b-e3c6a9124f05';
const detection = 'b81d4c02-5f3e-4a7b-9c66-0d2e8f1a7340';
const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';
const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const patchSchema = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** A call as identity providers make it. */
function sent(body?: unknown, scheme: Scheme = 'bearer') {
  return { key, scheme, headers: { 'content-type': 'application/scim+json' }, ...(body !== undefined && { body }) };
}

const patch = (...Operations: unknown[]) => sent({ schemas: [patchSchema], Operations });
const found = (filter: string) => `GET ${scim}/Users?filter=${encodeURIComponent(filter)}`;

describe('who may call SCIM', () => {
  test.each([
    ['tenant-owner-demo-key', 200],
    ['personal-owner-demo-key', 200],
    ['personal-editor-demo-key', 403],
    ['service-audit-demo-key', 403],
    ['team-editor-demo-key', 403],
    ['deactivated-user-demo-key', 401],
    ['nobody-knows-this', 401],
  ])('%s: %i', async (other, status) => {
    const { ask } = openTenant();
    for (const scheme of ['bearer', 'user_token'] as const) {
      const answered = await ask(`GET ${scim}/Users`, { key: other, scheme });
      expect(answered.status).toBe(status);
      expect(answered.headers.get('content-type')).toContain('application/scim+json');
    }
  });

  test('errors are in the form of SCIM, and a missing key says how to send one', async () => {
    const { ask } = openTenant();
    const refused = await ask(`GET ${scim}/Users`);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
    expect(refused.body).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: '401',
      detail: expect.stringContaining('No API key came'),
    });
  });

  test('another media type is refused with 406, and none at all is taken on a GET', async () => {
    const { ask } = openTenant();
    const body = { schemas: [userSchema], userName: 'a@quiet-harbor.example' };
    expect((await ask(`POST ${scim}/Users`, { key, body })).status).toBe(406);
    const headers = { 'content-type': 'application/json' };
    expect((await ask(`GET ${scim}/Users`, { key, headers })).body.status).toBe('406');
    expect((await ask(`GET ${scim}/Users`, { key })).status).toBe(200);
  });

  test('nobody while it is off', async () => {
    const { ask, tenant } = openTenant();
    tenant.manage.changeSettings({ scim: 'off' });
    expect(await ask(`GET ${scim}/Users`, sent())).toMatchObject({ status: 404, body: { status: '404' } });
  });

  test('an unknown path answers 404 in the form of SCIM too', async () => {
    const { ask } = openTenant();
    expect((await ask(`GET ${scim}/Nobody`, sent())).body).toMatchObject({ status: '404' });
  });
});

describe('users by SCIM', () => {
  const fay = {
    schemas: [userSchema, 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
    userName: 'Fay.Moreau@quiet-harbor.example',
    externalId: '00u9mm4tfay',
    name: { givenName: 'Fay', familyName: 'Moreau', formatted: 'Fay Moreau' },
    emails: [{ primary: true, type: 'work', value: 'fay.moreau@quiet-harbor.example' }],
    active: true,
    roles: [],
  };

  test('are created and seen by the rest of the API', async () => {
    const { ask } = openTenant();
    const { status, body: made } = await ask(`POST ${scim}/Users`, sent(fay));
    expect(status).toBe(201);
    expect(made).toMatchObject({
      userName: 'fay.moreau@quiet-harbor.example',
      externalId: '00u9mm4tfay',
      active: true,
    });
    expect(made.meta.location).toBe(`http://tenant.example${scim}/Users/${made.id}`);
    expect((await ask(`GET ${scim}/Users/${made.id}`, sent())).body).toEqual(made);
    const { body } = await ask('GET /api/v1/admin/users', { key });
    expect(body['admin/users'].at(-1)).toMatchObject({ first_name: 'Fay', scim_uid: '00u9mm4tfay' });
    const again = await ask(`POST ${scim}/Users`, sent(fay));
    expect(again).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } });
  });

  test('are replaced: what is left out is cleared, but not tenant ownership', async () => {
    const { ask } = openTenant();
    await ask('PUT /api/v1/admin/users/2102', { key, body: { admin: true } });
    const body = { schemas: [userSchema], userName: 'ben.lindqvist@quiet-harbor.example' };
    const { body: changed } = await ask(`PUT ${scim}/Users/${ben}`, sent(body));
    expect(changed).toMatchObject({ externalId: null, name: { givenName: '', familyName: '' }, active: false });
    expect(changed.userType).toBe('TENANT_OWNER');
    expect((await ask(`PUT ${scim}/Users/${ben}`, sent({ ...body, userType: 'EMPLOYEE' }))).body.userType).toBeNull();
  });

  test.each([
    ['Okta', { op: 'replace', value: { active: false } }],
    ['Entra', { op: 'Replace', path: 'active', value: false }],
    ['Entra without its compliance flag', { op: 'Replace', path: 'active', value: 'False' }],
  ])('are shut out as %s does it, and their personal keys with them', async (_, operation) => {
    const { ask } = openTenant();
    const { status, body } = await ask(`PATCH ${scim}/Users/${ben}`, patch(operation));
    expect({ status, active: body.active }).toEqual({ status: 200, active: false });
    expect((await ask('GET /api/v1/info', { key: 'personal-editor-demo-key' })).status).toBe(401);
    await ask(`PATCH ${scim}/Users/${ben}`, patch({ op: 'replace', value: { active: true } }));
    expect((await ask('GET /api/v1/info', { key: 'personal-editor-demo-key' })).status).toBe(200);
  });

  test('are changed all together or not at all', async () => {
    const { ask } = openTenant();
    const before = (await ask(`GET ${scim}/Users/${ben}`, sent())).body;
    const good = { op: 'replace', path: 'name.familyName', value: 'Berg' };
    const bad = { op: 'replace', path: 'userName', value: 'elif.demir@quiet-harbor.example' };
    expect((await ask(`PATCH ${scim}/Users/${ben}`, patch(good, bad))).status).toBe(409);
    expect((await ask(`GET ${scim}/Users/${ben}`, sent())).body).toEqual(before);
    const { body } = await ask(`PATCH ${scim}/Users/${ben}`, patch(good));
    expect(body).toEqual({ ...before, name: { givenName: 'Ben', familyName: 'Berg' }, meta: body.meta });
  });

  test('are disabled by DELETE and stay', async () => {
    const { ask } = openTenant();
    expect((await ask(`DELETE ${scim}/Users/${ben}`, sent())).status).toBe(204);
    expect((await ask(`GET ${scim}/Users/${ben}`, sent())).body.active).toBe(false);
    expect((await ask('GET /api/v1/admin/users/2102', { key })).body.is_active).toBe(false);
    expect((await ask(`DELETE ${scim}/Users/nobody`, sent())).status).toBe(404);
  });

  test.each([
    ['userName eq "ben.lindqvist@quiet-harbor.example"', ['Ben']],
    ['USERNAME Eq "BEN.LINDQVIST@QUIET-HARBOR.EXAMPLE"', ['Ben']],
    ['externalId eq "00u7kq2fben"', ['Ben']],
    ['externalId eq "00U7KQ2FBEN"', []],
    ['emails[type eq "work"].value eq "elif.demir@quiet-harbor.example"', ['Elif']],
    ['userName eq "dev.patel@quiet-harbor.example" and active eq true', ['Dev']],
    ['active eq false', ['Chloe']],
    ['externalId pr', ['Ben']],
    ['name.familyName sw "p" or name.givenName co "HLO"', ['Chloe', 'Dev']],
    ['not (active eq true)', ['Chloe']],
    ['userType eq "TENANT_OWNER"', ['Amara']],
    [`${userSchema}:userName sw "elif"`, ['Elif']],
    ['nickName eq "x"', []],
    ['meta.created lt "2025-09-02T00:00:00Z"', ['Amara']],
  ])('are found by %s', async (filter, names) => {
    const { ask } = openTenant();
    const { status, body } = await ask(found(filter), sent());
    expect(status).toBe(200);
    expect(body.Resources.map((user: { name: { givenName: string } }) => user.name.givenName)).toEqual(names);
    expect(body.totalResults).toBe(names.length);
  });

  test.each([
    '',
    'userName',
    'userName is "x"',
    'userName eq x',
    'userName eq "x',
    '(userName pr',
    'userName pr extra',
    'emails[type eq "work"',
    'a.b.c eq 1',
    `${'('.repeat(60)}userName pr${')'.repeat(60)}`,
  ])('are not looked for by "%s"', async (filter) => {
    const { ask } = openTenant();
    const refused = await ask(found(filter), sent());
    expect(refused).toMatchObject({ status: 400, body: { status: '400', scimType: 'invalidFilter' } });
  });

  test('come in parts, with the attributes asked for', async () => {
    const { ask } = openTenant();
    const part = await ask(`GET ${scim}/Users?startIndex=2&count=2&attributes=name.givenName`, sent());
    expect(part.body).toMatchObject({ totalResults: 5, startIndex: 2, itemsPerPage: 2 });
    expect(part.body.Resources[0]).toEqual({
      schemas: [userSchema],
      id: ben,
      userName: 'ben.lindqvist@quiet-harbor.example',
      name: { givenName: 'Ben' },
    });
    for (const count of ['0', '-3']) {
      const { body } = await ask(`GET ${scim}/Users?count=${count}`, sent());
      expect(body).toMatchObject({ totalResults: 5, Resources: [] });
    }
    const { body } = await ask(`GET ${scim}/Users?startIndex=0&excludedAttributes=meta,name`, sent());
    expect(body.startIndex).toBe(1);
    expect(Object.keys(body.Resources[0])).toEqual(['schemas', 'id', 'externalId', 'userName', 'active', 'userType']);
  });

  test.each([
    ['remove without a path', { op: 'remove' }, 'noTarget'],
    ['no object without a path', { op: 'add', value: 3 }, 'invalidValue'],
    ['a path that leads nowhere', { op: 'add', path: 'a b', value: 1 }, 'invalidPath'],
    ['a filter in a path that is none', { op: 'add', path: 'emails[x]', value: 1 }, 'invalidPath'],
    ['a read-only attribute', { op: 'replace', path: 'id', value: 'x' }, 'mutability'],
    [
      'a value that nothing is chosen for',
      { op: 'replace', path: 'emails[type eq "home"].value', value: 'x' },
      'noTarget',
    ],
    ['an address without a domain', { op: 'replace', path: 'userName', value: 'ben@harbor' }, 'invalidValue'],
    ['the name of nobody', { op: 'replace', path: 'userName', value: 'nobody' }, 'invalidValue'],
    ['what is neither true nor false', { op: 'replace', path: 'active', value: 7 }, 'invalidValue'],
    ['the prototype', { op: 'add', path: '__proto__.x', value: 1 }, 'invalidPath'],
    ['a text that is none', { op: 'replace', path: 'name.givenName', value: {} }, 'invalidValue'],
  ])('are not changed by %s', async (_, operation, scimType) => {
    const { ask } = openTenant();
    const refused = await ask(`PATCH ${scim}/Users/${ben}`, patch(operation));
    expect(refused).toMatchObject({ status: 400, body: { scimType } });
  });

  test('take nonsense in parts that the tenant does not keep', async () => {
    const { ask } = openTenant();
    const nonsense = [
      { op: 'add', path: 'emails', value: ['x', 3, null] },
      { op: 'replace', path: 'emails[type eq "work"].value', value: { a: 1 } },
      { op: 'remove', path: 'emails[value pr].type' },
      { op: 'add', value: { nickName: 'B', [`${userSchema}:department`]: 'SOC', name: { middleName: 'J' } } },
      { op: 'add', path: `${userSchema}:name.familyName`, value: 'Berg' },
    ];
    const { status, body } = await ask(`PATCH ${scim}/Users/${ben}`, patch(...nonsense));
    expect({ status, name: body.name }).toEqual({ status: 200, name: { givenName: 'Ben', familyName: 'Berg' } });
  });

  test('are refused with 400 where the body does not fit, or is no JSON', async () => {
    const { ask } = openTenant();
    const refused = await ask(`POST ${scim}/Users`, sent({ schemas: [userSchema] }));
    expect(refused.body).toMatchObject({ status: '400', scimType: 'invalidValue', detail: 'userName is required.' });
    expect((await ask(`POST ${scim}/Users`, sent('{'))).body).toMatchObject({ scimType: 'invalidSyntax' });
  });
});

describe('groups by SCIM', () => {
  const path = `${scim}/Groups/${detection}`;

  test('are created, found, renamed and deleted', async () => {
    const { ask } = openTenant();
    const body = { schemas: [groupSchema], displayName: 'soc-leads', members: [{ value: elif }] };
    const { status, body: made } = await ask(`POST ${scim}/Groups`, sent(body));
    expect(status).toBe(201);
    expect(made.members).toEqual([{ value: elif, display: 'elif.demir@quiet-harbor.example', type: 'User' }]);
    const query = `filter=${encodeURIComponent('displayName eq "soc-leads"')}&excludedAttributes=members`;
    const { body: list } = await ask(`GET ${scim}/Groups?${query}`, sent());
    const { members, ...bare } = made;
    expect(list.Resources).toEqual([bare]);
    const rename = { op: 'replace', value: { id: made.id, displayName: 'soc-heads' } };
    expect((await ask(`PATCH ${scim}/Groups/${made.id}`, patch(rename))).body.displayName).toBe('soc-heads');
    expect((await ask(`DELETE ${scim}/Groups/${made.id}`, sent())).status).toBe(204);
    expect((await ask(`GET ${scim}/Groups/${made.id}`, sent())).status).toBe(404);
  });

  test('change members as Okta and Entra ask for it', async () => {
    const { ask } = openTenant();
    const ids = (body: { members: { value: string }[] }) => body.members.map(({ value }) => value);
    const add = { op: 'add', path: 'members', value: [{ value: elif, display: 'Elif' }, { value: ben }] };
    expect(ids((await ask(`PATCH ${path}`, patch(add))).body)).toEqual([ben, elif]);
    const okta = { op: 'remove', path: `members[value eq "${ben}"]` };
    expect(ids((await ask(`PATCH ${path}`, patch(okta))).body)).toEqual([elif]);
    const entra = { op: 'Remove', path: 'members', value: [{ $ref: null, value: elif }] };
    expect(ids((await ask(`PATCH ${path}`, patch(entra))).body)).toEqual([]);
    const whole = { op: 'replace', path: 'members', value: [{ value: elif }] };
    expect(ids((await ask(`PATCH ${path}`, patch(whole))).body)).toEqual([elif]);
    const unknown = { op: 'add', path: 'members', value: [{ value: 'nobody' }] };
    expect((await ask(`PATCH ${path}`, patch(unknown))).body.scimType).toBe('invalidValue');
    const replaced = await ask(`PUT ${path}`, sent({ schemas: [groupSchema], displayName: 'soc-detection' }));
    expect(replaced.body).toMatchObject({ members: [], externalId: null });
  });

  test('give and take roles in teams by the mapping of the tenant', async () => {
    const { ask } = openTenant();
    const rolesOf = async (id: number) => {
      const { body } = await ask(`GET /api/v1/admin/users/${id}?include=team_memberships`, { key });
      return body.team_memberships.map((row: { team_name: string; role: string }) => `${row.team_name} ${row.role}`);
    };
    expect(await rolesOf(2105)).toEqual(['Detection VIEWER', 'Response CASE_MANAGER']);
    await ask(`PATCH ${path}`, patch({ op: 'add', path: 'members', value: [{ value: elif }] }));
    expect(await rolesOf(2105)).toEqual(['Detection EDITOR', 'Response VIEWER']);
    expect(await rolesOf(2102)).toEqual(['Detection EDITOR']);
    await ask(`DELETE ${path}`, sent());
    expect(await rolesOf(2105)).toEqual([]);
    expect((await ask('GET /api/v1/stories/3101', { key: 'personal-editor-demo-key' })).status).toBe(404);
  });

  test('make tenant owners, by the group that the mapping names', async () => {
    const { ask } = openTenant();
    const owner = async () => (await ask(`GET ${scim}/Users/${elif}`, sent())).body.userType;
    const body = { schemas: [groupSchema], displayName: 'tines-owners', members: [{ value: elif }] };
    const { body: made } = await ask(`POST ${scim}/Groups`, sent(body));
    expect(await owner()).toBe('TENANT_OWNER');
    await ask(`PATCH ${scim}/Groups/${made.id}`, patch({ op: 'remove', path: 'members' }));
    expect(await owner()).toBeNull();
  });
});

describe('the mapping of groups', () => {
  const line = '/api/v1/admin/scim_user_group_mapping';
  const mappings = [{ group_name: 'soc-detection', team_name: 'Response', role_name: 'TEAM_ADMIN' }];

  test('is replaced as a whole and takes effect at once', async () => {
    const { ask } = openTenant();
    const { body } = await ask(`POST ${line}`, { key, body: { user_group_mapping: { mappings } } });
    expect(body).toEqual({ mappings });
    expect((await ask(`GET ${line}`, { key })).body).toEqual({ mappings });
    const user = await ask('GET /api/v1/admin/users/2102?include=team_memberships', { key });
    expect(user.body.team_memberships).toEqual([{ team_id: 1102, team_name: 'Response', role: 'TEAM_ADMIN' }]);
  });
});

describe('the discovery of SCIM', () => {
  test('says what is supported and what there is', async () => {
    const { ask } = openTenant();
    const { body: config } = await ask(`GET ${scim}/ServiceProviderConfig`, sent());
    expect(config).toMatchObject({
      patch: { supported: true },
      bulk: { supported: false },
      filter: { maxResults: 100 },
    });
    const { body: types } = await ask(`GET ${scim}/ResourceTypes`, sent());
    for (const type of types.Resources) {
      expect((await ask(`GET ${scim}/ResourceTypes/${type.name}`, sent())).body).toEqual(type);
    }
    const { body: schemas } = await ask(`GET ${scim}/Schemas`, sent());
    expect(schemas.Resources.map(({ id }: { id: string }) => id)).toEqual([userSchema, groupSchema]);
  });
});

test('what SCIM writes stands in the audit log', async () => {
  const { ask } = openTenant();
  await ask(`PATCH ${scim}/Users/${ben}`, patch({ op: 'replace', value: { active: false } }));
  await ask(`POST ${scim}/Groups`, sent({ schemas: [groupSchema], displayName: 'new' }));
  const { body } = await ask('GET /api/v1/audit_logs?per_page=2', { key });
  expect(body.audit_logs).toMatchObject([
    { operation_name: 'ScimGroupCreation', user_id: 2202 },
    { operation_name: 'UserEdit', user_id: 2202 },
  ]);
});
