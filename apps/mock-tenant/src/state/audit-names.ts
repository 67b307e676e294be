import { caseAuditNames } from './case-audit-names.ts';

export type Body = Readonly<Record<string, unknown>>;

/**
 * Names under which the audit log keeps the writing operations. An update of several things leaves several entries.
 */
export const auditNames: Record<string, string | ((body: Body) => string[])> = {
  ...caseAuditNames,
  createStory: 'StoryCreation',
  updateStory: storyUpdateNames,
  deleteStory: 'StoryItemsDestruction',
  batchDeleteStories: 'StoryItemsDestruction',
  importStory: 'StoryImport',
  disableStory: 'StoryDisabledChange',
  createStoryRecipient: 'StoryRecipientAddition',
  deleteStoryRecipient: 'StoryRecipientRemoval',
  createStoryVersion: 'StoryVersionCreate',
  updateStoryVersion: 'StoryVersionNameChange',
  deleteStoryVersion: 'StoryVersionDeletion',
  createStoryDraft: 'TestStoryCreation',
  deleteStoryDraft: 'TestStoryDeletion',
  createAction: 'StoryItemsCreation',
  updateAction: actionUpdateNames,
  deleteAction: 'StoryItemsDestruction',
  deleteLinks: 'LinkChange',
  runAction: 'ActionRun',
  clearActionMemory: 'ActionMemoryClearance',
  deleteActionEvents: 'ActionsEventsDeletion',
  deleteActionLogs: 'ActionsLogsClearance',
  reemitEvent: 'LastEventReEmission',
  createNote: 'StoryItemsCreation',
  updateNote: noteUpdateNames,
  deleteNote: 'StoryItemsDestruction',
  // No page names what follows, up to the promotion of a change request: made by analogy.
  createStoryOwner: 'StoryOwnerAddition',
  deleteStoryOwner: 'StoryOwnerRemoval',
  createChangeRequest: 'ChangeRequestCreation',
  approveChangeRequest: 'ChangeRequestApproval',
  cancelChangeRequest: 'ChangeRequestCancellation',
  rejectChangeRequest: 'ChangeRequestRejection',
  promoteChangeRequest: (body) => [body.bypass_approval ? 'ChangeRequestBypass' : [], 'ChangeRequestPromotion'].flat(),
  createTeam: 'TeamCreation',
  updateTeam: 'TeamUpdate',
  deleteTeam: 'TeamDestruction',
  inviteTeamMember: 'TeamMembersAddition',
  removeTeamMember: 'TeamMemberRemoval',
  createUser: 'UsersInvitation',
  updateUser: 'UserEdit',
  deleteUser: 'UserDeletion',
  resendUserInvitation: 'UserReinvitation',
  resendTeamMemberInvitation: 'UserReinvitation',
  createTemplate: 'TemplateCreation',
  updateTemplate: 'TemplateUpdate',
  deleteTemplate: 'TemplateDestruction',
  createActionEgressControlRule: 'ActionEgressControlRuleCreation',
  updateActionEgressControlRule: 'ActionEgressControlRuleChange',
  patchActionEgressControlRule: 'ActionEgressControlRuleChange',
  deleteActionEgressControlRule: 'ActionEgressControlRuleDeletion',
  deleteAllQueuedJobs: 'JobsQueuedDeletion',
  deleteActionQueuedJobs: 'JobsQueuedDeletion',
  deleteAllRetryJobs: 'JobsRetryingDeletion',
  deleteActionRetryJobs: 'JobsRetryingDeletion',
  setCustomCertificateAuthority: 'CustomCertificateAuthoritySet',
  scimCreateUser: 'UsersInvitation',
  scimReplaceUser: 'UserEdit',
  scimPatchUser: 'UserEdit',
  scimDeleteUser: 'UserEdit',
  // No page names what follows, up to the groups of SCIM: made by analogy.
  deleteAllDeadJobs: 'JobsDeadDeletion',
  deleteActionDeadJobs: 'JobsDeadDeletion',
  expireUserSession: 'UserSessionExpiry',
  destroyTeamStaticExternalId: 'TeamStaticExternalIdDestruction',
  createRole: 'RoleCreation',
  updateRole: 'RoleUpdate',
  deleteRole: 'RoleDestruction',
  createIpAccessControlRule: 'IpAccessControlRuleCreation',
  updateIpAccessControlRule: 'IpAccessControlRuleChange',
  patchIpAccessControlRule: 'IpAccessControlRuleChange',
  deleteIpAccessControlRule: 'IpAccessControlRuleDeletion',
  createSyncDestination: 'SyncDestinationCreation',
  updateSyncDestination: 'SyncDestinationUpdate',
  patchSyncDestination: 'SyncDestinationUpdate',
  deleteSyncDestination: 'SyncDestinationDestruction',
  triggerSyncDestination: 'SyncDestinationSync',
  triggerSyncDestinationStory: 'SyncDestinationSync',
  updateScimUserGroupMapping: 'ScimUserGroupMappingUpdate',
  scimCreateGroup: 'ScimGroupCreation',
  scimReplaceGroup: 'ScimGroupUpdate',
  scimPatchGroup: 'ScimGroupUpdate',
  scimDeleteGroup: 'ScimGroupDestruction',
  createFolder: 'FolderCreation',
  updateFolder: 'FolderUpdate',
  deleteFolder: 'FolderDestruction',
  // Names of tags, records, dashboards and skills beyond those of record types and views are on no page: made by analogy.
  createTag: 'TagCreation',
  updateTag: 'TagUpdate',
  deleteTag: 'TagDestruction',
  createResource: 'GlobalResourceCreation',
  updateResource: (body) => ['GlobalResourceEdit', ...movement(body, 'GlobalResourceMovement')],
  deleteResource: 'GlobalResourceDestruction',
  appendResourceElement: 'GlobalResourceEdit',
  removeResourceElement: 'GlobalResourceEdit',
  replaceResourceElement: 'GlobalResourceEdit',
  createCredential: 'UserCredentialSave',
  updateCredential: (body) => ['UserCredentialSave', ...movement(body, 'CredentialMovement')],
  deleteCredential: 'CredentialDestruction',
  createRecordType: 'RecordTypeCreation',
  updateRecordType: 'RecordTypeUpdate',
  deleteRecordType: 'RecordTypeDestruction',
  createRecord: 'RecordResultSetCreation',
  updateRecord: 'RecordResultSetUpdate',
  deleteRecord: 'RecordResultSetDestruction',
  linkRecordCase: 'RecordResultSetUpdate',
  unlinkRecordCase: 'RecordResultSetUpdate',
  importRecordView: (body) => [body.mode === 'replace' ? 'RecordReportUpdate' : 'RecordReportCreation'],
  deleteRecordView: 'RecordReportDeletion',
  importDashboard: 'DashboardImport',
  deleteDashboard: 'DashboardDestruction',
  createSkill: 'AgentSkillCreation',
  updateSkill: 'AgentSkillUpdate',
  deleteSkill: 'AgentSkillDestruction',
};

