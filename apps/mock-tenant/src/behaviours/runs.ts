import type { GroupRun, StoryRun } from '@tines-openapi/types';
import { refuse } from '../server/errors.ts';
import type { RunRow } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import { actionAt } from './action-answers.ts';
import { eventsNewestFirst } from './events.ts';
import { paginate } from './paging.ts';
import { type CopyChoice, copyToRead } from './stories/copies.ts';
import type { Behaviours } from './types.ts';

/** Runs of stories and of groups, newest first. What ran in a group is no part of the run of the story around it. */
export const runBehaviours: Behaviours = {
  listStoryRuns({ state, params, query, request }) {
    const since = query.since === undefined ? Number.NEGATIVE_INFINITY : Date.parse(query.since);
    const until = query.until === undefined ? Number.POSITIVE_INFINITY : Date.parse(query.until);
    const found = runsOf(state, params.story_id, query).filter(({ start_time }) => {
      const start = Date.parse(start_time);
      return start > since && start <= until;
    });
    const { rows, meta } = paginate(found, request, query);
    return { status: 200, body: { story_runs: rows.map((run) => storyRun(state, run)), meta } };
  },

  getStoryRunSummary({ state, params, query }) {
    return { status: 200, body: { story_run: storyRun(state, runAt(state, params, query)) } };
  },

  listStoryRunEvents({ state, params, query, request }) {
    const { guid } = runAt(state, params, query);
    const found = state.events.where('story_run_guid', guid).filter(({ group_run_guid }) => group_run_guid === null);
    const { rows, meta } = paginate(eventsNewestFirst(state, found), request, query);
    const story_run_events = rows.map(({ id, agent_id, created_at, re_emitted }) => ({
      id,
      action_id: agent_id,
      created_at,
      is_reemitted: re_emitted ?? false,
    }));
    return { status: 200, body: { story_run_events, meta } };
  },

  listGroupRuns({ state, params, query, request }) {
    const { rows, meta } = paginate(newestFirst(state.runs.where('group_id', groupAt(state, params))), request, query);
    return { status: 200, body: { group_runs: rows.map((run) => groupRun(state, run)), meta } };
  },

  listGroupRunEvents({ state, params, query, request }) {
    const groupId = groupAt(state, params);
    const run = state.runs.where('guid', params.group_run_guid).find(({ group_id }) => group_id === groupId);
    if (!run) throw refuse(404, 'Not found.');
    const found = eventsNewestFirst(state, state.events.where('group_run_guid', run.guid));
    const { rows, meta } = paginate(found, request, query);
    const events = rows.map(({ id, agent_id, created_at }) => ({ id, action_id: agent_id, created_at }));
    return { status: 200, body: { group_run_events: events, meta } };
  },
};

function runsOf(state: State, storyId: number, choice: CopyChoice): RunRow[] {
  const { story, draft } = copyToRead(state, storyId, choice);
  const draftId = draft?.id ?? null;
  const wanted = (run: RunRow) => run.group_id === null && run.draft_id === draftId;
  return newestFirst(state.runs.where('story_id', story.id).filter(wanted));
}

/** @throws Refusal with 404 where this copy of the story has no such run. */
function runAt(state: State, params: { story_id: number; story_run_guid: string }, choice: CopyChoice): RunRow {
  const run = runsOf(state, params.story_id, choice).find(({ guid }) => guid === params.story_run_guid);
  if (!run) throw refuse(404, 'Not found.');
  return run;
}

/** @throws Refusal with 404 where the action is no group. */
function groupAt(state: State, { group_id }: { group_id: number }): number {
  const { id, type } = actionAt(state, group_id);
  if (type !== 'Agents::GroupAgent') throw refuse(404, 'Not found.');
  return id;
}

function newestFirst(runs: RunRow[]): RunRow[] {
  return runs.sort((one, other) => other.id - one.id);
}

function figures(run: RunRow): Omit<StoryRun, 'draft_id' | 'draft_name'> {
  const { guid, story_id, draft_id, start_time, end_time, action_ids, event_count } = run;
  return {
    guid,
    duration: Math.round((Date.parse(end_time) - Date.parse(start_time)) / 1000),
    story_id,
    start_time,
    end_time,
    action_count: action_ids.length,
    event_count,
    story_mode: draft_id === null ? 'LIVE' : 'TEST',
  };
}

/** The draft of a run of a story comes as text, that of a group as a number, as the pages show them. */
function storyRun(state: State, run: RunRow): StoryRun {
  const draft = state.drafts.get(run.draft_id ?? -1);
  return { ...figures(run), ...(draft && { draft_id: String(draft.id), draft_name: draft.name }) };
}

function groupRun(state: State, run: RunRow): GroupRun {
  const draft = state.drafts.get(run.draft_id ?? -1);
  const group_id = run.group_id as number;
  return { ...figures(run), group_id, ...(draft && { draft_id: draft.id, draft_name: draft.name }) };
}
