import type { KeyType } from '../state/rows.ts';

/** A type of key in words, as the authentication page of the vendor has it. */
export interface KeyKind {
  type: KeyType;
  title: string;
  /** Whom it acts as. */
  acts_as: string;
  /** What it may do. */
  reach: string;
  /** What becomes of it when people leave. */
  lifetime: string;
}

/** The four types, the narrowest promise first. */
export const keyKinds: readonly KeyKind[] = [
  {
    type: 'personal',
    title: 'Personal API key',
    acts_as: 'You. The audit log names you.',
    reach:
      'Whatever you may do: your teams with your roles, your tenant permissions, everything if you own the tenant.',
    lifetime: 'Answers 401 while you are deactivated, and for good once you are deleted.',
  },
  {
    type: 'service',
    title: 'Service API key',
    acts_as: 'A service account of its own. The audit log names that account.',
    reach: 'The tenant permissions that a tenant owner gives it, and nothing of any team.',
    lifetime: 'Keeps working when the person who made it leaves.',
  },
  {
    type: 'tenant_owner',
    title: 'Tenant owner API key',
    acts_as: 'A service account of its own. The audit log names that account.',
    reach: 'The whole tenant, like a tenant owner. The only kind for SCIM and the administration of the tenant.',
    lifetime: 'Keeps working when the person who made it leaves.',
  },
  {
    type: 'team',
    title: 'Team API key',
    acts_as: 'A service account of its own. The audit log names that account.',
    reach: 'One team, with the permissions of the role that you choose for it.',
    lifetime: 'Keeps working when the person who made it leaves, and ends with its team.',
  },
];
