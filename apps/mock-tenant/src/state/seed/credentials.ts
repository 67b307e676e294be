import type { CredentialRow } from '../rows/credentials.ts';
import type { State } from '../state.ts';

/** One credential of each kind, in the order in which the document lists the kinds. */
export function seedCredentials(state: State): void {
  const credential = (
    id: number,
    mode: CredentialRow['mode'],
    name: string,
    slug: string,
    more: Partial<CredentialRow> = {},
  ): CredentialRow => ({
    id,
    name,
    mode,
    team_id: 1101,
    folder_id: null,
    read_access: 'TEAM',
    shared_team_slugs: [],
    slug,
    created_at: '2026-05-11T12:00:00Z',
    updated_at: '2026-05-11T12:00:00Z',
    description: '',
    aws_assumed_role_external_id: null,
    aws_authentication_type: null,
    allowed_hosts: [],
    metadata: {},
    restriction_type: 'UNRESTRICTED',
    test_credential_enabled: false,
    test_credential: null,
    expires_at: null,
    expiry_notifications_enabled: false,
    credential_notification_recipient_user_ids: [],
    ...more,
  });
  state.credentials.put(
    credential(9101, 'TEXT', 'URL reputation key', 'url_reputation_key', {
      folder_id: 6102,
      created_at: '2026-03-02T08:40:00Z',
      updated_at: '2026-09-01T06:15:22Z',
      description: 'Key of the service that rates links.',
      allowed_hosts: ['reputation.example'],
      metadata: { plan: 'standard' },
      expires_at: '2027-03-02T00:00:00Z',
      expiry_notifications_enabled: true,
      credential_notification_recipient_user_ids: [2102],
    }),
  );
  state.credentials.put(credential(9102, 'JWT', 'Ticket system token', 'ticket_system_token'));
  state.credentials.put(credential(9103, 'OAUTH', 'Report mailbox', 'report_mailbox'));
  state.credentials.put(
    credential(9104, 'AWS', 'Log bucket', 'log_bucket', {
      team_id: 1102,
      read_access: 'SPECIFIC_TEAMS',
      shared_team_slugs: ['detection'],
      updated_at: '2026-10-06T09:21:47Z',
      aws_assumed_role_external_id: '4be1d0c2-93a7-4f56-8e0b-6c1f2a7d9354',
      use_static_external_id: false,
      aws_authentication_type: 'ROLE',
      restriction_type: 'RESTRICTED',
      test_credential_enabled: true,
      test_credential: { created_at: '2026-10-06T09:20:05Z', updated_at: '2026-10-06T09:20:05Z' },
    }),
  );
  state.credentials.put(credential(9105, 'MTLS', 'Sandbox certificate', 'sandbox_certificate'));
  state.credentials.put(
    credential(9106, 'HTTP_REQUEST_AGENT', 'Endpoint manager', 'endpoint_manager', { team_id: 1102 }),
  );
  state.credentials.put(credential(9107, 'MULTI_REQUEST', 'Directory session', 'directory_session', { team_id: 1102 }));
}
