import type { CaseTask } from '@tines-openapi/types';
import type { CaseTaskRow } from '../../state/rows/cases.ts';
import type { State } from '../../state/state.ts';
import { paginate } from '../paging.ts';
import type { Behaviours } from '../types.ts';
import { logActivity } from './activity-log.ts';
import { type Context, caseAt, partAt, sentOnly } from './context.ts';
import { taskAssignees, userIds } from './people.ts';

/** Most tasks on one page. */
const maximumPerPage = 50;

export const caseTaskBehaviours: Behaviours = {
  listCaseTasks({ state, params, query, request }) {
    const found = state.caseTasks.where('case_id', caseAt(state, params.case_id).id);
    const { rows, meta } = paginate(found, request, query, maximumPerPage);
    return { status: 200, body: { tasks: rows.map((row) => shown(state, row)), meta } };
  },

  getCaseTask({ state, params }) {
    return { status: 200, body: { task: shown(state, partAt(state.caseTasks, params.task_id, params.case_id)) } };
  },

  createCaseTask(call) {
    const { state, params, body } = call;
    const { id } = caseAt(state, params.case_id);
    const assignees = userIds(call, body.assignee_emails ?? [], 'assignee_emails');
    return { status: 201, body: { task: shown(state, addTask(call, id, body.description, assignees)) } };
  },

  batchCreateCaseTasks(call) {
    const { state, params, body } = call;
    const { id } = caseAt(state, params.case_id);
    const planned = body.tasks.map(({ description, assignee_emails = [] }, index) => ({
      description,
      assignees: userIds(call, assignee_emails, `tasks.${index}.assignee_emails`),
    }));
    const tasks = planned.map(({ description, assignees }) => addTask(call, id, description, assignees));
    return { status: 201, body: { tasks: tasks.map((row) => shown(state, row)) } };
  },

  updateCaseTask(call) {
    const { state, params, body } = call;
    const task = partAt(state.caseTasks, params.task_id, params.case_id);
    const assignee_ids = body.assignee_emails && userIds(call, body.assignee_emails, 'assignee_emails');
    const changes = sentOnly({ description: body.description, completed: body.completed, assignee_ids });
    const updated = state.caseTasks.put({ ...task, ...changes, updated_at: state.clock.iso() });
    logChanges(call, task, updated);
    return { status: 200, body: { task: shown(state, updated) } };
  },

  deleteCaseTask({ state, params, principal }) {
    const { id, case_id, description } = partAt(state.caseTasks, params.task_id, params.case_id);
    state.caseTasks.delete(id);
    logActivity(state, case_id, principal.actor.id, 'TASK_DELETED', description);
    return { status: 200, body: { destroyed_id: String(id) } };
  },
};

/** Puts a task on a case and says so in its timeline. */
function addTask(
  { state, principal }: Context,
  caseId: number,
  description: string,
  assigneeIds: readonly number[],
): CaseTaskRow {
  const task = insertTask(state, caseId, description, assigneeIds);
  logActivity(state, caseId, principal.actor.id, 'TASK_CREATED', description);
  for (const id of assigneeIds) logActivity(state, caseId, principal.actor.id, 'TASK_ASSIGNED', String(id));
  return task;
}

export function insertTask(
  state: State,
  caseId: number,
  description: string,
  assigneeIds: readonly number[],
): CaseTaskRow {
  const now = state.clock.iso();
  const task = { case_id: caseId, description, completed: false, assignee_ids: assigneeIds };
  return state.caseTasks.insert({ ...task, created_at: now, updated_at: now });
}

function logChanges({ state, principal }: Context, before: CaseTaskRow, after: CaseTaskRow): void {
  const log = (type: Parameters<typeof logActivity>[3], value: string) =>
    logActivity(state, before.case_id, principal.actor.id, type, value);
  if (after.description !== before.description) log('TASK_UPDATED', after.description);
  if (after.completed !== before.completed) {
    log(after.completed ? 'TASK_COMPLETED' : 'TASK_INCOMPLETE', after.description);
  }
  for (const id of after.assignee_ids) if (!before.assignee_ids.includes(id)) log('TASK_ASSIGNED', String(id));
  for (const id of before.assignee_ids) if (!after.assignee_ids.includes(id)) log('TASK_UNASSIGNED', String(id));
}

function shown(
  state: State,
  { id, description, completed, assignee_ids, created_at, updated_at }: CaseTaskRow,
): CaseTask {
  return { id, description, completed, assignees: taskAssignees(state, assignee_ids), created_at, updated_at };
}
