import type { CaseActivityType } from '@tines-openapi/types';
import type { CaseActivityRow } from '../../state/rows/cases.ts';
import type { State } from '../../state/state.ts';

/** The timeline of a case, oldest entry first; of one second, in the order in which they came. */
export function timelineOf(state: State, caseId: number): CaseActivityRow[] {
  return state.caseActivities.where('case_id', caseId).sort((one, other) => {
    return Date.parse(one.created_at) - Date.parse(other.created_at) || one.id - other.id;
  });
}

/**
 * Writes an entry into the timeline of a case. The case counts as changed by it.
 *
 * @param value What changed, as text. What the API puts there is known for comments, people and tags only; the rest is
 *   assumed.
 */
export function logActivity(
  state: State,
  caseId: number,
  userId: number,
  type: CaseActivityType,
  value: string | null,
): CaseActivityRow {
  const now = state.clock.iso();
  state.cases.update(caseId, { updated_at: now });
  return state.caseActivities.insert({
    case_id: caseId,
    activity_type: type,
    value,
    user_id: userId,
    created_at: now,
    reactions: [],
  });
}
