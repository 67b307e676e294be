import type { StoryExport } from '@tines-openapi/types';
import { contentOf } from '../../behaviours/stories/copies.ts';
import { exportOf } from '../../behaviours/stories/export.ts';
import type { ActionRow, StoryRow } from '../rows.ts';
import type { State } from '../state.ts';

/** A story with a draft that waits for its approval, and a version of another one. */
export function seedChangeControl(state: State): void {
  seedDraft(state);
  seedVersion(state);
  state.changeRequests.put({
    id: 3401,
    story_id: 3103,
    draft_id: 3201,
    name: 'Isolate by serial number',
    description: 'Hosts are renamed too often, so look them up by serial number. <@user-2101> please check.',
    status: 'PENDING',
    user_id: 2104,
    participants: [2104],
    created_at: '2026-11-23T16:25:00Z',
    updated_at: '2026-11-23T16:25:00Z',
  });
}

function seedDraft(state: State): void {
  const story = state.stories.get(3103) as StoryRow;
  state.drafts.put({
    id: 3201,
    story_id: story.id,
    name: 'test',
    user_id: 2104,
    created_at: '2026-11-20T10:12:00Z',
    updated_at: '2026-11-23T16:20:00Z',
    edited_at: '2026-11-23T16:20:00Z',
    participants: [2104],
    content: contentOf({ story, draft: null }),
  });
  const [receive, isolate] = [state.actions.get(4121) as ActionRow, state.actions.get(4122) as ActionRow];
  const ran = { blended_events_count: 1, last_event_at: '2026-11-23T16:20:00Z' };
  state.actions.put({ ...receive, ...ran, id: 4131, draft_id: 3201 });
  const payload = { serial: '<<receive_host.body.serial>>' };
  state.actions.put({ ...isolate, ...ran, id: 4132, draft_id: 3201, options: { ...isolate.options, payload } });
  state.actionLinks.insert({ source_id: 4131, receiver_id: 4132, type: 'DEFAULT' });
}

function seedVersion(state: State): void {
  const timestamp = '2026-11-18T13:40:00Z';
  state.storyVersions.put({
    id: 3301,
    story_id: 3101,
    draft_id: null,
    name: 'Before the new lookup',
    description: '',
    timestamp,
    export_file: { ...beforeTheNewLookup(state), exported_at: timestamp },
  });
}

/** The story as it was when the links came with the report, another service looked them up, and nobody was told. */
function beforeTheNewLookup(state: State): StoryExport {
  const file = exportOf(state, { story: state.stories.get(3101) as StoryRow, draft: null });
  const before: Record<string, StoryExport['agents'][number]['options']> = {
    'Extract links': { mode: 'message_only', payload: { links: '<<receive_report.body.links>>' } },
    'Look up link': {
      url: 'https://lookup.example/v1/links',
      method: 'get',
      params: { link: '<<extract_links.links[0]>>' },
    },
  };
  const agents = file.agents.slice(0, 4).map((agent) => ({ ...agent, options: before[agent.name] ?? agent.options }));
  const layout = Object.entries(JSON.parse(file.diagram_layout)).slice(0, agents.length);
  return {
    ...file,
    agents,
    links: file.links.filter(({ source, receiver }) => source < agents.length && receiver < agents.length),
    diagram_layout: JSON.stringify(Object.fromEntries(layout)),
    diagram_notes: [],
    monitor_failures: false,
  };
}
