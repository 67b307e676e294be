import type { AuditLogRow } from '../rows.ts';
import type { State } from '../state.ts';

export function seedAuditLogs(state: State): void {
  // More than a default page of them, so that a program that reads one page only is found out.
  for (let day = 1; day <= signInDays; day += 1) state.auditLogs.put(signIn(7070 + day, day));
  state.auditLogs.put({
    ...entryBy(amara),
    id: 7101,
    created_at: '2026-11-20T10:12:30Z',
    updated_at: '2026-11-20T10:12:30Z',
    operation_name: 'StoryCreation',
    inputs: { inputs: { name: 'Impossible travel alert', teamId: 1101 } },
    story_id: 3102,
  });
  state.auditLogs.put({
    ...entryBy(ben),
    id: 7102,
    created_at: '2026-11-23T08:01:12Z',
    updated_at: '2026-11-23T08:01:12Z',
    operation_name: 'Login',
    inputs: null,
    story_id: null,
  });
}

const amara = { id: 2101, email: 'amara.okafor@quiet-harbor.example', name: 'Amara Okafor', address: '192.0.2.44' };
const ben = { id: 2102, email: 'ben.lindqvist@quiet-harbor.example', name: 'Ben Lindqvist', address: '192.0.2.45' };

function entryBy({ id, email, name, address }: typeof amara) {
  return {
    outputs: {},
    request_ip: address,
    request_user_agent: 'Mozilla/5.0',
    tenant_id: 4821,
    user_id: id,
    user_email: email,
    user_name: name,
  };
}

/** Days of October on which somebody signed in, in turns. */
const signInDays = 24;

function signIn(id: number, day: number): AuditLogRow {
  const at = `2026-10-${String(day).padStart(2, '0')}T07:45:00Z`;
  const who = day % 2 === 0 ? amara : ben;
  return { ...entryBy(who), id, created_at: at, updated_at: at, operation_name: 'Login', inputs: null, story_id: null };
}
