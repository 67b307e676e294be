import type { CaseField } from '@tines-openapi/types';
import type { CaseFieldRow, CaseInputRow, CaseRow } from '../../state/rows/cases.ts';
import type { State } from '../../state/state.ts';
import { paginate } from '../paging.ts';
import type { Behaviours } from '../types.ts';
import { logActivity } from './activity-log.ts';
import { type Context, caseAt, partAt, wrongField } from './context.ts';
import { wrongValue } from './field-values.ts';
import { teamInputs } from './inputs.ts';

export const caseFieldBehaviours: Behaviours = {
  listCaseFields({ state, params, query, request }) {
    const { id } = caseAt(state, params.case_id);
    const { rows, meta } = paginate(caseFields(state, id), request, query);
    return { status: 200, body: { case_id: id, fields: rows, meta } };
  },

  getCaseField({ state, params }) {
    const row = partAt(state.caseFields, params.field_id, params.case_id);
    return { status: 200, body: { case_id: row.case_id, field: shownField(state, row) } };
  },

  createCaseField(call) {
    const { state, params, body, principal } = call;
    const row = caseAt(state, params.case_id);
    const value = String(body.value);
    const input = inputOf(call, row, body.input_id, 'input_id');
    demandValue(call, input, value, 'value');
    const field = setField(state, row.id, input, value);
    logActivity(state, row.id, principal.actor.id, 'FIELD_UPDATED', input.name);
    return { status: 201, body: { case_id: row.id, field: shownField(state, field) } };
  },

  updateCaseField(call) {
    const { state, params, body, principal } = call;
    const field = partAt(state.caseFields, params.field_id, params.case_id);
    const input = state.caseInputs.get(field.input_id) as CaseInputRow;
    demandValue(call, input, body.value, 'value');
    const updated = setField(state, field.case_id, input, body.value);
    logActivity(state, field.case_id, principal.actor.id, 'FIELD_UPDATED', input.name);
    return { status: 200, body: { case_id: field.case_id, field: shownField(state, updated) } };
  },

  deleteCaseField({ state, params, principal }) {
    const field = partAt(state.caseFields, params.field_id, params.case_id);
    state.caseFields.delete(field.id);
    const name = state.caseInputs.get(field.input_id)?.name ?? null;
    logActivity(state, field.case_id, principal.actor.id, 'FIELD_UPDATED', name);
    return { status: 204, body: undefined };
  },

  bulkUpdateCaseFields(call) {
    const { state, body, principal, demand } = call;
    // Everything is looked at before anything is written, so a refusal changes no case.
    const cases = body.case_ids.map((id) => caseAt(state, id));
    for (const { team_id } of cases) demand('case.write', team_id);
    const planned = cases.map((row) => ({
      row,
      values: body.fields.flatMap(({ input_id, value, upsert }, index) => {
        const input = inputOf(call, row, input_id, `fields.${index}.input_id`);
        demandValue(call, input, value, `fields.${index}.value`);
        return upsert || fieldOf(state, row.id, input_id) ? [{ input, value }] : [];
      }),
    }));
    const changed = planned.map(({ row, values }) => ({
      case_id: row.id,
      fields: values.map(({ input, value }) => {
        const field = setField(state, row.id, input, value);
        logActivity(state, row.id, principal.actor.id, 'FIELD_UPDATED', input.name);
        return { id: field.id, value, case_input: { id: input.id, key: input.key, name: input.name } };
      }),
    }));
    return { status: 201, body: { cases: changed } };
  },
};

/** The field values of a case as the API shows them. */
export function caseFields(state: State, caseId: number): CaseField[] {
  return state.caseFields.where('case_id', caseId).map((row) => shownField(state, row));
}

/** Keeps a value that was found good; a case holds one for each input. */
export function setField(state: State, caseId: number, { id }: CaseInputRow, value: string): CaseFieldRow {
  const known = fieldOf(state, caseId, id);
  if (known) return state.caseFields.put({ ...known, value });
  return state.caseFields.insert({ case_id: caseId, input_id: id, value });
}

/** @throws Refusal that names the field where the input does not take the value. */
function demandValue(context: Context, input: CaseInputRow, value: string, field: string): void {
  const wrong = wrongValue(input, value);
  if (wrong !== undefined) throw wrongField(context, field, wrong);
}

function inputOf(context: Context, { team_id }: CaseRow, inputId: number, field: string): CaseInputRow {
  const input = teamInputs(context.state, team_id).find(({ id }) => id === inputId);
  if (!input) throw wrongField(context, field, 'input_id must be a case input of the team of the case.');
  return input;
}

function fieldOf(state: State, caseId: number, inputId: number): CaseFieldRow | undefined {
  return state.caseFields.where('case_id', caseId).find(({ input_id }) => input_id === inputId);
}

function shownField(state: State, { id, input_id, value }: CaseFieldRow): CaseField {
  const { key, name, validation_type, validation_options } = state.caseInputs.get(input_id) as CaseInputRow;
  return { id, value, case_input: { id: input_id, key, name, validation_type, validation_options } };
}
