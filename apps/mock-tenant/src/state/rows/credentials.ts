import type { Credential } from '@tines-openapi/types';

/** A credential as the API shows it. What it signs on with is thrown away when it comes in: nothing here could leak it. */
export type CredentialRow = Readonly<
  Omit<Credential, 'referencing_story_ids' | 'referencing_action_ids' | 'test_credential' | 'owner'>
> & {
  readonly test_credential: { readonly created_at: string; readonly updated_at: string } | null;
  /** API key of this tenant that the credential holds, where the connect flow made it. The API never shows it. */
  readonly key_id?: number;
};
