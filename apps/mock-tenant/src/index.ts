import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KeyChoices, MadeKey, NewKey } from './admin/keys.ts';
import type { Management } from './admin/management.ts';
import type { PersonChanges, ShownPerson } from './admin/people.ts';
import type { Settings } from './admin/settings.ts';
import type { ShownKey } from './admin/shown-key.ts';
import type { Fault } from './faults/faults.ts';
import type { JournalEntry } from './journal/journal.ts';
import type { Listener, TenantEvent } from './journal/listeners.ts';
import { createHttpServer, type HttpOptions } from './server/http.ts';
import { isLoopback, makeToken } from './server/reach.ts';
import type { Clock } from './state/clock.ts';
import type { demoKeys } from './state/seed/keys.ts';
import { type Seed, SeedError } from './state/seed-file/seed.ts';
import type { Snapshot } from './state/state.ts';
import { createTenant, type Tenant, type TenantOptions } from './tenant.ts';

export type {
  Clock,
  Fault,
  JournalEntry,
  KeyChoices,
  Listener,
  MadeKey,
  Management,
  NewKey,
  PersonChanges,
  Seed,
  Settings,
  ShownKey,
  ShownPerson,
  Snapshot,
  Tenant,
  TenantEvent,
  TenantOptions,
};
export { createTenant, SeedError };

export interface MockTenantOptions extends TenantOptions, HttpOptions {
  /** Port to listen on; 0, which is the default, takes any free one. */
  port?: number;
  /**
   * Address to listen on, `127.0.0.1` unless set. On one that is not loopback `/_mock` asks for a token: `mockToken`, or one
   * that is made.
   */
  host?: string;
}

/** Names of the demo keys by what they are. */
export type DemoKeys = typeof keys;

const keys = {
  personalOwner: 'personal-owner-demo-key',
  personalEditor: 'personal-editor-demo-key',
  serviceAudit: 'service-audit-demo-key',
  tenantOwner: 'tenant-owner-demo-key',
  teamEditor: 'team-editor-demo-key',
  teamViewer: 'team-viewer-demo-key',
  deactivatedUser: 'deactivated-user-demo-key',
} as const satisfies Record<string, (typeof demoKeys)[number]['secret']>;

/** A tenant that listens. */
export interface MockTenant
  extends Pick<
    Tenant,
    | 'manage'
    | 'requests'
    | 'clock'
    | 'fetch'
    | 'use'
    | 'on'
    | 'assertCalled'
    | 'assertContract'
    | 'reset'
    | 'snapshot'
    | 'restore'
  > {
  /** Address of the tenant, without a slash at the end. */
  readonly url: string;
  readonly keys: DemoKeys;
  /**
   * What a client needs to speak to this tenant with one of the demo keys: `createTinesClient(tenant.as('teamEditor'))`. The
   * mock knows no client, so it hands out options rather than one.
   */
  as(key: keyof DemoKeys): { tenant: string; auth: string };
  /** What `/_mock` asks for in the header `X-Mock-Token`; undefined where it asks for nothing. */
  readonly mockToken: string | undefined;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

/**
 * Starts a mock tenant.
 *
 * @throws Error with the code `EADDRINUSE` where the port is taken.
 */
export async function startMockTenant(options: MockTenantOptions = {}): Promise<MockTenant> {
  const { host = '127.0.0.1', port = 0 } = options;
  const mockToken = options.mockToken ?? (isLoopback(host) ? undefined : makeToken());
  const tenant = createTenant({ ...options, ...(mockToken !== undefined && { mockToken }) });
  const server = createHttpServer(tenant, options);
  await listen(server, port, host).catch((error: unknown) => {
    tenant.close();
    throw error;
  });
  const url = urlOf(server, options.certificate ? 'https' : 'http');
  return {
    url,
    keys,
    as: (key) => ({ tenant: url, auth: keys[key] }),
    mockToken,
    clock: tenant.clock,
    on: tenant.on,
    get requests() {
      return tenant.requests;
    },
    manage: tenant.manage,
    fetch: tenant.fetch,
    use: tenant.use,
    assertCalled: tenant.assertCalled,
    assertContract: tenant.assertContract,
    reset: tenant.reset,
    snapshot: tenant.snapshot,
    restore: tenant.restore,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          tenant.close();
          if (error) reject(error);
          else resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

function urlOf(server: Server, scheme: 'http' | 'https'): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `${scheme}://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
