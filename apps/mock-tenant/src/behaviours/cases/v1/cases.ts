import type { CreateCaseActionRequest, CreateCaseButtonV1Request } from '@tines-openapi/types';
import { paginate } from '../../paging.ts';
import type { Behaviours } from '../../types.ts';
import { addAction, changeAction, removeAction } from '../case-actions.ts';
import { passesFilters } from '../case-filters.ts';
import { assigned } from '../case-view.ts';
import { casesOf } from '../cases.ts';
import { changeCase } from '../changing.ts';
import { caseAt, partAt, sentOnly } from '../context.ts';
import { setPairs } from '../metadata.ts';
import { asPairs, openCase } from '../opening.ts';
import { caseUser } from '../people.ts';
import { attachRecord, demandRecord, detachRecord, recordsOf } from '../records.ts';
import { removeCase } from '../removal.ts';
import { shownButton, shownCaseV1 } from './view.ts';

/** Most cases on one page of version 1. */
const maximumPerPage = 50;

/** Version 1 works on the same cases as version 2; only its words and shapes are older. */
export const caseV1Behaviours: Behaviours = {
  listCasesV1(call) {
    const { query, teams, request } = call;
    const found = casesOf(call, teams, query.team_id).filter((row) => passesFilters(call, row, query.filters ?? {}));
    const { rows, meta } = paginate(found, request, query, maximumPerPage);
    return { status: 200, body: { cases: rows.map((row) => shownCaseV1(call, row)), meta } };
  },

  getCaseV1(call) {
    return { status: 200, body: shownCaseV1(call, caseAt(call.state, call.params.case_id)) };
  },

  createCaseV1(call) {
    const { state, body } = call;
    const { record_ids = [], team_case_buttons = [], ...wish } = body;
    for (const [index, id] of record_ids.entries()) demandRecord(call, id, `record_ids.${index}`);
    const row = openCase(call, wish);
    for (const id of record_ids) attachRecord(call, row, id);
    for (const button of team_case_buttons) addAction(state, row.id, asAction(button));
    return { status: 201, body: shownCaseV1(call, caseAt(state, row.id)) };
  },

  updateCaseV1(call) {
    const { state, params, body } = call;
    const row = caseAt(state, params.case_id);
    const { metadata, add_record_ids = [], remove_record_ids = [], team_case_buttons = [], ...wish } = body;
    for (const [index, id] of add_record_ids.entries()) demandRecord(call, id, `add_record_ids.${index}`);
    changeCase(call, row, wish);
    setPairs(call, caseAt(state, row.id), asPairs(metadata));
    for (const id of add_record_ids) attachRecord(call, row, id);
    const present = new Set(recordsOf(call, row.id).map(({ id }) => id));
    for (const id of remove_record_ids) if (present.has(id)) detachRecord(call, row.id, id);
    // Whether they take the place of those on the case is on no page; they are added.
    for (const button of team_case_buttons) addAction(state, row.id, asAction(button));
    return { status: 200, body: shownCaseV1(call, caseAt(state, row.id)) };
  },

  deleteCaseV1({ state, params }) {
    removeCase(state, caseAt(state, params.case_id).id);
    return { status: 204, body: undefined };
  },

  listCaseAssigneesV1(call) {
    const { state, params, query, request } = call;
    const row = caseAt(state, params.case_id);
    const { rows, meta } = paginate(assigned(call, row), request, query);
    return { status: 200, body: { case_id: row.id, assignees: rows.map((id) => caseUser(call, id)), meta } };
  },

  listCaseButtonsV1({ state, params }) {
    const { id } = caseAt(state, params.case_id);
    // The text on a button stands on a single one only.
    const team_case_buttons = state.caseActions.where('case_id', id).map((row) => {
      const { button_text, ...button } = shownButton(row);
      return button;
    });
    return { status: 200, body: { case_id: id, team_case_buttons } };
  },

  getCaseButtonV1({ state, params }) {
    const row = partAt(state.caseActions, params.id, params.case_id);
    return { status: 200, body: { case_id: row.case_id, ...shownButton(row) } };
  },

  createCaseButtonV1({ state, params, body }) {
    const row = addAction(state, caseAt(state, params.case_id).id, asAction(body));
    return { status: 201, body: { case_id: row.case_id, ...shownButton(row) } };
  },

  updateCaseButtonV1({ state, params, body }) {
    const { button_type, button_text, url, label } = body;
    const changes = sentOnly({ url, label, action_type: button_type, action_text: button_text });
    const row = changeAction(state, partAt(state.caseActions, params.id, params.case_id), changes);
    return { status: 200, body: { case_id: row.case_id, ...shownButton(row) } };
  },

  deleteCaseButtonV1({ state, params }) {
    removeAction(state, partAt(state.caseActions, params.id, params.case_id));
    return { status: 204, body: undefined };
  },
};

function asAction({ url, label, button_type, button_text }: CreateCaseButtonV1Request): CreateCaseActionRequest {
  return { url, label, action_type: button_type, ...(button_text !== undefined && { action_text: button_text }) };
}
