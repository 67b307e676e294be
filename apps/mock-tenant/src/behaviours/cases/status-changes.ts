import type { CaseState } from '@tines-openapi/types';
import type { CaseRow } from '../../state/rows/cases.ts';
import type { State } from '../../state/state.ts';
import { type Context, wrongField } from './context.ts';
import { defaultStatus, teamStatuses } from './statuses.ts';

/** What a request says about where a case stands. */
export interface StatusWish {
  status?: 'open' | 'closed' | undefined;
  sub_status_id?: number | undefined;
}

export type Standing = Pick<CaseRow, 'status' | 'sub_status_id'>;

/**
 * Where a case stands after a request. A status of the team brings its basic state along, and a basic state that changes
 * brings the default status of the team along.
 *
 * @param before Where it stood; undefined for a new case, which is open unless told otherwise.
 * @throws Refusal where the status is none of the team, or belongs to another basic state than the one sent.
 */
export function standingAfter(
  context: Context,
  teamId: number,
  before: Standing | undefined,
  wish: StatusWish,
): Standing {
  const { state } = context;
  const sent = wish.status?.toUpperCase() as CaseState | undefined;
  if (wish.sub_status_id !== undefined) {
    const chosen = teamStatuses(state, teamId).find(({ id }) => id === wish.sub_status_id);
    if (!chosen) {
      throw wrongField(context, 'sub_status_id', 'sub_status_id must be a case status of the team of the case.');
    }
    if (sent !== undefined && sent !== chosen.parent_status) {
      throw wrongField(context, 'sub_status_id', `"${chosen.name}" is not below ${sent.toLowerCase()}.`);
    }
    return { status: chosen.parent_status, sub_status_id: chosen.id };
  }
  const status = sent ?? before?.status ?? 'OPEN';
  const stays = before?.status === status && belongs(state, teamId, before.sub_status_id);
  return { status, sub_status_id: stays ? before.sub_status_id : (defaultStatus(state, teamId, status)?.id ?? null) };
}

function belongs(state: State, teamId: number, statusId: number | null): boolean {
  return teamStatuses(state, teamId).some(({ id }) => id === statusId);
}

/** When and by whom a case that now stands so was resolved. */
export function resolution(
  before: Pick<CaseRow, 'status' | 'resolved_at' | 'resolved_by_id'> | undefined,
  status: CaseState,
  userId: number,
  now: string,
  sentAt: string | undefined,
): Pick<CaseRow, 'resolved_at' | 'resolved_by_id'> {
  if (status === 'OPEN') return { resolved_at: sentAt ?? null, resolved_by_id: null };
  if (before?.status === 'CLOSED') {
    return { resolved_at: sentAt ?? before.resolved_at, resolved_by_id: before.resolved_by_id };
  }
  return { resolved_at: sentAt ?? now, resolved_by_id: userId };
}
