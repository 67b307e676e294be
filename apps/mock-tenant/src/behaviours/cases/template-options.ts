import type {
  CaseBlockInput,
  CaseTemplateExportBlock,
  CaseTemplateExportButton,
  CaseTemplateExportEntry,
  CaseTemplateExportOptions,
  CaseTemplateOptions,
  CreateCaseActionRequest,
} from '@tines-openapi/types';
import { judge } from '../../contract/judge.ts';
import type { CaseTemplateRow } from '../../state/rows/cases.ts';
import type { State } from '../../state/state.ts';
import { addInput, teamInputs } from './inputs.ts';
import { activeUser } from './people.ts';
import { addStatus, teamStatuses } from './statuses.ts';

/**
 * The options of a template as it is kept. The page breaks off after the tags, so the names of the rest are assumed to be
 * those of a new case, and whatever else was sent is kept as it came.
 */
export interface KnownOptions extends CaseTemplateOptions {
  assignee_emails?: string[];
  actions?: CreateCaseActionRequest[];
  blocks?: CaseBlockInput[];
  field_values?: Record<string, unknown>;
}

/** A template in the words of an export: ids of the team become names and slugs. */
export function exportEntry(state: State, { name, emoji, options, team_id }: CaseTemplateRow): CaseTemplateExportEntry {
  const {
    name: case_name,
    description,
    sub_status_id,
    actions,
    blocks,
    assignee_emails,
    field_values,
    ...rest
  } = options as KnownOptions;
  const chosen = sub_status_id === undefined ? undefined : state.caseStatuses.get(sub_status_id);
  const presets = teamInputs(state, team_id).filter(({ id }) => Object.hasOwn(field_values ?? {}, String(id)));
  return {
    name,
    emoji,
    options: {
      ...(case_name !== undefined && { case_name }),
      ...(description !== undefined && { case_description: description }),
      ...(chosen && {
        sub_status: {
          name: chosen.name,
          parent_status: chosen.parent_status === 'OPEN' ? ('open' as const) : ('closed' as const),
          icon: null,
        },
      }),
      ...(assignee_emails && { assignee_emails: textsIn(assignee_emails) }),
      ...(actions && { team_case_buttons: actionsIn(actions).map(asButton) }),
      ...(blocks && { blocks: objectsIn(blocks).flatMap(asExportedBlock) }),
      ...(rest as CaseTemplateExportOptions),
    },
    input_values: presets.map(({ id, key }) => ({ slug: key, value: String(field_values?.[id]) })),
    field_definitions: presets.map(({ key, name, input_type, sensitive, validation_type, validation_options }) => {
      return { slug: key, name, input_type, sensitive, validation_type, validation_options };
    }),
  };
}

/**
 * An exported template in the words of the team that takes it: a status is found or made, fields are found by slug or made,
 * and assignees whom the tenant does not know are dropped unless they are formulas.
 */
export function importedOptions(state: State, teamId: number, entry: CaseTemplateExportEntry): CaseTemplateOptions {
  const { case_name, case_description, sub_status, assignee_emails, team_case_buttons, blocks, ...rest } =
    entry.options;
  const values = fieldValues(state, teamId, entry);
  const known: KnownOptions = {
    ...(rest as CaseTemplateOptions),
    ...(case_name !== undefined && { name: case_name }),
    ...(case_description !== undefined && { description: case_description }),
    ...(sub_status && { sub_status_id: statusId(state, teamId, sub_status) }),
    ...(assignee_emails && {
      assignee_emails: assignee_emails.filter((who) => isFormula(who) || activeUser(state, who)),
    }),
    ...(team_case_buttons && { actions: team_case_buttons.map(asAction) }),
    ...(blocks && { blocks: blocks.map(asBlock) }),
    ...(Object.keys(values).length > 0 && { field_values: values }),
  };
  return known as CaseTemplateOptions;
}

/** Those of the actions of a template that a case could have: its options are open, so anything may be in them. */
export function actionsIn(value: unknown): CreateCaseActionRequest[] {
  const good = objectsIn(value).filter(
    (action) => judge('#/components/schemas/CreateCaseActionRequest', action, 'body').length === 0,
  );
  return good as unknown as CreateCaseActionRequest[];
}

/** The objects of a value that should be a list of them. */
export function objectsIn(value: unknown): Record<string, unknown>[] {
  const list: unknown[] = Array.isArray(value) ? value : [];
  return list.filter((entry): entry is Record<string, unknown> => typeof entry === 'object' && entry !== null);
}

/** The texts of a value that should be a list of them. */
export function textsIn(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [];
  return list.filter((entry) => typeof entry === 'string');
}

/** Whether a text is worked out when a case is made. */
export function isFormula(text: string): boolean {
  return text.startsWith('=') || text.includes('<<');
}

function statusId(
  state: State,
  teamId: number,
  { name, parent_status }: NonNullable<CaseTemplateExportOptions['sub_status']>,
): number {
  const parent = parent_status === 'open' ? 'OPEN' : 'CLOSED';
  const found = teamStatuses(state, teamId).find((row) => row.name === name && row.parent_status === parent);
  return (found ?? addStatus(state, teamId, name, parent, null)).id;
}

/** The keys inside are on no page; these are the ones that an export from here has. */
function fieldValues(state: State, teamId: number, entry: CaseTemplateExportEntry): Record<string, string> {
  for (const { slug, name } of entry.field_definitions) {
    if (typeof slug !== 'string' || typeof name !== 'string') continue;
    if (teamInputs(state, teamId).some(({ key }) => key === slug)) continue;
    const free = { validation_type: 'none' as const, validation_options: {}, sensitive: false, group_name: null };
    addInput(state, { team_id: teamId, name, input_type: 'string', ...free });
  }
  const inputs = teamInputs(state, teamId);
  const pairs = entry.input_values.flatMap(({ slug, value }) => {
    const input = inputs.find(({ key }) => key === slug);
    return input ? [[String(input.id), String(value)] as const] : [];
  });
  return Object.fromEntries(pairs);
}

function asButton({ action_type, url, label, action_text }: CreateCaseActionRequest): CaseTemplateExportButton {
  return { button_type: action_type, url, label, ...(action_text !== undefined && { button_text: action_text }) };
}

/** Exports know two kinds of buttons more than cases do: a story is reached by a webhook, an address is a page. */
function asAction({ button_type, url, label, button_text }: CaseTemplateExportButton): CreateCaseActionRequest {
  const action_type = button_type === 'webhook' || button_type === 'story' ? 'webhook' : 'page';
  return { url, label, action_type, ...(button_text !== undefined && { action_text: button_text }) };
}

function asExportedBlock({ block_type, title, elements, ...rest }: Record<string, unknown>): CaseTemplateExportBlock[] {
  if (typeof block_type !== 'string' || typeof title !== 'string') return [];
  return [{ ...rest, block_type, title, elements: objectsIn(elements) }];
}

function asBlock({ block_type, title, elements, ...rest }: CaseTemplateExportBlock): CaseBlockInput {
  return { ...rest, title, block_type: block_type as CaseBlockInput['block_type'], elements };
}
