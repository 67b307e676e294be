import { refuse } from '../server/errors.ts';
import type { JobKind, JobRow } from '../state/rows/administration.ts';
import type { State } from '../state/state.ts';
import { paginate } from './paging.ts';
import type { Behaviours } from './types.ts';

const nothing = { status: 204, body: undefined } as const;

export const jobBehaviours: Behaviours = {
  listInProgressJobs({ state, query, request }) {
    const { rows, meta } = paginate(jobs(state, 'in_progress'), request, query);
    return { status: 200, body: { 'admin/in_progress_jobs': rows.map(shown), meta } };
  },

  listQueuedJobs({ state, query, request }) {
    const { rows, meta } = paginate(jobs(state, 'queued'), request, query);
    return { status: 200, body: { 'admin/queued_jobs': rows.map(shown), meta } };
  },

  listRetryJobs({ state, query, request }) {
    const { rows, meta } = paginate(jobs(state, 'retry'), request, query);
    return { status: 200, body: { 'admin/retry_jobs': rows.map(shown), meta } };
  },

  listDeadJobs({ state, query, request }) {
    const { rows, meta } = paginate(jobs(state, 'dead'), request, query);
    return { status: 200, body: { 'admin/dead_jobs': rows.map(shown), meta } };
  },

  deleteAllQueuedJobs({ state }) {
    deleteJobs(state, jobs(state, 'queued'));
    return nothing;
  },

  deleteAllRetryJobs({ state }) {
    deleteJobs(state, jobs(state, 'retry'));
    return nothing;
  },

  deleteAllDeadJobs({ state }) {
    deleteJobs(state, jobs(state, 'dead'));
    return nothing;
  },

  deleteActionQueuedJobs({ state, params }) {
    deleteJobs(state, jobsOfAction(state, 'queued', params.action_id));
    return nothing;
  },

  deleteActionRetryJobs({ state, params }) {
    deleteJobs(state, jobsOfAction(state, 'retry', params.action_id));
    return nothing;
  },

  deleteActionDeadJobs({ state, params }) {
    deleteJobs(state, jobsOfAction(state, 'dead', params.action_id));
    return nothing;
  },
};

/** The jobs of a kind. Those of an action end with the action. */
function jobs(state: State, kind: JobKind): JobRow[] {
  return state.jobs.where('kind', kind).filter(({ agent }) => typeof agent !== 'object' || state.actions.get(agent.id));
}

/** @throws Refusal with 404 where there is no such action. */
function jobsOfAction(state: State, kind: JobKind, actionId: number): JobRow[] {
  if (!state.actions.get(actionId)) throw refuse(404, 'Not found.');
  return jobs(state, kind).filter(({ agent }) => typeof agent === 'object' && agent.id === actionId);
}

function deleteJobs(state: State, rows: readonly JobRow[]): void {
  for (const { id } of rows) state.jobs.delete(id);
}

function shown({ kind, ...job }: JobRow): Omit<JobRow, 'kind'> {
  return job;
}
