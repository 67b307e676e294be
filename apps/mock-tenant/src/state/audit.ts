import type { Principal } from '../auth/principal.ts';
import type { Operation } from '../contract/document.ts';
import { redactBody } from '../journal/redact.ts';
import type { Answer, Exchange } from '../server/exchange.ts';
import type { State } from './state.ts';

type Body = Readonly<Record<string, unknown>>;

/** Names under which the audit log keeps the writing operations. An update of several things leaves several entries. */
const names: Record<string, string | ((body: Body) => string[])> = {
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

/** Writes down a writing call that was done, as performed by the user or service account behind the key. */
export function recordAudit(
  state: State,
  { actor }: Principal,
  operation: Operation,
  { request, body }: Exchange,
  params: Readonly<Record<string, unknown>>,
  answer: Answer,
): void {
  const known = names[operation.id];
  if (known === undefined || answer.status >= 300) return;
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Body;
  const at = state.clock.iso();
  for (const operation_name of typeof known === 'string' ? [known] : known(sent)) {
    state.auditLogs.insert({
      created_at: at,
      updated_at: at,
      operation_name,
      inputs: { inputs: camelCased({ ...params, ...(redactBody(sent) as Body) }) },
      outputs: {},
      request_ip: request.address,
      request_user_agent: request.headers['user-agent'] ?? '',
      tenant_id: state.tenantId,
      user_id: actor.id,
      user_email: actor.email,
      user_name: `${actor.first_name} ${actor.last_name}`.trim(),
      story_id: typeof params.story_id === 'number' ? params.story_id : null,
    });
  }
}

/** Keys of inputs are camel case in the audit log. */
function camelCased(body: Body): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [
      key.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}
