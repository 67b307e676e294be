import type { UserRow } from '../rows.ts';
import type { State } from '../state.ts';

/** Teams, people, service accounts and who is in which team. */
export function seedPeople(state: State): void {
  state.teams.put({ id: 1101, name: 'Detection', slug: 'detection', parent_id: null });
  state.teams.put({ id: 1102, name: 'Response', slug: 'response', parent_id: null });
  state.teams.put({ id: 1103, name: 'Response night shift', slug: 'response_night_shift', parent_id: 1102 });
  for (const row of [...people, ...serviceAccounts]) state.users.put(row);

  const member = (id: number, user_id: number, team_id: number, role: string, by_scim = false) =>
    state.memberships.put({ id, user_id, team_id, role, by_scim });
  member(1, 2101, 1102, 'TEAM_ADMIN');
  member(2, 2102, 1101, 'EDITOR', true);
  member(3, 2103, 1102, 'EDITOR');
  member(4, 2104, 1101, 'TEAM_ADMIN');
  member(5, 2104, 1102, 'TEAM_ADMIN');
  member(6, 2105, 1101, 'VIEWER');
  member(7, 2105, 1102, 'CASE_MANAGER');
  state.staticExternalIds.put({ id: 9801, team_id: 1101 });
}

function person(
  row: Pick<UserRow, 'id' | 'first_name' | 'last_name' | 'created_at' | 'updated_at' | 'scim_id'> & Partial<UserRow>,
): UserRow {
  return {
    scim_uid: null,
    email: `${row.first_name}.${row.last_name}@quiet-harbor.example`.toLowerCase(),
    admin: false,
    is_active: true,
    last_seen: null,
    tenant_permissions: [],
    service_account: false,
    invitation_accepted: true,
    ...row,
  };
}

const people: UserRow[] = [
  person({
    id: 2101,
    first_name: 'Amara',
    last_name: 'Okafor',
    admin: true,
    created_at: '2025-09-01T08:00:00Z',
    updated_at: '2026-11-24T08:02:10Z',
    last_seen: '2026-11-24T08:02:10Z',
    scim_id: '1c7e5a90-4b2d-4f63-8e17-d0a9b6c35f21',
  }),
  person({
    id: 2102,
    first_name: 'Ben',
    last_name: 'Lindqvist',
    scim_uid: '00u7kq2fben',
    created_at: '2025-09-03T10:12:45Z',
    updated_at: '2026-11-23T16:40:02Z',
    last_seen: '2026-11-24T08:31:20Z',
    scim_id: '3f2a9c1e-7b6d-4e5f-8a90-1b2c3d4e5f60',
  }),
  person({
    id: 2103,
    first_name: 'Chloe',
    last_name: 'Marchetti',
    is_active: false,
    created_at: '2025-10-06T09:00:00Z',
    updated_at: '2026-08-31T07:00:00Z',
    last_seen: '2026-08-30T12:00:00Z',
    scim_id: '58d3b1f6-90ea-4c27-b5d4-6f0e8a7c1932',
  }),
  person({
    id: 2104,
    first_name: 'Dev',
    last_name: 'Patel',
    created_at: '2025-11-10T09:30:00Z',
    updated_at: '2026-11-18T11:25:40Z',
    last_seen: '2026-11-24T07:44:56Z',
    scim_id: '6a04e7c9-3d81-4b5e-9f26-c2b7d5e01843',
  }),
  person({
    id: 2105,
    first_name: 'Elif',
    last_name: 'Demir',
    created_at: '2026-02-16T13:05:00Z',
    updated_at: '2026-11-20T07:55:31Z',
    last_seen: '2026-11-23T19:48:09Z',
    scim_id: '91b5f0d2-6ec4-4a38-8d7b-e3c6a9124f05',
  }),
];

function account(id: number, first_name: string, scim_id: string, more: Partial<UserRow> = {}): UserRow {
  const times = { created_at: '2026-01-12T09:00:00Z', updated_at: '2026-01-12T09:00:00Z' };
  const email = `service-${id}@quiet-harbor.example`;
  return person({ id, first_name, last_name: '', email, scim_id, ...times, service_account: true, ...more });
}

const serviceAccounts: UserRow[] = [
  account(2201, 'Audit export', 'a4f1c8e7-5b90-4d23-9e6a-07d2b8c4f316', { tenant_permissions: ['AUDIT_LOG_READ'] }),
  account(2202, 'Tenant automation', 'b7e2d960-1c45-4f8a-8b3d-5a9f0e6c7d24', { admin: true }),
  account(2203, 'Detection editor', 'c9a0b3f5-7d68-4e12-a4c7-e81f2d5b9036'),
  account(2204, 'Detection viewer', 'd2c6e4a8-0f97-4b51-9d38-b3a7f6e0c145'),
];
