export type Body = Readonly<Record<string, unknown>>;

/**
 * Names under which the audit log keeps the writing operations. An update of several things leaves several entries.
 */
export const auditNames: Record<string, string | ((body: Body) => string[])> = {
  createStory: 'StoryCreation',
  updateStory: storyUpdateNames,
  deleteStory: 'StoryItemsDestruction',
  batchDeleteStories: 'StoryItemsDestruction',
  importStory: 'StoryImport',
  createTeam: 'TeamCreation',
  updateTeam: 'TeamUpdate',
  deleteTeam: 'TeamDestruction',
  inviteTeamMember: 'TeamMembersAddition',
  removeTeamMember: 'TeamMemberRemoval',
  createFolder: 'FolderCreation',
  updateFolder: 'FolderUpdate',
  deleteFolder: 'FolderDestruction',
};

function storyUpdateNames(body: Body): string[] {
  const byField: Record<string, string> = {
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
  };
  return [...new Set(Object.keys(body).flatMap((field) => byField[field] ?? []))];
}
