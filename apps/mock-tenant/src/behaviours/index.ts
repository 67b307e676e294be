import { actionHistoryBehaviours } from './action-history.ts';
import { linkBehaviours } from './action-links.ts';
import { actionBehaviours } from './actions.ts';
import { auditLogBehaviours } from './audit-logs.ts';
import { allCaseBehaviours } from './cases/index.ts';
import { certificateBehaviours } from './certificates.ts';
import { conversationBehaviours } from './conversations.ts';
import { credentialBehaviours } from './credentials.ts';
import { dashboardBehaviours } from './dashboards.ts';
import { egressRuleBehaviours } from './egress-rules.ts';
import { eventBehaviours } from './events.ts';
import { folderBehaviours } from './folders.ts';
import { ipAccessRuleBehaviours } from './ip-access-rules.ts';
import { jobBehaviours } from './jobs.ts';
import { noteBehaviours } from './notes.ts';
import { recordListBehaviours } from './records/list.ts';
import { recordQueryBehaviours } from './records/query.ts';
import { recordV2Behaviours } from './records/read-v2.ts';
import { recordTypeBehaviours } from './records/record-types.ts';
import { recordBehaviours } from './records/records.ts';
import { recordSearchBehaviours } from './records/search.ts';
import { recordViewBehaviours } from './records/views.ts';
import { reportingBehaviours } from './reporting.ts';
import { resourceElementBehaviours } from './resource-elements.ts';
import { resourceBehaviours } from './resources.ts';
import { roleBehaviours } from './roles.ts';
import { runBehaviours } from './runs.ts';
import { scimDiscoveryBehaviours } from './scim/discovery.ts';
import { scimGroupBehaviours } from './scim/groups.ts';
import { scimMappingBehaviours } from './scim/mapping.ts';
import { scimUserBehaviours } from './scim/users.ts';
import { settled } from './settled.ts';
import { skillBehaviours } from './skills.ts';
import { storyBehaviours } from './stories/index.ts';
import { syncDestinationBehaviours } from './sync-destinations.ts';
import { tagBehaviours } from './tags.ts';
import { teamBehaviours } from './teams.ts';
import { templateBehaviours } from './templates.ts';
import { tenantBehaviours } from './tenant.ts';
import type { AnyBehaviour } from './types.ts';
import { userBehaviours } from './users.ts';
import { webhookBehaviours } from './webhooks.ts';

/** Operation id to handler. An operation that is not here is answered from the examples of the document. */
export const behaviours = {
  ...tenantBehaviours,
  ...teamBehaviours,
  ...settled(storyBehaviours),
  ...settled(actionBehaviours),
  ...settled(actionHistoryBehaviours),
  ...linkBehaviours,
  ...noteBehaviours,
  ...settled(eventBehaviours),
  ...settled(runBehaviours),
  ...settled(webhookBehaviours),
  ...folderBehaviours,
  ...auditLogBehaviours,
  ...userBehaviours,
  ...roleBehaviours,
  ...ipAccessRuleBehaviours,
  ...egressRuleBehaviours,
  ...templateBehaviours,
  ...jobBehaviours,
  ...certificateBehaviours,
  ...syncDestinationBehaviours,
  ...scimMappingBehaviours,
  ...scimDiscoveryBehaviours,
  ...scimUserBehaviours,
  ...scimGroupBehaviours,
  ...conversationBehaviours,
  ...credentialBehaviours,
  ...dashboardBehaviours,
  ...settled(reportingBehaviours),
  ...resourceElementBehaviours,
  ...resourceBehaviours,
  ...skillBehaviours,
  ...tagBehaviours,
  ...allCaseBehaviours,
  ...recordBehaviours,
  ...recordListBehaviours,
  ...recordQueryBehaviours,
  ...recordSearchBehaviours,
  ...recordTypeBehaviours,
  ...recordV2Behaviours,
  ...recordViewBehaviours,
} as Readonly<Record<string, AnyBehaviour | undefined>>;
