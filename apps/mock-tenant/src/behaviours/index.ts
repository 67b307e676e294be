import { actionBehaviours } from './actions.ts';
import { auditLogBehaviours } from './audit-logs.ts';
import { eventBehaviours } from './events.ts';
import { folderBehaviours } from './folders.ts';
import { storyBehaviours } from './stories.ts';
import { storyTransferBehaviours } from './story-transfer.ts';
import { teamBehaviours } from './teams.ts';
import { tenantBehaviours } from './tenant.ts';
import type { AnyBehaviour } from './types.ts';
import { userBehaviours } from './users.ts';

/** Operation id to handler. An operation that is not here is answered from the examples of the document. */
export const behaviours = {
  ...tenantBehaviours,
  ...teamBehaviours,
  ...storyBehaviours,
  ...storyTransferBehaviours,
  ...actionBehaviours,
  ...eventBehaviours,
  ...folderBehaviours,
  ...auditLogBehaviours,
  ...userBehaviours,
} as Readonly<Record<string, AnyBehaviour | undefined>>;
