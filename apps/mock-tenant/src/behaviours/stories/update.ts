import { refuseFindings } from '../../server/errors.ts';
import type { StoryContent } from '../../state/rows/stories.ts';
import type { StoryRow } from '../../state/rows.ts';
import type { State } from '../../state/state.ts';
import { slugify } from '../names.ts';
import type { Call } from '../types.ts';
import { notCalled } from './calls.ts';
import { actionsOf, type Copy, contentOf, storyAt, writeContent } from './copies.ts';
import { demandFolder } from './defaults.ts';
import { copyToCheck, copyToWrite, demandUnlocked } from './drafts.ts';

type Body = Call<'updateStory'>['body'];

/**
 * Changes a story. Where it lies, who may edit it and whether it is under change control belongs to the story and its
 * drafts together and changes at once; everything else is content, which under change control changes in a draft.
 */
export function updateStory(call: Call<'updateStory'>): Copy {
  const { state, params, body, principal } = call;
  const before = storyAt(state, params.story_id);
  // A call that unlocks a story may change it too.
  if (body.locked !== false && Object.keys(body).some((field) => field !== 'locked')) demandUnlocked(before);
  const settings = settingsIn(call, before);
  // Once for what it refuses, before anything is changed.
  contentIn(state, copyToCheck(state, before, body.draft_id), body);
  const story = Object.keys(settings).length > 0 ? moved(state, before, settings) : before;
  if (!changesContent(body)) return { story, draft: null };
  // Switching change control or the lock in the same call does not decide where that call goes.
  const where = { ...story, change_control_enabled: before.change_control_enabled, locked: false };
  const { draft } = copyToWrite(state, where, body.draft_id, principal.actor.id);
  const copy = { story, draft };
  return writeContent(state, copy, contentIn(state, copy, body), principal.actor.id);
}

const settingFields = ['team_id', 'folder_id', 'locked', 'change_control_enabled', 'draft_id'];

function changesContent(body: Body): boolean {
  return Object.keys(body).some((field) => !settingFields.includes(field));
}

type Settings = Partial<Pick<StoryRow, 'team_id' | 'folder_id' | 'locked' | 'change_control_enabled'>>;

function settingsIn({ state, body, demand }: Call<'updateStory'>, story: StoryRow): Settings {
  const moves = body.team_id !== undefined && body.team_id !== story.team_id;
  if (moves) {
    demand('story.delete', story.team_id);
    demand('story.write', body.team_id as number);
  }
  if (story.change_control_enabled && body.change_control_enabled === false) demand('team.manage', story.team_id);
  demandFolder(state, body.folder_id, body.team_id ?? story.team_id);
  const folder_id = body.folder_id === undefined && moves ? null : body.folder_id;
  return given({
    team_id: body.team_id,
    folder_id,
    locked: body.locked,
    change_control_enabled: body.change_control_enabled,
  });
}

/** Puts the settings of a story. What is in it moves to its team with it. */
function moved(state: State, story: StoryRow, settings: Settings): StoryRow {
  const now = state.clock.iso();
  const after = state.stories.put({ ...story, ...settings, updated_at: now, edited_at: now });
  if (after.team_id !== story.team_id) {
    for (const { id } of state.actions.where('story_id', story.id))
      state.actions.update(id, { team_id: after.team_id });
  }
  return after;
}

function contentIn(state: State, copy: Copy, body: Body): Partial<StoryContent> {
  const removed = new Set(body.remove_tag_names ?? []);
  const tags = [...new Set([...contentOf(copy).tags, ...(body.add_tag_names ?? [])])].filter(
    (tag) => !removed.has(tag),
  );
  return {
    ...given({
      name: body.name,
      description: body.description,
      keep_events_for: body.keep_events_for,
      disabled: body.disabled,
      priority: body.priority,
      monitor_failures: body.monitor_failures,
      send_to_story_skill_use_requires_confirmation: body.send_to_story_skill_use_requires_confirmation,
    }),
    ...(body.name !== undefined && { slug: slugify(body.name) }),
    tags,
    ...calledFrom(state, copy, body),
    ...webhookApi(state, copy, body),
  };
}

/** The fields that say from where a story may be called follow from one another. */
function calledFrom(state: State, copy: Copy, body: Body): Partial<StoryContent> {
  const source = body.send_to_story_access_source ?? sourceFromFlag(body.send_to_story_enabled);
  if (source === undefined) return {};
  if (source === 'OFF') return notCalled;
  const entry = body.entry_action_id ?? body.entry_agent_id;
  const exits = body.exit_action_ids ?? body.exit_agent_ids;
  if (entry === undefined || exits === undefined) {
    throw refused(
      '/send_to_story_access_source',
      'entry_action_id and exit_action_ids are required to let others call the story.',
    );
  }
  const access = body.send_to_story_access ?? 'TEAM';
  const slugs = body.shared_team_slugs ?? [];
  if (access === 'SPECIFIC_TEAMS' && slugs.length === 0) {
    throw refused('/shared_team_slugs', 'shared_team_slugs must name a team for SPECIFIC_TEAMS.');
  }
  return {
    send_to_story_enabled: true,
    send_to_story_access_source: source,
    send_to_story_access: access,
    shared_team_slugs: access === 'SPECIFIC_TEAMS' ? slugs : [],
    entry_agent_id: demandActions(state, copy, '/entry_action_id', 'Agents::WebhookAgent', [entry])[0] as number,
    exit_agents: demandActions(state, copy, '/exit_action_ids', 'Agents::EventTransformationAgent', exits),
  };
}

function sourceFromFlag(enabled: boolean | undefined): StoryRow['send_to_story_access_source'] | undefined {
  if (enabled === undefined) return undefined;
  return enabled ? 'STS' : 'OFF';
}

function webhookApi(state: State, copy: Copy, body: Body): Partial<StoryContent> {
  if (body.webhook_api_enabled === undefined) return {};
  if (!body.webhook_api_enabled) return { webhook_api: null };
  const { api_entry_action_id: entry, api_exit_action_ids: exits } = body;
  if (entry === undefined || exits === undefined) {
    throw refused(
      '/webhook_api_enabled',
      'api_entry_action_id and api_exit_action_ids are required to switch the API on.',
    );
  }
  const [entry_action_id] = demandActions(state, copy, '/api_entry_action_id', 'Agents::WebhookAgent', [entry]);
  const exit_action_ids = demandActions(state, copy, '/api_exit_action_ids', 'Agents::EventTransformationAgent', exits);
  return { webhook_api: { entry_action_id: entry_action_id as number, exit_action_ids } };
}

/**
 * Ids in this copy of actions that a call names, by their ids in any copy of the story.
 *
 * @throws Refusal with 422 where one is no action of the story or of another type.
 */
function demandActions(state: State, copy: Copy, pointer: string, type: string, ids: readonly number[]): number[] {
  const here = actionsOf(state, copy);
  return ids.map((id) => {
    const guid = state.actions.get(id)?.guid;
    const action = here.find((entry) => entry.id === id) ?? here.find((entry) => entry.guid === guid);
    if (action?.type === type) return action.id;
    throw refused(pointer, `${pointer.slice(1)} must name actions of the story of the type ${type}.`);
  });
}

function refused(pointer: string, message: string) {
  return refuseFindings('', [{ in: 'body', pointer, message }]);
}

/** Only the fields that were sent. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
