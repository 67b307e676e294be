import type { CaseInput, CaseInputValidationOptions, CaseInputValidationType } from '@tines-openapi/types';
import { refuse } from '../../server/errors.ts';
import type { CaseInputRow } from '../../state/rows/cases.ts';
import type { State } from '../../state/state.ts';
import { slugify } from '../names.ts';
import { paginate } from '../paging.ts';
import type { Behaviours } from '../types.ts';
import { logActivity } from './activity-log.ts';
import { type Context, sentOnly, wrongField } from './context.ts';

export const caseInputBehaviours: Behaviours = {
  listCaseInputs({ state, query, teams, request }) {
    const found = state.caseInputs
      .all()
      .filter(({ team_id }) => teams.has(team_id))
      .filter(({ team_id }) => query.team_id === undefined || team_id === query.team_id);
    const { rows, meta } = paginate(found, request, query);
    return { status: 200, body: { case_inputs: rows.map((row) => shown(state, row)), meta } };
  },

  getCaseInput({ state, params }) {
    return { status: 200, body: { case_input: shown(state, inputAt(state, params.case_input_id)) } };
  },

  createCaseInput(call) {
    const { state, body } = call;
    const validation = {
      validation_type: body.validation_type ?? ('none' as const),
      validation_options: body.validation_options ?? {},
    };
    demandValidation(call, body.input_type, validation);
    const row = addInput(state, {
      team_id: body.team_id,
      name: body.name,
      input_type: body.input_type,
      sensitive: body.sensitive ?? false,
      ...validation,
      group_name: body.group_name ?? null,
    });
    // The page shows the bare input; a live tenant was seen to wrap it.
    return { status: 201, body: { team_case_input: shown(state, row) } };
  },

  updateCaseInput(call) {
    const { state, params, body } = call;
    const row = inputAt(state, params.field_id);
    const changed = { ...row, ...sentOnly(body) };
    if (changed.validation_type === 'none') changed.validation_options = {};
    demandValidation(call, changed.input_type, changed);
    return { status: 200, body: shown(state, state.caseInputs.put({ ...changed, updated_at: state.clock.iso() })) };
  },

  deleteCaseInput({ state, params, principal }) {
    const { id, name } = inputAt(state, params.field_id);
    for (const field of state.caseFields.where('input_id', id)) {
      state.caseFields.delete(field.id);
      logActivity(state, field.case_id, principal.actor.id, 'FIELD_UPDATED', name);
    }
    state.caseInputs.delete(id);
    return { status: 204, body: undefined };
  },

  listCaseInputFields({ state, params, query, request }) {
    const input = inputAt(state, params.case_input_id);
    const { rows, meta } = paginate(state.caseFields.where('input_id', input.id), request, query);
    const { id, name, validation_type, validation_options } = input;
    const case_input = { id, name, validation_type, validation_options };
    const fields = rows.map((field) => ({ id: field.id, value: field.value, case: { id: field.case_id }, case_input }));
    return { status: 200, body: { fields, meta } };
  },
};

export function addInput(
  state: State,
  input: Omit<CaseInputRow, 'id' | 'key' | 'created_at' | 'updated_at'>,
): CaseInputRow {
  const now = state.clock.iso();
  return state.caseInputs.insert({ ...input, key: slugify(input.name), created_at: now, updated_at: now });
}

/** The inputs that cases of the team can hold. A case group uses those of the team above it. */
export function teamInputs(state: State, teamId: number): CaseInputRow[] {
  const parent = state.teams.get(teamId)?.parent_id ?? null;
  const inherited = parent === null ? [] : state.caseInputs.where('team_id', parent);
  return [...inherited, ...state.caseInputs.where('team_id', teamId)];
}

function inputAt(state: State, id: number): CaseInputRow {
  const row = state.caseInputs.get(id);
  if (!row) throw refuse(404, 'Not found.');
  return row;
}

interface Validation {
  validation_type: CaseInputValidationType;
  validation_options: CaseInputValidationOptions;
}

/** @throws Refusal where the way in which values are checked does not go with the kind of value, or lacks what it needs. */
function demandValidation(
  context: Context,
  inputType: string,
  { validation_type, validation_options }: Validation,
): void {
  if (validation_type === 'none') return;
  if (inputType !== 'string') {
    throw wrongField(context, 'validation_type', 'validation_type goes with inputs of the type string only.');
  }
  if (validation_type === 'options' && !validation_options.options?.length) {
    throw wrongField(context, 'validation_options.options', 'options must hold at least one value.');
  }
  if (validation_type === 'regex' && patternOf(validation_options.regex) === undefined) {
    throw wrongField(context, 'validation_options.regex', 'regex must be a regular expression.');
  }
}

/** @returns The pattern, or undefined where there is none or it is no regular expression. */
export function patternOf(regex: string | undefined): RegExp | undefined {
  if (regex === undefined) return undefined;
  try {
    return new RegExp(regex, 'u');
  } catch {
    return undefined;
  }
}

function shown(state: State, row: CaseInputRow): CaseInput {
  const { team_id, group_name, created_at, updated_at, ...input } = row;
  return {
    ...input,
    team: { id: team_id, name: state.teams.get(team_id)?.name ?? '' },
    ...(group_name !== null && { team_case_input_group: { name: group_name } }),
    created_at,
    updated_at,
  };
}
