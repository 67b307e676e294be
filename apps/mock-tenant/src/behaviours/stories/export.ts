import type { ExportedAction, ExportedLink, Story, StoryExport } from '@tines-openapi/types';
import type { State } from '../../state/state.ts';
import { type Copy, contentOf } from './copies.ts';
import { type BoardAction, readStoryboard, type Storyboard } from './storyboard.ts';

const tenantGuid = '3c8f1a6e5d2b4f7098ab6c1d0e9f7a42';

/** An export holds the source as a number: 0 is off. The numbers of the others are assumed. */
export const accessSources: readonly Story['send_to_story_access_source'][] = [
  'OFF',
  'STS',
  'STS_AND_WORKBENCH',
  'WORKBENCH',
];

export interface ExportOptions {
  randomize_urls?: boolean;
  clear_recipients?: boolean;
}

/** A copy of a story as the file that can be imported. Two exports of an unchanged story differ in `exported_at` only. */
export function exportOf(state: State, copy: Copy, options: ExportOptions = {}): StoryExport {
  const content = contentOf(copy);
  const board = readStoryboard(state, copy);
  const guidOf = (id: unknown) => (typeof id === 'number' ? state.actions.get(id)?.guid : undefined);
  const origin = `cloud:${tenantGuid}:${copy.story.guid}`;
  const exported = (action: BoardAction) => exportedAction(state, action, origin, options.randomize_urls === true);
  return {
    schema_version: 26,
    standard_lib_version: 70,
    action_runtime_version: 20,
    name: content.name,
    description: content.description,
    guid: copy.story.guid,
    slug: content.slug,
    agents: board.actions.map(exported),
    diagram_notes: board.notes.map(({ group, ...note }) => ({ ...note, ...(group !== null && { group_guid: group }) })),
    links: exportedLinks(board),
    diagram_layout: JSON.stringify(
      Object.fromEntries(board.actions.map(({ guid, position }) => [guid, [position.x, position.y]])),
    ),
    send_to_story_enabled: content.send_to_story_enabled,
    entry_agent_guid: guidOf(content.entry_agent_id) ?? null,
    exit_agent_guids: content.exit_agents.flatMap((id) => guidOf(id) ?? []),
    api_entry_action_guids: [guidOf(content.webhook_api?.entry_action_id) ?? []].flat(),
    api_exit_action_guids: (content.webhook_api?.exit_action_ids ?? []).flatMap((id) => guidOf(id) ?? []),
    keep_events_for: content.keep_events_for,
    reporting_status: true,
    send_to_story_access: content.send_to_story_access,
    story_library_metadata: {},
    parent_only_send_to_story: false,
    monitor_failures: content.monitor_failures ?? false,
    send_to_stories: [],
    recipients: options.clear_recipients ? [] : [...(content.recipients ?? [])],
    synchronous_webhooks_enabled: content.webhook_api !== null,
    send_to_story_access_source: accessSources.indexOf(content.send_to_story_access_source),
    send_to_story_skill_use_requires_confirmation: content.send_to_story_skill_use_requires_confirmation,
    pages: [],
    // Tags belong to a team, and no export with tags in it was seen.
    tags: [],
    time_saved_unit: 'minutes',
    time_saved_value: 0,
    origin_story_identifier: origin,
    integration_product: null,
    integration_vendor: null,
    llm_product_instructions: '',
    exported_at: state.clock.iso(),
    icon: content.icon,
    integrations: [],
  };
}

function exportedLinks({ actions, links }: Storyboard): ExportedLink[] {
  const places = new Map(actions.map(({ guid }, index) => [guid, index]));
  return links.map(({ source, receiver, type }) => ({
    source: places.get(source) as number,
    receiver: places.get(receiver) as number,
    ...(type !== 'DEFAULT' && { type }),
  }));
}

function exportedAction(state: State, action: BoardAction, origin: string, randomizeUrls: boolean): ExportedAction {
  const isWebhook = action.type === 'Agents::WebhookAgent';
  const fresh = isWebhook && randomizeUrls ? { path: state.random.guid(), secret: state.random.guid() } : {};
  return {
    type: action.type,
    name: action.name,
    disabled: action.disabled,
    description: action.description,
    guid: action.guid,
    origin_story_identifier: origin,
    options: { ...action.options, ...fresh },
    reporting: { time_saved_value: action.time_saved_value ?? 0, time_saved_unit: action.time_saved_unit ?? 'minutes' },
    monitoring: {
      monitor_all_events: action.monitor_all_events,
      monitor_failures: action.monitor_failures,
      monitor_no_events_emitted: action.monitor_no_events_emitted,
    },
    template: { created_from_template_guid: null, created_from_template_version: null, template_tags: [] },
    width: null,
    ...(action.group !== null && { group_guid: action.group }),
    ...(!isWebhook && { schedule: action.schedule }),
  };
}
