import type { Collection } from '../../state/collection.ts';
import type { State } from '../../state/state.ts';
import { linksOf } from './links.ts';

/** What the rows have in common that belong to a case. */
interface CasePart {
  readonly id: number;
  readonly case_id: number;
}

/** Takes a case away with everything that belongs to it. Records stay, without their link to it. */
export function removeCase(state: State, caseId: number): void {
  for (const block of state.caseBlocks.where('case_id', caseId)) {
    for (const element of state.caseElements.where('block_id', block.id)) state.caseElements.delete(element.id);
  }
  const parts: unknown[] = [
    state.caseActivities,
    state.caseFiles,
    state.caseBlocks,
    state.caseNotes,
    state.caseTasks,
    state.caseSubscribers,
    state.caseFields,
    state.caseActions,
    state.recordCases,
  ];
  for (const rows of parts as Collection<CasePart>[]) {
    for (const { id } of rows.where('case_id', caseId)) rows.delete(id);
  }
  for (const link of linksOf(state, caseId)) state.caseLinks.delete(link.id);
  state.cases.delete(caseId);
}

/** Takes away what a team set up for its cases. Its cases have to be gone before. */
export function removeCaseSettings(state: State, teamId: number): void {
  for (const input of state.caseInputs.where('team_id', teamId)) {
    for (const { id } of state.caseFields.where('input_id', input.id)) state.caseFields.delete(id);
    state.caseInputs.delete(input.id);
  }
  for (const { id } of state.caseStatuses.where('team_id', teamId)) state.caseStatuses.delete(id);
  for (const { id } of state.caseTemplates.where('team_id', teamId)) state.caseTemplates.delete(id);
}

/** Takes a user off cases and tasks. What the user wrote stays, as it would under a deleted account. */
export function removeFromCases(state: State, userId: number): void {
  const without = (ids: readonly number[]) => ids.filter((id) => id !== userId);
  for (const row of state.cases.all()) {
    if (row.assignee_ids.includes(userId)) state.cases.put({ ...row, assignee_ids: without(row.assignee_ids) });
  }
  for (const task of state.caseTasks.all()) {
    if (task.assignee_ids.includes(userId)) state.caseTasks.put({ ...task, assignee_ids: without(task.assignee_ids) });
  }
  for (const { id, user_id } of state.caseSubscribers.all()) if (user_id === userId) state.caseSubscribers.delete(id);
}
