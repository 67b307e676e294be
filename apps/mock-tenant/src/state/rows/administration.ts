import type {
  ActionEgressControlRule,
  IpAccessControlRule,
  Job,
  LoginActivity,
  Role,
  ScimGroupMappingEntry,
  Template,
} from '@tines-openapi/types';

/** A custom role. Default roles stand in `access.yaml` of the document and are no rows. */
export type RoleRow = Readonly<Pick<Role, 'name' | 'description' | 'permissions'>> & {
  /** The API shows it as text. */
  readonly id: number;
  readonly created_at: string;
  readonly updated_at: string;
};

export type SignInRow = Readonly<LoginActivity>;
export type IpAccessRuleRow = Readonly<IpAccessControlRule>;
export type EgressRuleRow = Readonly<ActionEgressControlRule>;

/** A private template. The API shows its id as text but when it was just made. */
export type TemplateRow = Readonly<Omit<Template, 'id'>> & {
  readonly id: number;
  /** Kept, but in no answer. */
  readonly folder_id: number | null;
};

export type JobKind = 'in_progress' | 'queued' | 'retry' | 'dead';
export type JobRow = Readonly<Job> & { readonly kind: JobKind };

/** A destination of stories. Its API key is checked for presence and never kept. */
export interface SyncDestinationRow {
  readonly id: number;
  readonly destination_tenant_url: string;
  readonly destination_team_id: number;
  readonly manual_sync_only: boolean;
  readonly origin_team_id: number;
  readonly subscriptions: readonly SyncSubscriptionRow[];
}

export interface SyncSubscriptionRow {
  readonly story_id: number;
  /** Edit of the story that the destination has; null where none got there. A later edit asks for another sync. */
  readonly synced_edit: string | null;
  readonly error_message: string | null;
}

/** A certificate authority that actions trust beside the public ones. */
export interface CertificateAuthorityRow {
  readonly id: number;
  readonly name: string;
  readonly certificate: string;
}

/** The external id that the AWS credentials of a team share. */
export interface StaticExternalIdRow {
  readonly id: number;
  readonly team_id: number;
}

/** A group of the identity provider. */
export interface ScimGroupRow {
  readonly id: number;
  /** Its id in SCIM, a UUID. */
  readonly scim_id: string;
  readonly external_id: string | null;
  readonly display_name: string;
  /** Users in it, by their number. */
  readonly member_ids: readonly number[];
  readonly created_at: string;
  readonly updated_at: string;
}

export type ScimMappingRow = Readonly<ScimGroupMappingEntry> & { readonly id: number };

/** To whom address rules apply: nobody, who calls the API, or whoever calls a webhook as well. */
export type AddressRuleMode = 'off' | 'tenant_and_api' | 'everything';
/** `beside` leaves the user operations of the API on, which a live tenant with SCIM switches off; that is `exclusive`. */
export type ScimMode = 'off' | 'beside' | 'exclusive';

/** What is set in the pages of a real tenant and has no operation of its own. There is one row. */
export interface SettingsRow {
  readonly id: number;
  /** Whether only tenant owners and holders of API_KEY_CREATE make keys. */
  readonly restrict_key_creation: boolean;
  readonly address_rules: AddressRuleMode;
  readonly scim: ScimMode;
  /** Group whose members are tenant owners. */
  readonly tenant_owners_group: string | null;
  /** Whether a change request needs somebody other than its author to approve it. */
  readonly approval_by_others: boolean;
  /** Whether runs leave log lines. On one live tenant the lists stayed empty while the product showed failures. */
  readonly action_logs: boolean;
}
