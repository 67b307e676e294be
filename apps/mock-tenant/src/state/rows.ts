import type { AuditLog, Folder, Team, User } from '@tines-openapi/types';

export type { ActionLinkRow, ActionLogRow, ActionRow, EventRow, PendingRunRow, RunRow } from './rows/actions.ts';
export type { ChangeRequestRow, DraftRow, NoteRow, StoryRow, StoryVersionRow } from './rows/stories.ts';

/** Rows are kept in the shape in which the API answers them; what it never answers stands beside, in own types. */
export type TeamRow = Readonly<Pick<Team, 'id' | 'name'>> & {
  readonly slug: string;
  readonly parent_id: number | null;
};
export type UserRow = Readonly<Omit<User, 'team_memberships'>> & {
  /** A service account acts for keys and is no person: lists of people leave it out. */
  readonly service_account: boolean;
  readonly invitation_accepted: boolean;
  /** Its id in SCIM, a UUID. */
  readonly scim_id: string;
};
export type FolderRow = Readonly<Omit<Folder, 'size'>>;
export type AuditLogRow = Readonly<AuditLog>;

/** One user in one team. A user has one role in a team, so both together are the key. */
export interface MembershipRow {
  readonly id: number;
  readonly team_id: number;
  readonly user_id: number;
  readonly role: string;
  /** Whether a group of the identity provider gave it, and may take it away. */
  readonly by_scim?: boolean;
}

export type KeyType = 'personal' | 'service' | 'tenant_owner' | 'team';

/** An API key. The secret itself is not kept, only its hash. */
export interface KeyRow {
  readonly id: number;
  readonly name: string;
  readonly type: KeyType;
  /** SHA-256 of the secret, in hexadecimal digits. */
  readonly secret_hash: string;
  /** User or service account that the key acts as. */
  readonly user_id: number;
  /** Team and role of a team key; null on the other types. */
  readonly team_id: number | null;
  readonly role: string | null;
  /** Person who made it. May be gone by now, which ends personal keys only. */
  readonly made_by: number;
  readonly created_at: string;
}
