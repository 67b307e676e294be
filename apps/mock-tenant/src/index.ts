import type { AddressInfo } from 'node:net';
import type { KeyChoices, MadeKey, NewKey } from './admin/keys.ts';
import type { Management } from './admin/management.ts';
import type { PersonChanges, ShownPerson } from './admin/people.ts';
import type { Settings } from './admin/settings.ts';
import type { ShownKey } from './admin/shown-key.ts';
import type { Fault } from './faults/faults.ts';
import type { JournalEntry } from './journal/journal.ts';
import { createHttpServer } from './server/http.ts';
import type { demoKeys } from './state/seed/keys.ts';
import type { Snapshot } from './state/state.ts';
import { createTenant, type Tenant, type TenantOptions } from './tenant.ts';

export type {
  Fault,
  JournalEntry,
  KeyChoices,
  MadeKey,
  Management,
  NewKey,
  PersonChanges,
  Settings,
  ShownKey,
  ShownPerson,
  Snapshot,
  Tenant,
  TenantOptions,
};
export { createTenant };

export interface MockTenantOptions extends TenantOptions {
  /** Port to listen on; 0, which is the default, takes any free one. */
  port?: number;
  /** Address to listen on, `127.0.0.1` unless set. */
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
    'manage' | 'requests' | 'fetch' | 'use' | 'assertCalled' | 'assertContract' | 'reset' | 'snapshot' | 'restore'
  > {
  /** Address of the tenant, without a slash at the end. */
  readonly url: string;
  readonly keys: DemoKeys;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

/**
 * Starts a mock tenant.
 *
 * @throws Error with the code `EADDRINUSE` where the port is taken.
 */
export async function startMockTenant(options: MockTenantOptions = {}): Promise<MockTenant> {
  const tenant = createTenant(options);
  const server = createHttpServer(tenant);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
  });
  const { address, family, port } = server.address() as AddressInfo;
  const host = family === 'IPv6' ? `[${address}]` : address;
  return {
    url: `http://${host}:${port}`,
    keys,
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
