import type { ExportedAction, StoryExport } from '@tines-openapi/types';
import type { ActionRow, StoryRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import { slugify } from './names.ts';
import { demandFolder, emptyStory, storyAt } from './stories.ts';
import { removeAction } from './story-removal.ts';
import type { Behaviours, Call } from './types.ts';

const tenantGuid = '3c8f1a6e5d2b4f7098ab6c1d0e9f7a42';
const accessSources = ['OFF', 'STS', 'STS_AND_WORKBENCH', 'WORKBENCH'];

export const storyTransferBehaviours: Behaviours = {
  exportStory({ state, params, query }) {
    return { status: 200, body: exportOf(state, storyAt(state, params.story_id), query) };
  },

  // `versionReplace` finds its story by name; where there is none of that name, a new one is made.
  importStory({ state, body, principal }) {
    demandFolder(state, body.folder_id, body.team_id);
    const named = state.stories.where('team_id', body.team_id).find((story) => story.name === body.new_name);
    const replaced = body.mode === 'versionReplace' ? named : undefined;
    const now = state.clock.iso();
    const content = { ...contentOf(body), updated_at: now, edited_at: now };
    const story = replaced
      ? state.stories.put({ ...replaced, ...content })
      : state.stories.insert({
          ...emptyStory,
          ...content,
          user_id: principal.actor.id,
          team_id: body.team_id,
          folder_id: body.folder_id ?? null,
          guid: state.random.guid(),
          created_at: now,
        });
    for (const action of state.actions.where('story_id', story.id)) removeAction(state, action.id);
    importActions(state, story, body.data);
    return { status: 200, body: story };
  },
};

type ExportQuery = Call<'exportStory'>['query'];

function exportOf(state: State, story: StoryRow, query: ExportQuery): StoryExport {
  const actions = state.actions.where('story_id', story.id);
  const places = new Map(actions.map((action, index) => [action.id, index]));
  const guidOf = (id: unknown) => (typeof id === 'number' ? state.actions.get(id)?.guid : undefined);
  return {
    schema_version: 26,
    standard_lib_version: 70,
    action_runtime_version: 20,
    name: story.name,
    description: story.description,
    guid: story.guid,
    slug: story.slug,
    agents: actions.map((action) => exportedAction(state, story, action, query.randomize_urls === true)),
    diagram_notes: [],
    links: actions.flatMap((action, source) =>
      action.receivers.flatMap((id) => {
        const receiver = places.get(id);
        return receiver === undefined ? [] : { source, receiver };
      }),
    ),
    diagram_layout: JSON.stringify(
      Object.fromEntries(actions.map(({ guid, position }) => [guid, [position.x, position.y]])),
    ),
    send_to_story_enabled: story.send_to_story_enabled,
    entry_agent_guid: guidOf(story.entry_agent_id) ?? null,
    exit_agent_guids: story.exit_agents.flatMap((id) => guidOf(id) ?? []),
    api_entry_action_guids: [],
    api_exit_action_guids: [],
    keep_events_for: story.keep_events_for,
    reporting_status: true,
    send_to_story_access: story.send_to_story_access,
    story_library_metadata: {},
    parent_only_send_to_story: false,
    monitor_failures: story.monitor_failures ?? false,
    send_to_stories: [],
    recipients: query.clear_recipients ? [] : [...(story.recipients ?? [])],
    synchronous_webhooks_enabled: false,
    send_to_story_access_source: accessSources.indexOf(story.send_to_story_access_source),
    send_to_story_skill_use_requires_confirmation: story.send_to_story_skill_use_requires_confirmation,
    pages: [],
    tags: [],
    time_saved_unit: 'minutes',
    time_saved_value: 0,
    origin_story_identifier: originOf(story),
    integration_product: null,
    integration_vendor: null,
    llm_product_instructions: '',
    exported_at: state.clock.iso(),
    icon: ':gear:',
    integrations: [],
  };
}

function originOf({ guid }: StoryRow): string {
  return `cloud:${tenantGuid}:${guid}`;
}

function exportedAction(state: State, story: StoryRow, action: ActionRow, randomizeUrls: boolean): ExportedAction {
  const isWebhook = action.type === 'Agents::WebhookAgent';
  const fresh = isWebhook && randomizeUrls ? { path: state.random.guid(), secret: state.random.guid() } : {};
  return {
    type: action.type,
    name: action.name,
    disabled: action.disabled,
    description: action.description,
    guid: action.guid,
    origin_story_identifier: originOf(story),
    options: { ...action.options, ...fresh },
    reporting: { time_saved_value: action.time_saved_value ?? 0, time_saved_unit: action.time_saved_unit ?? 'minutes' },
    monitoring: {
      monitor_all_events: action.monitor_all_events,
      monitor_failures: action.monitor_failures,
      monitor_no_events_emitted: action.monitor_no_events_emitted,
    },
    template: { created_from_template_guid: null, created_from_template_version: null, template_tags: [] },
    width: null,
    ...(!isWebhook && { schedule: action.schedule }),
  };
}

function contentOf({ data, new_name }: Call<'importStory'>['body']) {
  return {
    name: new_name,
    slug: slugify(new_name),
    description: data.description,
    keep_events_for: data.keep_events_for,
    monitor_failures: data.monitor_failures,
    recipients: [...(data.recipients ?? [])],
  };
}

function importActions(state: State, story: StoryRow, data: StoryExport): void {
  const layout = JSON.parse(data.diagram_layout || '{}') as Record<string, [number, number]>;
  const now = state.clock.iso();
  const made = data.agents.map((agent) => {
    const [x, y] = layout[agent.guid] ?? [0, 0];
    const webhook = agent.type === 'Agents::WebhookAgent';
    return state.actions.insert({
      type: agent.type,
      user_id: story.user_id,
      options: webhook ? { ...agent.options, path: state.random.guid(), secret: state.random.guid() } : agent.options,
      name: agent.name,
      description: agent.description,
      // Imported schedules are off until somebody switches them on.
      schedule: null,
      blended_events_count: 0,
      logs_count: 0,
      last_check_at: null,
      last_receive_at: null,
      created_at: now,
      updated_at: now,
      last_event_at: null,
      last_error_log_at: null,
      disabled: agent.disabled,
      guid: state.random.guid(),
      group_id: null,
      position: { x, y },
      story_id: story.id,
      story_mode: 'LIVE',
      team_id: story.team_id,
      sources: [],
      receivers: [],
      monitor_failures: agent.monitoring.monitor_failures ?? false,
      monitor_all_events: agent.monitoring.monitor_all_events ?? false,
      monitor_no_events_emitted: agent.monitoring.monitor_no_events_emitted ?? null,
    });
  });
  for (const { source, receiver } of data.links) {
    const [from, to] = [made[source], made[receiver]].map((action) => action && state.actions.get(action.id));
    if (!from || !to) continue;
    state.actions.put({ ...from, receivers: [...from.receivers, to.id] });
    state.actions.put({ ...(state.actions.get(to.id) as ActionRow), sources: [...to.sources, from.id] });
  }
}
