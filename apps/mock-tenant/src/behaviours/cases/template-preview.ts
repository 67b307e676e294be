import type { CasePriority, CaseState, CaseTemplatePreview } from '@tines-openapi/types';
import type { CaseTemplateRow } from '../../state/rows/cases.ts';
import type { Context } from './context.ts';
import { teamInputs } from './inputs.ts';
import { activeUser, caseUser } from './people.ts';
import { knownTagIds, shownTags } from './tags.ts';
import { actionsIn, type KnownOptions, objectsIn, textsIn } from './template-options.ts';

/**
 * The case that a template would make, with formulas as they were written.
 *
 * @returns Null where no preview can be made, which is assumed of a template that sets nothing.
 */
export function previewOf(context: Context, { team_id, options }: CaseTemplateRow): CaseTemplatePreview | null {
  if (Object.keys(options).length === 0) return null;
  const { state } = context;
  const known = options as KnownOptions;
  const chosen = known.sub_status_id === undefined ? undefined : state.caseStatuses.get(known.sub_status_id);
  const status = chosen?.parent_status ?? ((known.status ?? 'open').toUpperCase() as CaseState);
  return {
    name: known.name ?? null,
    description: known.description ?? null,
    status,
    priority: (known.priority?.toUpperCase() as CasePriority | undefined) ?? null,
    sub_status: chosen ? { id: chosen.id, name: chosen.name } : null,
    assignees: textsIn(known.assignee_emails).flatMap((email) => {
      const user = activeUser(state, email);
      return user ? caseUser(context, user.id) : [];
    }),
    tags: shownTags(state, knownTagIds(state, team_id, known.tag_names ?? [])),
    fields: fieldsOf(context, team_id, known.field_values),
    actions: actionsIn(known.actions).map((action) => ({ ...action })),
    blocks: objectsIn(known.blocks),
    tasks: objectsIn(known.tasks),
  };
}

function fieldsOf({ state }: Context, teamId: number, values: unknown): Record<string, unknown>[] {
  if (typeof values !== 'object' || values === null) return [];
  return teamInputs(state, teamId).flatMap(({ id, key, name }) => {
    if (!Object.hasOwn(values, String(id))) return [];
    return { value: String((values as Record<string, unknown>)[id]), case_input: { id, key, name } };
  });
}
