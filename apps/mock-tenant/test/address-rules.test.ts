import { describe, expect, test } from 'vitest';
import { coversRange, isAddressOrRange } from '../src/auth/addresses.ts';
import { openTenant } from './ask.ts';

const key = 'tenant-owner-demo-key';
const from = (address: string) => ({ key, headers: { 'x-mock-client-address': address } });
const webhook = 'POST /webhook/1f0e2d3c4b5a69788796a5b4c3d2e1f0/aa00bb11cc22dd33ee44ff5566778899';

describe('the address rules', () => {
  test('stand and do nothing while they are off', async () => {
    const { ask } = openTenant();
    expect((await ask('GET /api/v1/info', from('198.51.100.9'))).status).toBe(200);
  });

  test('close the API to other addresses, and leave webhooks open: tenant and API', async () => {
    const { ask, tenant } = openTenant();
    tenant.manage.changeSettings({ address_rules: 'tenant_and_api' });
    const refused = await ask('GET /api/v1/info', from('198.51.100.9'));
    expect(refused.status).toBe(403);
    expect(refused.body.error).toContain('198.51.100.9');
    expect((await ask('GET /api/v1/info', { key })).status).toBe(403);
    expect((await ask('GET /api/v1/info', from('203.0.113.77'))).status).toBe(200);
    expect((await ask('GET /api/v1/info', from('::ffff:203.0.113.77'))).status).toBe(200);
    expect((await ask('GET /api/v1/info', from('2001:db8:24:0::7'))).status).toBe(200);
    expect((await ask(webhook, { ...from('198.51.100.9'), body: {} })).status).not.toBe(403);
  });

  test('close webhooks as well: everything', async () => {
    const { ask, tenant } = openTenant();
    tenant.manage.changeSettings({ address_rules: 'everything' });
    expect((await ask(webhook, { ...from('198.51.100.9'), body: {} })).status).toBe(403);
    expect((await ask(webhook, { ...from('203.0.113.77'), body: {} })).status).not.toBe(403);
  });

  test('come before the key: a blocked caller learns nothing of it', async () => {
    const { ask, tenant } = openTenant();
    tenant.manage.changeSettings({ address_rules: 'tenant_and_api' });
    expect((await ask('GET /api/v1/info', { key: 'nobody-knows-this' })).status).toBe(403);
  });

  test('never close the way to switch them off', async () => {
    const { ask, tenant } = openTenant();
    tenant.manage.changeSettings({ address_rules: 'everything' });
    const opened = await ask('PATCH /_mock/settings', { ...from('198.51.100.9'), body: { address_rules: 'off' } });
    expect(opened).toMatchObject({ status: 200, body: { address_rules: 'off' } });
    expect((await ask('GET /api/v1/info', from('198.51.100.9'))).status).toBe(200);
  });

  test('follow what is written by the API at once', async () => {
    const { ask, tenant } = openTenant();
    tenant.manage.changeSettings({ address_rules: 'tenant_and_api' });
    const inside = from('203.0.113.5');
    const body = { ip: '198.51.100.0/28', description: 'VPN' };
    const { body: rule } = await ask('POST /api/v1/admin/ip_access_control_rules', { ...inside, body });
    expect((await ask('GET /api/v1/info', from('198.51.100.9'))).status).toBe(200);
    await ask(`PATCH /api/v1/admin/ip_access_control_rules/${rule.id}`, { ...inside, body: { ip: '198.51.100.1' } });
    expect((await ask('GET /api/v1/info', from('198.51.100.9'))).status).toBe(403);
    await ask(`DELETE /api/v1/admin/ip_access_control_rules/${rule.id}`, inside);
    expect((await ask('GET /api/v1/info', from('198.51.100.1'))).status).toBe(403);
  });
});

test('the address of a test stands in the audit log', async () => {
  const { ask } = openTenant();
  await ask('POST /api/v1/teams', { ...from('203.0.113.9'), body: { name: 'New' } });
  const { body } = await ask('GET /api/v1/audit_logs?per_page=1', { key });
  expect(body.audit_logs).toMatchObject([{ operation_name: 'TeamCreation', request_ip: '203.0.113.9' }]);
});

test('an address that is none is refused', async () => {
  const { ask } = openTenant();
  expect((await ask('GET /api/v1/info', from('harbor'))).status).toBe(400);
});

test.each([
  ['203.0.113.0/24', '203.0.113.255', true],
  ['203.0.113.0/24', '203.0.114.0', false],
  ['203.0.113.0/24', '203.0.113.128/25', true],
  ['203.0.113.128/25', '203.0.113.0/24', false],
  ['0.0.0.0/0', '198.51.100.1', true],
  ['0.0.0.0/0', '2001:db8::1', false],
  ['2001:db8::/32', '2001:db8:ffff::1', true],
  ['2001:db8::/32', '2001:db9::1', false],
  ['203.0.113.7', '203.0.113.7', true],
  ['203.0.113.7', 'nonsense', false],
])('%s covers %s: %s', (outer, inner, covers) => {
  expect(coversRange(outer, inner)).toBe(covers);
});

test.each([
  '',
  '203.0.113',
  '203.0.113.0/33',
  '203.0.113.0/-1',
  '203.0.113.0/8/8',
  '::/129',
  '203.0.113.0/a',
  'a.example',
])('"%s" is neither an address nor a range', (text) => {
  expect(isAddressOrRange(text)).toBe(false);
});