function movement(body: Body, name: string): string[] {
  return 'folder_id' in body || 'team_id' in body ? [name] : [];
}

function storyUpdateNames(body: Body): string[] {
  return namesByField(body, {
    name: 'StoryNameChange',
    description: 'StoryDescriptionChange',
    disabled: 'StoryDisabledChange',
    keep_events_for: 'StoryKeepEventsForChange',
    locked: 'StoryLockedChange',
    priority: 'StoryPriorityChange',
    team_id: 'StoryMovement',
    folder_id: 'StoryMovement',
    webhook_api_enabled: 'StoryApiChange',
    send_to_story_access_source: 'StorySendToStoryChange',
    send_to_story_enabled: 'StorySendToStoryChange',
  });
}

function actionUpdateNames(body: Body): string[] {
  return namesByField(body, {
    name: 'ActionsNameChange',
    description: 'ActionDescriptionChange',
    options: 'ActionsOptionsChange',
    schedule: 'ActionsScheduleChange',
    disabled: 'ActionsDisabledChange',
    monitor_failures: 'ActionsMonitoringChange',
    position: 'StoryActionsPositioning',
    source_ids: 'LinkChange',
    links_to_sources: 'LinkChange',
    receiver_ids: 'LinkChange',
    links_to_receivers: 'LinkChange',
  });
}

function noteUpdateNames(body: Body): string[] {
  return namesByField(body, { content: 'AnnotationContentChange', position: 'StoryItemsMovement' });
}

function namesByField(body: Body, names: Record<string, string>): string[] {
  return [...new Set(Object.keys(body).flatMap((field) => names[field] ?? []))];
}
