import type { UserRow } from '../rows.ts';
import type { State } from '../state.ts';

/** Teams, people, service accounts and who is in which team. */
export function seedPeople(state: State): void {
  state.teams.put({ id: 1101, name: 'Detection', slug: 'detection', parent_id: null });
  state.teams.put({ id: 1102, name: 'Response', slug: 'response', parent_id: null });
  state.teams.put({ id: 1103, name: 'Response night shift', slug: 'response_night_shift', parent_id: 1102 });

  const person = (id: number, first_name: string, last_name: string, more: Partial<UserRow> = {}): UserRow => ({
    id,
    scim_uid: null,
    email: `${first_name}.${last_name}@quiet-harbor.example`.toLowerCase(),
    created_at: '2026-01-12T09:00:00Z',
    updated_at: '2026-11-20T07:45:10Z',
    admin: false,
    is_active: true,
    first_name,
    last_name,
    last_seen: '2026-11-23T16:20:04Z',
    tenant_permissions: [],
    service_account: false,
    invitation_accepted: true,
    ...more,
  });
  state.users.put(person(2101, 'Amara', 'Okafor', { admin: true }));
  state.users.put(person(2102, 'Ben', 'Lindqvist'));
  state.users.put(person(2103, 'Chloe', 'Marchetti', { is_active: false, last_seen: '2026-08-30T12:00:00Z' }));
  state.users.put(person(2104, 'Dev', 'Patel'));
  state.users.put(person(2105, 'Elif', 'Demir'));

  const account = (id: number, first_name: string, more: Partial<UserRow> = {}): UserRow => ({
    ...person(id, first_name, ''),
    email: `service-${id}@quiet-harbor.example`,
    last_seen: null,
    service_account: true,
    ...more,
  });
  state.users.put(account(2201, 'Audit export', { tenant_permissions: ['AUDIT_LOG_READ'] }));
  state.users.put(account(2202, 'Tenant automation', { admin: true }));
  state.users.put(account(2203, 'Detection editor'));
  state.users.put(account(2204, 'Detection viewer'));

  const member = (id: number, user_id: number, team_id: number, role: string) =>
    state.memberships.put({ id, user_id, team_id, role });
  member(1, 2101, 1101, 'TEAM_ADMIN');
  member(2, 2101, 1102, 'TEAM_ADMIN');
  member(3, 2102, 1101, 'EDITOR');
  member(4, 2103, 1102, 'EDITOR');
  member(5, 2104, 1101, 'TEAM_ADMIN');
  member(6, 2104, 1102, 'TEAM_ADMIN');
  member(7, 2105, 1101, 'VIEWER');
  member(8, 2105, 1102, 'CASE_MANAGER');
}
