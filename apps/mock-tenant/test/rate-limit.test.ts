import { describe, expect, test } from 'vitest';
import { openTenant } from './ask.ts';

const key = 'team-viewer-demo-key';

describe('rate limits', () => {
  const spend = async (ask: ReturnType<typeof openTenant>['ask'], count: number) => {
    for (let sent = 0; sent < count; sent += 1)
      expect((await ask('GET /api/v1/actions/4101', { key })).status).toBe(200);
  };

  test('are off unless switched on', async () => {
    const { ask } = openTenant();
    await spend(ask, 101);
  });

  test('refuse the call after the last one of a minute, and say how long to wait', async () => {
    const { ask, tenant } = openTenant({ rateLimit: 'tenant-clock' });
    await spend(ask, 100);
    tenant.state.clock.advance(20_000);
    const refused = await ask('GET /api/v1/agents', { key });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('40');
    expect(refused.body.error).toContain('100 a minute');
    tenant.state.clock.advance(40_000);
    expect((await ask('GET /api/v1/actions', { key })).status).toBe(200);
  });

  test('count by class and by key', async () => {
    const { ask } = openTenant({ rateLimit: 'tenant-clock' });
    await spend(ask, 100);
    expect((await ask('GET /api/v1/stories', { key })).status).toBe(200);
    expect((await ask('GET /api/v1/actions', { key: 'tenant-owner-demo-key' })).status).toBe(200);
  });
});
