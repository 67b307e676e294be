import { hashSecret } from '../../auth/secret.ts';
import type { KeyRow } from '../rows.ts';
import type { State } from '../state.ts';

/** The demo keys: the secret, and what the key is. */
export const demoKeys = [
  { secret: 'personal-owner-demo-key', name: 'Amara, personal', type: 'personal', user_id: 2101 },
  { secret: 'personal-editor-demo-key', name: 'Ben, personal', type: 'personal', user_id: 2102 },
  { secret: 'service-audit-demo-key', name: 'Audit export', type: 'service', user_id: 2201 },
  { secret: 'tenant-owner-demo-key', name: 'Tenant automation', type: 'tenant_owner', user_id: 2202 },
  {
    secret: 'team-editor-demo-key',
    name: 'Detection editor',
    type: 'team',
    user_id: 2203,
    team_id: 1101,
    role: 'EDITOR',
  },
  {
    secret: 'team-viewer-demo-key',
    name: 'Detection viewer',
    type: 'team',
    user_id: 2204,
    team_id: 1101,
    role: 'VIEWER',
  },
  { secret: 'deactivated-user-demo-key', name: 'Chloe, personal', type: 'personal', user_id: 2103 },
] as const satisfies ({ secret: string } & Pick<KeyRow, 'name' | 'type' | 'user_id'> & Partial<KeyRow>)[];

export function seedKeys(state: State): void {
  for (const { secret, ...key } of demoKeys) {
    // A person makes the own personal key; the tenant owner made the others.
    const made_by = key.type === 'personal' ? key.user_id : 2101;
    const made = { made_by, created_at: '2026-01-12T09:00:00Z' };
    state.keys.insert({ team_id: null, role: null, ...key, ...made, secret_hash: hashSecret(secret) });
  }
}
