import type { State } from '../state.ts';

export function seedAuditLogs(state: State): void {
  state.auditLogs.put({
    id: 7101,
    created_at: '2026-11-20T10:12:30Z',
    updated_at: '2026-11-20T10:12:30Z',
    operation_name: 'StoryCreation',
    inputs: { inputs: { name: 'Impossible travel alert', teamId: 1101 } },
    outputs: {},
    request_ip: '192.0.2.44',
    request_user_agent: 'Mozilla/5.0',
    tenant_id: 4821,
    user_id: 2101,
    user_email: 'amara.okafor@quiet-harbor.example',
    user_name: 'Amara Okafor',
    story_id: 3102,
  });
  state.auditLogs.put({
    id: 7102,
    created_at: '2026-11-23T08:01:12Z',
    updated_at: '2026-11-23T08:01:12Z',
    operation_name: 'Login',
    inputs: null,
    outputs: {},
    request_ip: '192.0.2.45',
    request_user_agent: 'Mozilla/5.0',
    tenant_id: 4821,
    user_id: 2102,
    user_email: 'ben.lindqvist@quiet-harbor.example',
    user_name: 'Ben Lindqvist',
    story_id: null,
  });
}
