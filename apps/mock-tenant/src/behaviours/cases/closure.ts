import type { CaseRow } from '../../state/rows/cases.ts';
import type { State } from '../../state/state.ts';
import { type Context, wrongField } from './context.ts';

/**
 * Holds a case that is to be closed against its rules.
 *
 * @throws Refusal that names the first rule that is not met.
 */
export function demandClosable(context: Context, row: CaseRow): void {
  const unmet = row.closure_conditions.find(({ formula }) => !holds(formula, seenByFormulas(context.state, row)));
  if (unmet) throw wrongField(context, 'status', `The case cannot be closed: "${unmet.name}" is not met.`);
}

/**
 * Works out a rule such as `=IS_PRESENT(team_case.metadata.verdict)` or `=team_case.priority = "high"`. A formula of
 * another form counts as met, since nothing here works out formulas in general.
 */
export function holds(formula: string, teamCase: Readonly<Record<string, unknown>>): boolean {
  const text = formula.replace(/^=/, '').trim();
  const presence = /^(IS_PRESENT|IS_BLANK|IS_EMPTY)\(\s*team_case\.([\w.]+)\s*\)$/i.exec(text);
  if (presence?.[2]) return isPresent(valueAt(teamCase, presence[2])) === (presence[1]?.toUpperCase() === 'IS_PRESENT');
  const comparison = /^team_case\.([\w.]+)\s*(==|=|!=|<>)\s*["']([^"']*)["']$/.exec(text);
  if (!comparison?.[1]) return true;
  const equal = String(valueAt(teamCase, comparison[1]) ?? '').toLowerCase() === comparison[3]?.toLowerCase();
  return comparison[2] === '=' || comparison[2] === '==' ? equal : !equal;
}

function valueAt(teamCase: Readonly<Record<string, unknown>>, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
      ? (value as Record<string, unknown>)[key]
      : undefined;
  }, teamCase);
}

function isPresent(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}

/** What formulas see of a case. Words are in lower case there, as in requests. */
function seenByFormulas(state: State, row: CaseRow): Record<string, unknown> {
  const fields = state.caseFields.where('case_id', row.id).map(({ input_id, value }) => {
    return [state.caseInputs.get(input_id)?.key ?? '', value] as const;
  });
  return {
    name: row.name,
    description: row.description,
    status: row.status.toLowerCase(),
    sub_status: row.sub_status_id === null ? null : { name: state.caseStatuses.get(row.sub_status_id)?.name },
    priority: row.priority.toLowerCase(),
    metadata: row.metadata,
    assignees: row.assignee_ids,
    tags: row.tag_ids,
    fields: Object.fromEntries(fields),
  };
}
