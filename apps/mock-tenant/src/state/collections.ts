import { Collection } from './collection.ts';
import type {
  ActionRow,
  AuditLogRow,
  EventRow,
  FolderRow,
  KeyRow,
  MembershipRow,
  StoryRow,
  TeamRow,
  UserRow,
} from './rows.ts';

/**
 * Every kind of thing that a tenant remembers: the first id of new ones, which leaves room for the seed, and the fields that
 * lists filter by.
 */
export function createCollections() {
  return {
    teams: new Collection<TeamRow>(1110),
    users: new Collection<UserRow>(2110),
    memberships: new Collection<MembershipRow>(1, ['team_id', 'user_id']),
    keys: new Collection<KeyRow>(1, ['secret_hash', 'user_id']),
    folders: new Collection<FolderRow>(6110, ['team_id']),
    stories: new Collection<StoryRow>(3110, ['team_id', 'folder_id']),
    actions: new Collection<ActionRow>(4200, ['story_id', 'team_id']),
    events: new Collection<EventRow>(5200, ['agent_id', 'story_run_guid']),
    auditLogs: new Collection<AuditLogRow>(7110),
  };
}
