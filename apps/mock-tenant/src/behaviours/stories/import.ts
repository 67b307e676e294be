import type { ExportedAction, StoryExport } from '@tines-openapi/types';
import type { LinkType } from '../../state/rows/actions.ts';
import type { StoryContent } from '../../state/rows/stories.ts';
import type { State } from '../../state/state.ts';
import { slugify } from '../names.ts';
import { callsThatRemain } from './calls.ts';
import { actionsOf, type Copy, contentOf, writeContent } from './copies.ts';
import { type BoardAction, type BoardNote, layStoryboard, type Storyboard } from './storyboard.ts';

/**
 * Makes a copy of a story what a file says. From where the story may be called does not travel, and imported schedules are
 * off until somebody switches them on.
 *
 * @param name Name that the story gets, whatever the file calls it.
 * @param userId User or service account that imports.
 */
export function importInto(state: State, copy: Copy, name: string, data: StoryExport, userId: number): Copy {
  const board = boardOf(state, copy, data);
  layStoryboard(state, copy, board, userId);
  const content: Partial<StoryContent> = {
    name,
    slug: slugify(name),
    description: data.description,
    keep_events_for: data.keep_events_for,
    monitor_failures: data.monitor_failures,
    recipients: [...(data.recipients ?? [])],
    icon: data.icon,
    ...callsThatRemain(state, contentOf(copy)),
  };
  return writeContent(state, copy, content, userId);
}

/**
 * The storyboard in a file. An action that the copy has already, by guid, keeps its guid and, as a webhook, its address;
 * every other one gets new ones, since both are unique in a tenant.
 */
function boardOf(state: State, copy: Copy, data: StoryExport): Storyboard {
  const layout = layoutOf(data);
  const there = new Map(actionsOf(state, copy).map((action) => [action.guid, action]));
  const guids = new Map(data.agents.map(({ guid }) => [guid, there.has(guid) ? guid : state.random.guid()]));
  const groupOf = (entry: object) => guids.get(String((entry as { group_guid?: unknown }).group_guid)) ?? null;
  const actions = data.agents.map((agent): BoardAction => {
    const guid = guids.get(agent.guid) as string;
    const options = { ...agent.options, ...addressOf(state, agent, there.get(guid)?.options) };
    return { ...importedAction(agent), guid, options, position: layout(agent.guid), group: groupOf(agent) };
  });
  const links = data.links.flatMap(({ source, receiver, ...rest }) => {
    const [from, to] = [actions[source]?.guid, actions[receiver]?.guid];
    const type = ((rest as { type?: LinkType }).type ?? 'DEFAULT') satisfies LinkType;
    return from === undefined || to === undefined ? [] : { source: from, receiver: to, type };
  });
  return { actions, links, notes: data.diagram_notes.flatMap((note) => importedNote(state, note, groupOf) ?? []) };
}

function importedAction(agent: ExportedAction): Omit<BoardAction, 'guid' | 'options' | 'position' | 'group'> {
  const { time_saved_value, time_saved_unit } = agent.reporting;
  return {
    type: agent.type,
    name: agent.name,
    description: agent.description,
    disabled: agent.disabled,
    schedule: null,
    monitor_failures: agent.monitoring.monitor_failures ?? false,
    monitor_all_events: agent.monitoring.monitor_all_events ?? false,
    monitor_no_events_emitted: agent.monitoring.monitor_no_events_emitted ?? null,
    ...(time_saved_value !== undefined && { time_saved_value }),
    ...(time_saved_unit !== undefined && { time_saved_unit }),
  };
}

function addressOf(state: State, { type }: ExportedAction, before: Readonly<Record<string, unknown>> | undefined) {
  if (type !== 'Agents::WebhookAgent') return {};
  const { path = state.random.guid(), secret = state.random.guid() } = before ?? {};
  return { path, secret };
}

/** The form of notes in a file is on no page: what does not look like one that was exported here is left out. */
function importedNote(state: State, note: unknown, groupOf: (entry: object) => string | null): BoardNote | undefined {
  if (typeof note !== 'object' || note === null) return undefined;
  const { content, position } = note as { content?: unknown; position?: { x?: unknown; y?: unknown } };
  if (typeof content !== 'string') return undefined;
  const [x, y] = [Number(position?.x ?? 0) || 0, Number(position?.y ?? 0) || 0];
  return { guid: state.random.guid(), content, position: { x, y }, group: groupOf(note) };
}

/** Places by guid. A layout that cannot be read puts everything at the origin. */
function layoutOf({ diagram_layout }: StoryExport): (guid: string) => { x: number; y: number } {
  const places = parse(diagram_layout);
  return (guid) => {
    const place = places[guid];
    const [x, y] = Array.isArray(place) ? place.map(Number) : [];
    return { x: x || 0, y: y || 0 };
  };
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text || '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
