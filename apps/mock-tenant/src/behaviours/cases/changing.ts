import type { CaseClosureConditionInput, CasePriority, CasePriorityInput } from '@tines-openapi/types';
import type { CaseRow } from '../../state/rows/cases.ts';
import { logActivity } from './activity-log.ts';
import { demandClosable } from './closure.ts';
import { type Context, sentOnly } from './context.ts';
import { authorId, userIds } from './people.ts';
import { resolution, type StatusWish, standingAfter } from './status-changes.ts';
import { knownTagIds, tagIds } from './tags.ts';

/** Changes to a case, whichever version of the API asked for them. */
export interface CaseChanges extends StatusWish {
  name?: string;
  team_id?: number;
  description?: string;
  priority?: CasePriorityInput;
  author_email?: string;
  add_assignee_emails?: string[];
  remove_assignee_emails?: string[];
  tag_names?: string[];
  add_tag_names?: string[];
  remove_tag_names?: string[];
  opened_at?: string;
  resolved_at?: string;
  closure_conditions?: CaseClosureConditionInput[];
}

/** Changes a case and writes an entry into its timeline for each thing that is different afterwards. */
export function changeCase(context: Context, before: CaseRow, wish: CaseChanges): CaseRow {
  const { state } = context;
  const teamId = wish.team_id ?? before.team_id;
  if (teamId !== before.team_id) context.demand('case.write', teamId);
  const user = authorId(context, teamId, wish.author_email);
  const now = state.clock.iso();
  const standing = standingAfter(context, teamId, before, wish);
  const changed: CaseRow = {
    ...before,
    ...sentOnly({
      name: wish.name,
      description: wish.description,
      opened_at: wish.opened_at,
      closure_conditions: wish.closure_conditions,
    }),
    team_id: teamId,
    ...standing,
    ...resolution(before, standing.status, user, now, wish.resolved_at),
    priority: (wish.priority?.toUpperCase() as CasePriority | undefined) ?? before.priority,
    assignee_ids: assigneesAfter(context, before, wish),
    updated_at: now,
  };
  if (before.status === 'OPEN' && changed.status === 'CLOSED') demandClosable(context, changed);
  const after = state.cases.put({ ...changed, tag_ids: tagsAfter(context, changed, wish) });
  for (const [type, value] of differences(context, before, after, wish)) {
    logActivity(state, after.id, user, type, value);
  }
  return after;
}

function assigneesAfter(context: Context, { assignee_ids }: CaseRow, wish: CaseChanges): number[] {
  const added = userIds(context, wish.add_assignee_emails ?? [], 'add_assignee_emails');
  const removed = new Set(userIds(context, wish.remove_assignee_emails ?? [], 'remove_assignee_emails'));
  return [...new Set([...assignee_ids, ...added])].filter((id) => !removed.has(id));
}

function tagsAfter({ state }: Context, { tag_ids, team_id }: CaseRow, wish: CaseChanges): number[] {
  const base = wish.tag_names ? tagIds(state, team_id, wish.tag_names) : tag_ids;
  const added = tagIds(state, team_id, wish.add_tag_names ?? []);
  const removed = new Set(knownTagIds(state, team_id, wish.remove_tag_names ?? []));
  return [...new Set([...base, ...added])].filter((id) => !removed.has(id));
}

type Entry = [type: Parameters<typeof logActivity>[3], value: string | null];

function differences({ state }: Context, before: CaseRow, after: CaseRow, wish: CaseChanges): Entry[] {
  const only = (ids: readonly number[], others: readonly number[]) => ids.filter((id) => !others.includes(id));
  const names = (ids: readonly number[]) => ids.map((id) => state.tags.get(id)?.name ?? '').join(', ');
  const addedTags = only(after.tag_ids, before.tag_ids);
  const removedTags = only(before.tag_ids, after.tag_ids);
  const entries: Entry[] = [];
  const add = (different: boolean, ...entry: Entry) => {
    if (different) entries.push(entry);
  };
  add(after.name !== before.name, 'TITLE_UPDATED', after.name);
  add(after.description !== before.description, 'DESCRIPTION_UPDATED', null);
  add(after.team_id !== before.team_id, 'TEAM_UPDATED', state.teams.get(after.team_id)?.name ?? null);
  add(after.status !== before.status, 'STATUS_UPDATED', after.status);
  // A status that merely follows its basic state has no entry of its own.
  const chosen = wish.sub_status_id !== undefined && after.sub_status_id !== before.sub_status_id;
  add(chosen, 'SUB_STATUS_UPDATED', state.caseStatuses.get(after.sub_status_id ?? 0)?.name ?? null);
  add(after.priority !== before.priority, 'SEVERITY_UPDATED', after.priority);
  for (const id of only(after.assignee_ids, before.assignee_ids)) add(true, 'ASSIGNED', String(id));
  for (const id of only(before.assignee_ids, after.assignee_ids)) add(true, 'UNASSIGNED', String(id));
  add(addedTags.length > 0, 'TAGS_ADDED', names(addedTags));
  add(removedTags.length > 0, 'TAGS_REMOVED', names(removedTags));
  return entries;
}
