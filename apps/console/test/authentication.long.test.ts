/** Each row of what the authentication page of the vendor says of keys, lived through on the page. */

import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { goTo, hasBrowser, launchBrowser, people, switchTo, type Visitor, visitAs } from './browser.ts';
import { auditLog, statusesOf } from './calls.ts';
import { createKey, keyCard } from './key-flow.ts';

describe.skipIf(!hasBrowser)('the authentication page', () => {
  let browser: Browser;
  let visitor: Visitor | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    expect([visitor?.errors, visitor?.outside]).toEqual([[], []]);
    await visitor?.page.context().close();
    await visitor?.tenant.close();
  });

  async function open(name: string): Promise<Visitor> {
    visitor = await visitAs(browser, name);
    return visitor;
  }

  const works = [200, 200];
  const dead = [401, 401];

  test('a personal key acts as its person and reaches what that person may, in both schemes', async () => {
    const { page, tenant } = await open(people.editor);
    const key = await createKey(page, { type: 'Personal API key', name: 'Laptop' });
    expect(await statusesOf(tenant, key, '/api/v1/stories/3101')).toEqual(works);
    expect(await statusesOf(tenant, key, '/api/v1/stories/3103')).toEqual([404, 404]);
    expect(tenant.requests.at(-1)?.principal).toBe(people.editor);
  });

  test('a service key acts as an account of its own and holds the tenant permissions that an owner gave it', async () => {
    const { page, tenant } = await open(people.owner);
    const wanted = { type: 'Service API key', name: 'Log shipper', permissions: ['AUDIT_LOG_READ'] };
    const key = await createKey(page, wanted);
    expect(await statusesOf(tenant, key, '/api/v1/audit_logs')).toEqual(works);
    expect(await statusesOf(tenant, key, '/api/v1/stories/3101')).toEqual([404, 404]);
    expect(tenant.requests.at(-1)?.principal).toBe('Log shipper');
  });

  test('a tenant owner key reaches the whole tenant', async () => {
    const { page, tenant } = await open(people.owner);
    const key = await createKey(page, { type: 'Tenant owner API key', name: 'Terraform' });
    for (const path of ['/api/v1/stories/3103', '/api/v1/admin/users', '/api/scim/v2/Users']) {
      expect(await statusesOf(tenant, key, path)).toEqual(works);
    }
  });

  test('a team key reaches one team with the role that was chosen', async () => {
    const { page, tenant } = await open(people.teamAdmin);
    const key = await createKey(page, { type: 'Team API key', name: 'CI', team: 'Detection', role: 'VIEWER' });
    expect(await statusesOf(tenant, key, '/api/v1/stories/3101')).toEqual(works);
    expect(await statusesOf(tenant, key, '/api/v1/stories/3103')).toEqual([404, 404]);
    const body = JSON.stringify({ team_id: 1101 });
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    expect((await fetch(`${tenant.url}/api/v1/stories`, { method: 'POST', headers, body })).status).toBe(404);
  });

  test.each([
    [people.owner, ['Personal', 'Service', 'Tenant owner', 'Team']],
    [people.teamAdmin, ['Personal', 'Team']],
    [people.editor, ['Personal']],
    [people.viewer, ['Personal']],
  ])('%s is offered %j and told why not the others', async (name, offered) => {
    const { page } = await open(name);
    await page.getByRole('link', { name: 'New API key' }).click();
    await page.getByRole('radio', { name: 'Team API key' }).waitFor();
    for (const type of ['Personal', 'Service', 'Tenant owner', 'Team']) {
      const choice = page.getByRole('radio', { name: `${type} API key` });
      expect(await choice.isEnabled()).toBe(offered.includes(type));
      const reason = page.locator('.kind', { has: choice }).getByText('Not offered to you. Made by tenant owners');
      expect(await reason.count()).toBe(offered.includes(type) ? 0 : 1);
    }
  });

  test('where the tenant restricts keys, only owners and holders of API_KEY_CREATE make any', async () => {
    const { page, tenant } = await open(people.editor);
    tenant.manage.changeSettings({ restrict_key_creation: true });
    await page.getByRole('link', { name: 'New API key' }).click();
    await page.getByText('holders of API_KEY_CREATE').first().waitFor();
    expect(await page.getByRole('button', { name: 'Create key' }).count()).toBe(0);
    tenant.manage.updatePerson(2102, { tenant_permissions: ['API_KEY_CREATE'] });
    await page.reload();
    expect(await createKey(page, { type: 'Personal API key', name: 'Laptop' })).toMatch(/^[\w-]{20}$/);
  });

  test('a refusal that comes late is shown in the words of the tenant', async () => {
    const { page, tenant } = await open(people.teamAdmin);
    await page.getByRole('link', { name: 'New API key' }).click();
    await page.getByRole('radio', { name: 'Team API key' }).check();
    await page.getByLabel('Name', { exact: true }).fill('CI');
    await page.route('**/_mock/keys', async (route) => {
      tenant.manage.updatePerson(2104, { memberships: [] });
      await route.continue();
    });
    await page.getByRole('button', { name: 'Create key' }).click();
    await page.getByRole('alert').getByText('may make keys of these types only: personal').waitFor();
    expect(tenant.manage.keys()).toHaveLength(7);
  });

  test('when the maker is deactivated, personal keys answer 401 until the person is active again, the others live on', async () => {
    const { page, tenant } = await open(people.teamAdmin);
    const personal = await createKey(page, { type: 'Personal API key', name: 'Laptop' });
    const team = await createKey(page, { type: 'Team API key', name: 'CI', team: 'Detection', role: 'VIEWER' });
    await switchTo(page, people.owner);
    await goTo(page, 'People');
    const keys = page.getByRole('list', { name: `Keys of ${people.teamAdmin}` });
    await page.getByRole('button', { name: `Deactivate ${people.teamAdmin}` }).click();
    await keys.getByRole('listitem').filter({ hasText: 'Laptop' }).getByText('Answers 401').waitFor();
    expect(await keys.getByRole('listitem').filter({ hasText: 'CI' }).getByText('Works').count()).toBe(1);
    expect(await statusesOf(tenant, personal, '/api/v1/info')).toEqual(dead);
    expect(await statusesOf(tenant, team, '/api/v1/info')).toEqual(works);
    await page.getByRole('button', { name: `Activate ${people.teamAdmin}` }).click();
    await keys.getByRole('listitem').filter({ hasText: 'Laptop' }).getByText('Works').waitFor();
    expect(await statusesOf(tenant, personal, '/api/v1/info')).toEqual(works);
  });

  test('when the maker is deleted, personal keys answer 401 for good and the others live on', async () => {
    const { page, tenant } = await open(people.teamAdmin);
    const personal = await createKey(page, { type: 'Personal API key', name: 'Laptop' });
    const team = await createKey(page, { type: 'Team API key', name: 'CI', team: 'Detection', role: 'VIEWER' });
    await switchTo(page, people.owner);
    await goTo(page, 'People');
    await page.getByRole('button', { name: `Delete ${people.teamAdmin}` }).click();
    const question = page.getByRole('dialog');
    await question.getByText('Laptop answers 401 for good').waitFor();
    await question.getByText('CI keeps working').waitFor();
    await question.getByRole('button', { name: 'Delete person' }).click();
    await page.getByRole('heading', { name: people.teamAdmin, exact: true }).waitFor({ state: 'detached' });
    expect(await statusesOf(tenant, personal, '/api/v1/info')).toEqual(dead);
    expect(await statusesOf(tenant, team, '/api/v1/info')).toEqual(works);
  });

  test('a key that was deleted answers 401, after a question that names what stops working', async () => {
    const { page, tenant } = await open(people.teamAdmin);
    const key = await createKey(page, { type: 'Team API key', name: 'CI', team: 'Detection', role: 'EDITOR' });
    await goTo(page, 'API keys');
    await page.getByRole('button', { name: 'Delete CI' }).click();
    await page.getByRole('dialog').getByText('reaches team Detection as EDITOR').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await statusesOf(tenant, key, '/api/v1/info')).toEqual(works);
    await page.getByRole('button', { name: 'Delete CI' }).click();
    await page.getByRole('button', { name: 'Delete key' }).click();
    await keyCard(page, 'CI').waitFor({ state: 'detached' });
    expect(await statusesOf(tenant, key, '/api/v1/info')).toEqual(dead);
  });

  test('a personal key is deleted by its person only, and the page says so to everybody else', async () => {
    const { page } = await open(people.owner);
    const card = keyCard(page, 'Ben, personal');
    await card.getByText('A personal key is deleted by its person only.').waitFor();
    expect(await card.getByRole('button').count()).toBe(0);
    await switchTo(page, people.editor);
    await goTo(page, 'API keys');
    await keyCard(page, 'Ben, personal').getByRole('button', { name: 'Delete Ben, personal' }).waitFor();
    expect(await page.locator('.card').count()).toBe(1);
  });

  test('the audit log names the person who made and deleted a key, and the account that a key acts as', async () => {
    const { page, tenant } = await open(people.teamAdmin);
    const key = await createKey(page, { type: 'Team API key', name: 'CI', team: 'Detection', role: 'EDITOR' });
    const headers = { 'x-user-token': key, 'content-type': 'application/json' };
    await fetch(`${tenant.url}/api/v1/stories`, { method: 'POST', headers, body: JSON.stringify({ team_id: 1101 }) });
    await goTo(page, 'API keys');
    await page.getByRole('button', { name: 'Delete CI' }).click();
    await page.getByRole('button', { name: 'Delete key' }).click();
    await keyCard(page, 'CI').waitFor({ state: 'detached' });
    expect((await auditLog(tenant, 3)).map(({ operation_name, user_name }) => [operation_name, user_name])).toEqual([
      ['AuthenticationTokenDeletion', people.teamAdmin],
      ['StoryCreation', 'CI'],
      ['AuthenticationTokenCreation', people.teamAdmin],
    ]);
    await switchTo(page, people.owner);
    await goTo(page, 'Activity');
    await page.getByRole('link', { name: 'Audit log' }).click();
    const row = page.getByRole('row').filter({ hasText: 'AuthenticationTokenDeletion' }).first();
    await row.getByText(people.teamAdmin).waitFor();
  });

  test('the secret is shown once: not in the address, not in the history, not in what the browser keeps, not in the list', async () => {
    const { page, tenant } = await open(people.editor);
    const key = await createKey(page, { type: 'Personal API key', name: 'Laptop' });
    await page.getByText(`-H 'Authorization: Bearer ${key}'`).waitFor();
    await page.getByText(`-H 'X-User-Token: ${key}'`).waitFor();
    expect(page.url()).not.toContain(key);
    await goTo(page, 'API keys');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'New API key' }).waitFor();
    expect(await page.content()).not.toContain(key);
    const state = await page.context().storageState({ indexedDB: true });
    expect(JSON.stringify(state)).not.toContain(key);
    expect(state.cookies).toMatchObject([{ httpOnly: true, sameSite: 'Strict' }]);
    expect(JSON.stringify([tenant.manage.keys(), tenant.requests])).not.toContain(key);
  });
});
