import type {
  CaseBlockInput,
  CaseClosureConditionInput,
  CaseCreateTaskInput,
  CasePriority,
  CasePriorityInput,
} from '@tines-openapi/types';
import type { CaseInputRow, CaseRow } from '../../state/rows/cases.ts';
import { logActivity } from './activity-log.ts';
import { addBlock, planBlock } from './block-plans.ts';
import { demandClosable } from './closure.ts';
import { type Context, wrongField } from './context.ts';
import { wrongValue } from './field-values.ts';
import { setField } from './fields.ts';
import { teamInputs } from './inputs.ts';
import { authorId, userIds } from './people.ts';
import { resolution, type StatusWish, standingAfter } from './status-changes.ts';
import { tagIds } from './tags.ts';
import { insertTask } from './tasks.ts';

/** What a case is made of, whichever version of the API asked for it. */
export interface NewCase extends StatusWish {
  team_id: number;
  name: string;
  description?: string;
  priority?: CasePriorityInput;
  author_email?: string;
  assignee_emails?: string[];
  tag_names?: string[];
  opened_at?: string;
  resolved_at?: string;
  metadata?: Record<string, unknown>;
  closure_conditions?: CaseClosureConditionInput[];
  field_values?: Record<string, unknown>;
  tasks?: CaseCreateTaskInput[];
  blocks?: CaseBlockInput[];
}

/**
 * Makes a case with its parts. Everything that was sent is looked at first, so a refusal leaves nothing behind. The
 * timeline begins with the case itself; what it is born with makes no entries.
 */
export function openCase(context: Context, wish: NewCase): CaseRow {
  const { state, principal } = context;
  const now = state.clock.iso();
  const author = authorId(context, wish.team_id, wish.author_email);
  const standing = standingAfter(context, wish.team_id, undefined, wish);
  const assignee_ids = wish.assignee_emails
    ? userIds(context, wish.assignee_emails, 'assignee_emails')
    : [principal.actor.id];
  const tasks = (wish.tasks ?? []).map((task, index) => planTask(context, task, index));
  const blocks = (wish.blocks ?? []).map((block, index) => planBlock(context, block, `blocks.${index}.`));
  const fields = planFields(context, wish);
  const draft: Omit<CaseRow, 'id' | 'tag_ids'> = {
    team_id: wish.team_id,
    name: wish.name,
    description: wish.description ?? '',
    ...standing,
    priority: (wish.priority ?? 'low').toUpperCase() as CasePriority,
    metadata: asPairs(wish.metadata),
    author_id: author,
    opened_by_id: author,
    ...resolution(undefined, standing.status, author, now, wish.resolved_at),
    assignee_ids,
    closure_conditions: wish.closure_conditions ?? [],
    opened_at: wish.opened_at ?? now,
    created_at: now,
    updated_at: now,
  };
  // No case has the id 0, so rules that look at fields find none of another case.
  if (standing.status === 'CLOSED') demandClosable(context, { ...draft, id: 0, tag_ids: [] });

  const row = state.cases.insert({ ...draft, tag_ids: tagIds(state, wish.team_id, wish.tag_names ?? []) });
  logActivity(state, row.id, author, 'CREATED', String(row.id));
  for (const { input, value } of fields) setField(state, row.id, input, value);
  for (const { description, assignees } of tasks) insertTask(state, row.id, description, assignees);
  for (const block of blocks) addBlock(context, row.id, block, author);
  return row;
}

/** Metadata holds texts only; the older version takes any value. */
export function asPairs(values: Record<string, unknown> | undefined): Record<string, string> {
  const entries = Object.entries(values ?? {});
  return Object.fromEntries(
    entries.map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

function planTask(context: Context, task: CaseCreateTaskInput, index: number) {
  const byEmail = userIds(context, task.assignee_emails ?? [], `tasks.${index}.assignee_emails`);
  const byId = task.assignee_ids ?? [];
  if (byId.some((id) => !context.state.users.get(id)?.is_active)) {
    throw wrongField(context, `tasks.${index}.assignee_ids`, 'assignee_ids must hold ids of active users only.');
  }
  return { description: task.description, assignees: [...new Set([...byId, ...byEmail])] };
}

/** Inputs that the team does not have are passed over, as the page says. */
function planFields(
  context: Context,
  { team_id, field_values = {} }: NewCase,
): { input: CaseInputRow; value: string }[] {
  return teamInputs(context.state, team_id).flatMap((input) => {
    if (!Object.hasOwn(field_values, String(input.id))) return [];
    const value = String(field_values[input.id]);
    const wrong = wrongValue(input, value);
    if (wrong !== undefined) throw wrongField(context, `field_values.${input.id}`, wrong);
    return { input, value };
  });
}
