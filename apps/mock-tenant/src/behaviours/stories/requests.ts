import type { ChangeRequestRow, DraftRow } from '../../state/rows.ts';
import type { State } from '../../state/state.ts';

/** The request of a draft that waits for approval or for its promotion. */
export function openRequestOf(state: State, draft: DraftRow): ChangeRequestRow | undefined {
  return state.changeRequests.where('draft_id', draft.id).find(isOpen);
}

export function isOpen({ status }: ChangeRequestRow): boolean {
  return status === 'PENDING' || status === 'APPROVED';
}

/** Puts a request into another state. `IN_PROGRESS` is what the API calls a request that its author withdrew. */
export function setStatus(
  state: State,
  request: ChangeRequestRow,
  status: ChangeRequestRow['status'],
): ChangeRequestRow {
  return state.changeRequests.put({ ...request, status, updated_at: state.clock.iso() });
}
